/** The moves of a task as sentences. */
import { plural } from '#platform/fill.ts';
import type { Said } from '#platform/problem.ts';
import { type FeedbackRule, feedbackRules } from '#procedure/procedure.ts';
import type { Sentences } from '#web/thing/history.tsx';
import { timeSentences } from '#web/time/time-sentences.ts';

export const taskSentences: Sentences = {
  ...timeSentences('task'),
  'task.give': (move) => {
    const why = move.data.why as Said | undefined;
    return {
      zh: `代表{unit}派给 {assigneeName}，由 {reviewerName} 审核${why ? `（${why.zh}）` : ''}`,
      en: `gave it for {unit} to {assigneeName}, to be reviewed by {reviewerName}${why ? ` (${why.en})` : ''}`,
    };
  },
  'task.accept': { zh: '接收', en: 'accepted it' },
  'task.submit': (move) =>
    Array.isArray(move.data.files) && move.data.files.length > 0
      ? {
          zh: `交佐证，${move.data.files.length} 个文件`,
          en: `handed in, with ${move.data.files.length} ${plural(move.data.files.length, 'file', 'files')}`,
        }
      : { zh: '交佐证', en: 'handed in' },
  'task.confirm': { zh: '确认完成', en: 'confirmed it' },
  'task.feedback': (move) => {
    const rule = feedbackRules[move.data.rule as FeedbackRule] ?? { zh: '佐证已到', en: 'the evidence is there' };
    return { zh: `自动完成：${rule.zh}`, en: `closed it by itself: ${rule.en}` };
  },
  'task.return': { zh: '退回重做', en: 'returned it' },
  'task.handOver': (move) =>
    'reviewer' in move.data
      ? { zh: '审核人由 {wasName} 换成 {reviewerName}', en: 'made {reviewerName} its reviewer in place of {wasName}' }
      : 'entrusted' in move.data || !('assignee' in move.data)
        ? { zh: '受委派的 {wasName} 已离开', en: 'took it from {wasName}, who was entrusted with it' }
        : { zh: '由 {wasName} 改派给 {assigneeName}', en: 'gave it to {assigneeName} in place of {wasName}' },
  'task.entrust': { zh: '委派给 {entrustedName}', en: 'entrusted it to {entrustedName}' },
  'task.report': { zh: '反馈承办人', en: 'reported to the assignee' },
  'task.takeBack': { zh: '从 {entrustedName} 收回委派', en: 'took it back from {entrustedName}' },
  'task.urge': { zh: '催办 {toName}', en: 'urged {toName}' },
  'task.withdraw': { zh: '撤回任务', en: 'withdrew it' },
};
