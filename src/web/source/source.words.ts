/** Words of the source line. */
import type { Edge } from '#views/source-line.api.ts';
import type { Column } from '#web/source/line-graph.ts';
import type { Said, Words } from '#web/words/words.ts';

export const sourceWords = {
  title: { zh: '溯源链', en: 'Source line' },
  of: { zh: '溯源链 {number}', en: 'Source line {number}' },
  gone: {
    zh: '没有问题与它相连，或者不在您的查看范围内',
    en: 'No problem stands behind this, or it is outside what you may see',
  },
  mapOf: { zh: '溯源链：{title}。方向键沿连线走', en: 'Source line: {title}. Arrow keys go along the lines' },
  lines: { zh: '连线：谁、何时、为什么', en: 'Lines: who, when, why' },
  view: { zh: '看法', en: 'View' },
  map: { zh: '链图', en: 'Map' },
  list: { zh: '列表', en: 'List' },
  larger: { zh: '放大', en: 'Larger' },
  smaller: { zh: '缩小', en: 'Smaller' },
  whole: { zh: '看全图', en: 'Show all' },
  print: { zh: '打印 (A3)', en: 'Print (A3)' },
  download: { zh: '下载', en: 'Download' },
  json: { zh: '下载 JSON', en: 'Download JSON' },
  prov: { zh: '下载 PROV-JSON', en: 'Download PROV-JSON' },
  help: { zh: '说明', en: 'Help' },
  helpKeys: {
    zh: 'Tab 逐个走；→ 走上连线，再按一次到下一个；↑ ↓ 换一条连线或上下一个；Enter 打开；Esc 取消高亮。按住 Ctrl 滚动可缩放。',
    en: 'Tab goes from one to the next; → steps onto a line, and again to its end; ↑ ↓ change to the line or card beside; Enter opens; Esc lights everything again. Ctrl and the wheel zoom.',
  },
  provTitle: { zh: '与 W3C PROV 的对应', en: 'How it reads as W3C PROV' },
  provEdge: { zh: '连线', en: 'Line' },
  provRelation: { zh: 'PROV 关系', en: 'PROV relation' },
  provActivity: { zh: '活动', en: 'Activity' },
  provHow: {
    zh: '线索、问题、原因等是实体（entity），每次决定是活动（activity），做决定的人是主体（agent）。',
    en: 'Signals, problems, causes and so on are entities, each decision is an activity, whoever took it an agent.',
  },
  unitless: { zh: '办理单位', en: 'the unit that takes it' },
  hidden: {
    zh: '另有 {count} 个不在您的查看范围',
    en: '{count} more {count|is|are} outside what you may see',
  },
  signalsUnit: { zh: '条线索', en: '{count|signal|signals}' },
  reporters: { zh: '{count} 人反映', en: 'from {count} {count|person|people}' },
  mostBy: { zh: '{count} 条来自{channel}', en: '{count} by {channel}' },
  moreSignals: { zh: '另有 {count} 条', en: '{count} more' },
  months: { zh: '每月线索：{list}', en: 'Signals a month: {list}' },
  /** In English the shape alone tells the layer: both do not fit. */
  causeKind: { zh: '{layer} · {kind}', en: '{kind}' },
  judgedBy: { zh: '{name} {state}', en: '{state} by {name}' },
  lead: { zh: '领办 {name}', en: 'Led by {name}' },
  noLead: { zh: '还没有领办人', en: 'No lead yet' },
  milestones: { zh: '节点 {reached}/{all}', en: 'Milestones {reached}/{all}' },
  assignee: { zh: '承办 {name}', en: '{name}' },
  nobody: { zh: '没有承办人', en: 'Nobody has it' },
  evidence: { zh: '佐证 {count} 份', en: '{count} {count|file|files}' },
  inWords: { zh: '佐证只有文字', en: 'Evidence in words alone' },
  noEvidence: { zh: '还没有佐证', en: 'No evidence yet' },
  stackTasks: { zh: '{count} 项任务', en: '{count} {count|task|tasks}' },
  stackDone: { zh: '{done} 项已完成', en: '{done} done' },
  unfold: { zh: '展开', en: 'Unfold' },
  heldOn: { zh: '{day} 验收', en: 'Held {day}' },
  rating: { zh: '{part}/{all}（{percent}）群众认可', en: '{part}/{all} ({percent}) approve' },
  score: { zh: '评分 {score}', en: 'Score {score}' },
  by: { zh: '验收人 {name}', en: 'by {name}' },
  noReading: { zh: '还没有读数', en: 'There is no reading yet' },
  baseline: { zh: '基线 {value}', en: 'Base {value}' },
  target: { zh: '目标 {value}', en: 'Target {value}' },
  charterMark: { zh: '立项', en: 'Charter' },
  acceptMark: { zh: '验收', en: 'Accepted' },
  moreThings: { zh: '再看 {count} 个', en: 'Show {count} more' },
  moreThese: { zh: '另有 {count} 次', en: '{count} more' },
  somebody: { zh: '系统', en: 'The system' },
  fromTo: { zh: '{from} → {to}', en: '{from} → {to}' },
  printedBy: { zh: '{name} 打印于 {when}', en: 'Printed by {name}, {when}' },
  legendOperational: { zh: '业务原因', en: 'Operational cause' },
  legendOrganisational: { zh: '党建原因', en: 'Organisational cause' },
  legendUnverified: { zh: '虚线：未核实', en: 'Dashed: unverified' },
  legendTied: { zh: '联动的措施', en: 'Measures carried out together' },
} as const satisfies Words;

