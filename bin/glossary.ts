/** Writes docs/glossary.md: each term of the field defined once, and the code's own word lists beside. */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { countings, directions, ways as readingWays } from '#indicator/indicator.ts';
import { permissions } from '#people/permissions.ts';
import { reachWords, sortWords, treeWords } from '#people/role.ts';
import { relations, successions, unitKinds } from '#people/unit.ts';
import type { Said } from '#platform/problem.ts';
import { limitNames } from '#rules/limits.ts';
import { erasureBases } from '#signal/erasure.ts';
import { channelKinds, dispositionCodes, dispositions, matters, urgencies, ways } from '#signal/signal.ts';
import { levels as dutyLevels, phases as dutyPhases } from '#triage/duty/duty.ts';
import { assignmentRoles, classes } from '#triage/problem.ts';
import { terms as heatTerms } from '#triage/theme/heat.ts';

/** Term, Chinese, what it is here, where it lives. */
const terms: [string, string, string, string][] = [
  [
    'signal',
    '线索 / 工单',
    'One report as it arrived, its words kept verbatim. Stands untriaged, disposed, or on exactly one problem.',
    '1-signal',
  ],
  ['channel', '渠道', 'Where signals come from; a token of another system is bound to one.', '1-signal'],
  [
    'reporter',
    '诉求人 / 来电人',
    'Who reported. Name, phone, ID number and address are sealed; the two halves of a divided ticket share one reporter, who is counted once.',
    '1-signal',
  ],
  [
    'arrival',
    '来件',
    'A signal on its way in: accepted, repeated (the same again) or revised (changed by its source; both versions kept).',
    '1-signal',
  ],
  ['disposition', '处置', 'What ends a signal that makes no problem, with a reason out of a list.', '1-signal'],
  ['division', '拆分', 'A ticket with two matters becomes two signals that share words and reporter.', '1-signal'],
  [
    'contact, answer, call-back',
    '首次联系、答复、回访',
    'What is said to and by a reporter; each a record. *Confirmed by the reporter* is a call-back that says solved.',
    '1-signal',
  ],
  [
    'erasure',
    '删除个人内容',
    'Words, reporter and photos of a signal go, on request or when its channel has kept them for its months; number, times and commitments stay.',
    '1-signal',
  ],
  [
    'problem',
    '问题',
    'What a responsible unit has to solve; gathers any number of signals by dated edges.',
    '2-triage',
  ],
  [
    'category',
    '分类',
    'A node of the office’s tree of what signals are about; dated, of up to six levels. What a file said stays as it was beside it.',
    '2-triage',
  ],
  [
    'model, proposal',
    '模型、建议',
    'A model has learned from past tickets and proposes, with the words that decided; a person decides. Model, proposal and decision are rows that stay.',
    '2-triage',
  ],
  [
    'abstain, threshold',
    '不提建议、把握线',
    'Below the confidence that the office has set nothing is proposed.',
    '2-triage',
  ],
  [
    'assignment',
    '承办关系',
    'Who has it: a unit has a problem, a person has a task, in a role, from then to then, and why it ended.',
    '2-triage',
  ],
  [
    'duty list',
    '职责清单',
    'Which unit answers for which matter, at which level and where, in dated versions; the most precise line says it.',
    '2-triage',
  ],
  [
    'withdrawn',
    '上收',
    'A matter that was taken up to the city or a district: no township or village is given it but by an override with a reason.',
    '2-triage',
  ],
  [
    'survey, run',
    '研判',
    'A window and a scope of signals whose matters and themes are found again every week, or when somebody asks; each run a record.',
    '2-triage',
  ],
  [
    'theme, matter group',
    '主题、同一件事',
    'Signals of one matter make a group, matters of one kind wherever they happen a theme. Proposed by a run; a person confirms, names, merges, splits, dismisses, and runs obey.',
    '2-triage',
  ],
  [
    'heat',
    '热度',
    'A published sum of six terms by which themes are ranked, under weights in force from a day on.',
    '2-triage',
  ],
  [
    'common problem, campaign',
    '共性问题、专项',
    'A confirmed theme as a problem of class common, with lead unit, days and goal; problems that have signals of the theme are listed under it and stay what they are.',
    '2-triage',
  ],
  ['handled', '单位已办', 'The lead unit says that it is done.', '2-triage'],
  ['verified', '已核查', 'A checker who did not handle it has looked.', '2-triage'],
  ['closed', '已结案', 'The dispatcher has ended it. Its reporters are then owed an answer.', '2-triage'],
  [
    'cause',
    '原因',
    'A node of the tree a problem is traced along, operational or organisational; unverified until a named person confirms it. One cause may serve many problems.',
    '3-cause',
  ],
  [
    'measure',
    '措施',
    'What is to be done about one or more causes; an operational and an organisational one may be carried out together.',
    '3-cause',
  ],
  [
    'indicator',
    '指标',
    'A defined number over time. Its definitions are dated and never edited; some are counted by the program.',
    'indicator',
  ],
  [
    'reading',
    '读数',
    'One figure of one period, under the definition it was read by. Corrected by withdrawing it and recording another.',
    'indicator',
  ],
  [
    'exposure, control',
    '总量、同类',
    'Beside a count of signals a month: all signals of that month, and those of the same kind that are not on the problem.',
    '8-outcome',
  ],
  [
    'project',
    '项目',
    'The chartered answer to problems: one lead, another reviewer, goals with baseline and target, milestones, a team.',
    '4-project',
  ],
  [
    'lead, reviewer',
    '领办人、审核人',
    'Who leads a project by name, and who looks at it and neither is nor serves under the lead.',
    '4-project',
  ],
  [
    'milestone, light',
    '节点、灯',
    'A dated checkpoint with required evidence; its light is computed and says whose turn it is.',
    '4-project',
  ],
  [
    'charter, change request',
    '立项书、变更',
    'What was chartered moves only when an approver grants a request.',
    '4-project',
  ],
  [
    'acceptance',
    '验收',
    'An open judgement as a record: result, panel, public rating, papers; never by the lead.',
    '7-acceptance',
  ],
  [
    'closing, waiver',
    '结项、签免',
    'A project closes on a reading of each goal that begins after its acceptance, or on a waiver signed for that goal.',
    '8-outcome',
  ],
  [
    'code, digits',
    '查询码、四位数字',
    'By which a reporter without an account follows a signal on the public pages; only keyed codes of them are stored.',
    '1-signal',
  ],
  ['question', '提问', 'What the office asks a reporter who follows by code; open until answered.', '1-signal'],
  [
    'wish',
    '重办申请',
    'A reporter’s wish that a matter be taken up again; reopening grants it, or the dispatcher declines with words.',
    '1-signal',
  ],
  [
    'publication',
    '公开',
    'What a person has published of a problem, in words written for citizens, until they take it off again.',
    '2-triage',
  ],
  ['task', '任务', 'The smallest piece of work, given to one person, with another to review it.', '5-task'],
  [
    'evidence',
    '佐证',
    'Words and files handed in; handing in is the submission of the task, and nothing of it can be changed after.',
    '6-evidence',
  ],
  [
    'limit, clock',
    '时限、计时',
    'A limit is a dated rule; a clock is one running limit of one thing. Late and light are computed, never stored.',
    'rules, clock',
  ],
  ['provisional', '暂定', 'A deadline that reaches into a year whose calendar is not published.', 'clock'],
  ['programme version', '方案版本', 'The dated rules a problem was made under; it keeps them.', 'rules'],
  [
    'unit, edge, successor',
    '单位、隶属、承接',
    'Units stand in two trees by dated edges; a successor sees what its predecessors had.',
    'people',
  ],
  [
    'post',
    '岗位',
    'Person × role × unit, dated. What a person may do comes from posts and from relations to the thing.',
    'people',
  ],
  [
    'delegation, handover',
    '代办、交接',
    'Somebody acts for another for a time; or work goes to somebody by name. No work is left to nobody.',
    'people',
  ],
  [
    'ledger',
    '台账',
    'One row for each verb on each thing. Never changed; words, names and phones never stand in it.',
    'ledger',
  ],
  [
    'seal, block',
    '封存、块',
    'A block of ledger rows under one root, chained to the block before: no sealed row can be changed, dropped or put in unseen.',
    'ledger',
  ],
  [
    'anchor',
    '锚点文件',
    'A file outside the database with a line for each block; against it a ledger whose end was cut is found.',
    'ledger',
  ],
  ['epoch', '纪元', 'The time in which transaction ids count on; a restore ends it and begins the next.', 'ledger'],
  ['reaction', '后续', 'What follows a ledger row: once inside the database, however often it is woken.', 'ledger'],
  [
    'decision id',
    '决定编号',
    'The id that a client gives a decision: the same id, person and content is the same decision.',
    'ledger',
  ],
  ['gram', '字对', 'A pair of characters (or an attribute) as a number in the search index.', 'text'],
  [
    'city',
    '城市',
    'A schema of its own: accounts, keys, files and ledger are per city, and nothing crosses.',
    'platform',
  ],
];

