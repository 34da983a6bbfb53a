/** The moves of a project as sentences. */

import type { Said } from '#platform/problem.ts';
import { changeKinds } from '#project/change.ts';
import type { Move } from '#rules/shapes.ts';
import type { Sentences } from '#web/thing/history.tsx';

const kindOf = ({ data }: Move): Said =>
  changeKinds[String(data.what) as keyof typeof changeKinds] ?? { zh: '变更', en: 'change' };
const of = ({ data }: Move): Said =>
  data.milestoneName
    ? { zh: '节点“{milestoneName}”', en: 'milestone “{milestoneName}”' }
    : { zh: '进展', en: 'progress' };
const count = ({ data }: Move): number => (Array.isArray(data.files) ? data.files.length : 0);
const withFiles = (move: Move): Said =>
  count(move) > 0
    ? { zh: `，附 ${count(move)} 份材料`, en: `, with ${count(move)} ${count(move) === 1 ? 'paper' : 'papers'}` }
    : { zh: '', en: '' };
const present = ({ data }: Move): number => (Array.isArray(data.present) ? data.present.length : 0);

export const projectSentences: Sentences = {
  'project.draft': { zh: '拟立项书', en: 'drafted it' },
  'project.describe': {
    zh: '修改立项书：{goals} 个目标，{milestones} 个节点',
    en: 'edited the charter: goals {goals}, milestones {milestones}',
  },
  'project.propose': { zh: '提请立项', en: 'proposed it' },
  'project.recall': { zh: '撤回修改', en: 'took the proposal back' },
  'project.charter': (move) =>
    move.data.firstHand
      ? {
          zh: '批准立项，由单位主要负责人 {leadName} 亲自领办',
          en: 'chartered it, led in person by {leadName}, head of the unit',
        }
      : { zh: '批准立项，由 {leadName} 领办', en: 'chartered it, led by {leadName}' },
  'project.sendBack': { zh: '退回修改', en: 'sent the draft back' },
  'project.report': (move) => ({
    zh: `报${move.data.milestoneName ? '达到' : ''}${of(move).zh}${withFiles(move).zh}`,
    en: `reported ${of(move).en}${move.data.milestoneName ? ' as reached' : ''}${withFiles(move).en}`,
  }),
  'project.acknowledge': (move) =>
    move.data.passed
      ? { zh: `审核通过${of(move).zh}`, en: `acknowledged ${of(move).en}` }
      : { zh: `退回${of(move).zh}`, en: `returned ${of(move).en}` },
  'project.requestChange': (move) => ({
    zh: `申请${kindOf(move).zh}`,
    en: `asked for a change: ${kindOf(move).en.toLowerCase()}`,
  }),
  'project.decideChange': (move) =>
    move.data.granted
      ? { zh: `同意${kindOf(move).zh}`, en: `granted: ${kindOf(move).en.toLowerCase()}` }
      : { zh: `不同意${kindOf(move).zh}`, en: `declined: ${kindOf(move).en.toLowerCase()}` },
  'project.convene': (move) => ({
    zh: `记会议，${present(move)} 人到会${withFiles(move).zh}`,
    en: `recorded a meeting, ${present(move)} present${withFiles(move).en}`,
  }),
  'project.staff': { zh: '调整专班', en: 'changed the team' },
  'project.present': { zh: '提请验收', en: 'asked for acceptance' },
  'project.pass': { zh: '验收通过', en: 'accepted it' },
  'project.fail': { zh: '验收不通过，退回继续推进', en: 'refused acceptance; the work goes on' },
  'project.waive': { zh: '签免一个目标的读数', en: 'waived the reading of a goal' },
  'project.close': { zh: '结项', en: 'closed it' },
  'project.reopen': { zh: '重新启动', en: 'reopened it' },
  'project.discard': { zh: '作废草稿', en: 'discarded the draft' },
  'project.drop': { zh: '终止项目', en: 'dropped it' },
  'project.handOver': ({ data }) =>
    'lead' in data
      ? { zh: '领办人由 {wasName} 换成 {leadName}', en: 'made {leadName} its lead in place of {wasName}' }
      : 'reviewer' in data
        ? { zh: '审核人由 {wasName} 换成 {reviewerName}', en: 'made {reviewerName} its reviewer in place of {wasName}' }
        : { zh: '由{wasName}交接给{unit}', en: 'handed it over from {wasName} to {unit}' },
};