export const columnNames: Record<Column, Said> = {
  signals: { zh: '群众原话', en: 'What people said' },
  problem: { zh: '问题', en: 'Problem' },
  cause: { zh: '原因', en: 'Causes' },
  measure: { zh: '措施', en: 'Measures' },
  project: { zh: '项目', en: 'Project' },
  task: { zh: '任务与佐证', en: 'Tasks, evidence' },
  acceptance: { zh: '验收', en: 'Acceptance' },
  goal: { zh: '成效', en: 'Outcome' },
};

/** What comes into a column that is still empty, and who has to do it. */
export const places: Record<Column, { what: Said; who: Said }> = {
  signals: { what: { zh: '没有线索', en: 'No signal' }, who: { zh: '', en: '' } },
  problem: { what: { zh: '没有问题', en: 'No problem' }, who: { zh: '', en: '' } },
  cause: {
    what: { zh: '还没有分析原因', en: 'No cause was traced yet' },
    who: { zh: '由{unit}在原因画布上分析', en: '{unit} traces it on the cause canvas' },
  },
  measure: {
    what: { zh: '还没有措施', en: 'No measure yet' },
    who: { zh: '由{unit}针对原因提出', en: '{unit} proposes it against a cause' },
  },
  project: {
    what: { zh: '还没有立项', en: 'Not chartered yet' },
    who: { zh: '由{unit}提出', en: '{unit} proposes it' },
  },
  task: {
    what: { zh: '还没有任务', en: 'No task yet' },
    who: { zh: '由领办人或{unit}派给承办人', en: 'The lead or {unit} gives it to somebody' },
  },
  acceptance: {
    what: { zh: '还没有验收', en: 'Not accepted yet' },
    who: { zh: '项目提请后，由验收人组织', en: 'An acceptor holds it when the lead asks' },
  },
  goal: {
    what: { zh: '还看不到成效', en: 'No outcome to be seen yet' },
    who: { zh: '立项时定指标和目标，验收后看读数', en: 'The charter sets indicator and target; readings follow' },
  },
};

/** One more of a folded column. */
export const more: Record<Column, Said> = {
  signals: { zh: '另有 {count} 个问题的线索', en: 'Signals of {count} more {count|problem|problems}' },
  problem: { zh: '另有 {count} 个问题', en: '{count} more {count|problem|problems}' },
  cause: { zh: '另有 {count} 个原因', en: '{count} more {count|cause|causes}' },
  measure: { zh: '另有 {count} 项措施', en: '{count} more {count|measure|measures}' },
  project: { zh: '另有 {count} 个项目', en: '{count} more {count|project|projects}' },
  task: { zh: '另有 {count} 项任务', en: '{count} more {count|task|tasks}' },
  acceptance: { zh: '另有 {count} 次验收', en: '{count} more {count|acceptance|acceptances}' },
  goal: { zh: '另有 {count} 项目标', en: '{count} more {count|goal|goals}' },
};

/** What somebody did that made the edge, after their name and the moment. */
export const deeds: Record<Edge['kind'], Said> = {
  gathered: { zh: '归入 {count} 条', en: 'gathered {count}' },
  absorbed: { zh: '并入这个问题', en: 'merged it into this problem' },
  traced: { zh: '列为原因', en: 'named it as a cause' },
  under: { zh: '列为更深的原因', en: 'named it as the cause behind' },
  answered: { zh: '提出这项措施', en: 'proposed this measure' },
  together: { zh: '定为联动措施', en: 'tied them to be carried out together' },
  chartered: { zh: '列入项目', en: 'took it into the project' },
  given: { zh: '派出任务', en: 'gave the task' },
  accepted: { zh: '验收', en: 'held the acceptance' },
  aimed: { zh: '定下目标', en: 'set the goal' },
  shown: { zh: '据此结项', en: 'closed the project on it' },
};

/** Edges of signals and causes carry a code for a reason; the usual ones say no more than the deed itself. */
export const reasons: Record<string, Said> = {
  made: { zh: '由此立为问题', en: 'the problem was made of them' },
  gathered: { zh: '', en: '' },
  added: { zh: '', en: '' },
  split: { zh: '从另一问题分出', en: 'split off another problem' },
  merged: { zh: '随并入而来', en: 'it came with a merger' },
  linked: { zh: '另一问题也有这个原因', en: 'another problem has this cause too' },
  hung: { zh: '改挂到这里', en: 'hung here from elsewhere' },
};

/** The edges by name, in the table of the help sheet. */
export const edgeNames: Record<Edge['kind'], Said> = {
  gathered: { zh: '线索 → 问题', en: 'signals → problem' },
  absorbed: { zh: '并入的问题 → 问题', en: 'merged problem → problem' },
  traced: { zh: '问题 → 原因', en: 'problem → cause' },
  under: { zh: '原因 → 更深的原因', en: 'cause → cause behind' },
  answered: { zh: '原因 → 措施', en: 'cause → measure' },
  together: { zh: '措施 — 措施', en: 'measure — measure' },
  chartered: { zh: '问题、措施 → 项目', en: 'problem, measure → project' },
  given: { zh: '项目、措施、问题 → 任务', en: 'project, measure, problem → task' },
  accepted: { zh: '项目 → 验收', en: 'project → acceptance' },
  aimed: { zh: '项目 → 目标', en: 'project → goal' },
  shown: { zh: '验收 → 目标', en: 'acceptance → goal' },
};