function words(title: Said, table: Record<string, Said>): string {
  const rows = Object.entries(table).map(([code, { zh, en }]) => `| \`${code}\` | ${zh} | ${en} |`);
  return [`### ${title.zh} ${title.en}`, '', '| code | 中文 | English |', '| --- | --- | --- |', ...rows, ''].join(
    '\n',
  );
}

export function glossaryPage(): string {
  return [
    '# 词汇 Glossary',
    '',
    'Generated by `npm run generate` from bin/glossary.ts and the code; do not edit. States and steps: [states.md](states.md).',
    '',
    '| term | 中文 | what it is here | room |',
    '| --- | --- | --- | --- |',
    ...terms.map((row) => `| ${row.join(' | ')} |`),
    '',
    '## 代码中的词 Words of the code',
    '',
    words({ zh: '诉求类别', en: 'Matters' }, matters),
    words({ zh: '紧急程度', en: 'Urgency' }, urgencies),
    words({ zh: '渠道类型', en: 'Channel kinds' }, channelKinds),
    words({ zh: '处置方式', en: 'Dispositions' }, dispositions),
    words({ zh: '处置原因', en: 'Disposition reasons' }, dispositionCodes),
    words({ zh: '删除依据', en: 'Grounds of erasure' }, erasureBases),
    words({ zh: '联系方式', en: 'Ways' }, ways),
    words({ zh: '问题分类', en: 'Problem classes' }, classes),
    words({ zh: '热度的构成', en: 'Terms of the heat' }, heatTerms),
    words({ zh: '承办角色', en: 'Assignment roles' }, assignmentRoles),
    words({ zh: '职责层级', en: 'Levels of duty' }, dutyLevels),
    words({ zh: '职责清单的阶段', en: 'Phases of a duty list' }, dutyPhases),
    words({ zh: '指标方向', en: 'Directions of indicators' }, directions),
    words({ zh: '读数来历', en: 'How readings come' }, readingWays),
    words({ zh: '程序统计', en: 'Counted by the program' }, countings),
    words({ zh: '时限', en: 'Limits' }, limitNames),
    words({ zh: '单位类型', en: 'Kinds of units' }, unitKinds),
    words({ zh: '组织关系', en: 'Relations of units' }, relations),
    words({ zh: '机构变动', en: 'Successions' }, successions),
    words({ zh: '组织树', en: 'Trees' }, treeWords),
    words({ zh: '岗位范围', en: 'Reach of a post' }, reachWords),
    words({ zh: '角色类别', en: 'Sorts of roles' }, sortWords),
    words({ zh: '权限', en: 'Permissions' }, permissions),
  ].join('\n');
}

if (import.meta.main) await writeFile(path.resolve(import.meta.dirname, '../docs/glossary.md'), glossaryPage());
