/** The moves of a run as sentences. */
import type { Sentences } from '#web/thing/history.tsx';

export const runSentences: Sentences = {
  'run.start': { zh: '按第 {nth} 版发起', en: 'started it by version {nth}' },
  'run.stepDone': { zh: '“{title}”办完', en: '“{title}” was done' },
  'run.move': { zh: '改按第 {nth} 版办', en: 'let it go on by version {nth}' },
  'run.stop': { zh: '终止，撤回 {withdrawn} 项任务', en: 'stopped it, {withdrawn} {withdrawn|task|tasks} withdrawn' },
  'run.finish': { zh: '全部步骤办完', en: 'all its steps were done' },
};
