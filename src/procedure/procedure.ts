/** A standard procedure (标准流程): a list of steps in dated versions, and its runs. Their vocabulary and life cycles. */
import type { Said } from '#platform/problem.ts';
import type { StateWords, Steps } from '#rules/steps.ts';
import { oneOf } from '#rules/vocabulary.ts';

export const versionStates = {
  draft: { zh: '草稿', en: 'Draft', tone: 'wait' },
  issued: { zh: '已启用', en: 'Issued', tone: 'done' },
  dropped: { zh: '已停用', en: 'Dropped', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type VersionState = keyof typeof versionStates;
export const versionState = oneOf(versionStates);

export const versionRoles = {
  manager: { zh: '编制流程的人', en: 'whoever keeps the procedure' },
} as const satisfies Record<string, Said>;

export const versionSteps = {
  save: { zh: '修改草稿', en: 'Change the draft', from: ['draft'], by: 'manager' },
  issue: { zh: '启用', en: 'Issue', from: ['draft'], to: 'issued', by: 'manager' },
  drop: { zh: '停用', en: 'Drop', from: ['draft', 'issued'], to: 'dropped', by: 'manager' },
} as const satisfies Steps<VersionState, 'manager'>;
export type VersionStep = keyof typeof versionSteps;
export const versionCycle = { steps: versionSteps, states: versionStates, roles: versionRoles };

export const runStates = {
  running: { zh: '进行中', en: 'Running', tone: 'work' },
  done: { zh: '已办完', en: 'Done', tone: 'done' },
  stopped: { zh: '已终止', en: 'Stopped', tone: 'off' },
} as const satisfies Record<string, StateWords>;
export type RunState = keyof typeof runStates;
export const runState = oneOf(runStates);

export const runRoles = {
  keeper: { zh: '流程负责人或发起人', en: 'whoever answers for the run or began it' },
  program: { zh: '系统', en: 'the program' },
} as const satisfies Record<string, Said>;
export type RunRole = keyof typeof runRoles;

export const runSteps = {
  move: { zh: '改用另一版', en: 'Go on by another version', from: ['running'], by: 'keeper' },
  stop: { zh: '终止', en: 'Stop', from: ['running'], to: 'stopped', by: 'keeper' },
  finish: { zh: '办完', en: 'Finish', from: ['running'], to: 'done', by: 'program' },
} as const satisfies Steps<RunState, RunRole>;
export type RunStep = keyof typeof runSteps;
export const runCycle = {
  steps: runSteps,
  states: runStates,
  roles: runRoles,
  also: {
    start: { zh: '发起', en: 'Start' },
    give: { zh: '交办一步', en: 'Give a step' },
    stepDone: { zh: '一步办完', en: 'A step is done' },
  },
};

/** Who does a step. */
export const whos = {
  fits: { zh: '单位里最合适的人', en: 'Whoever of the unit fits best' },
  role: { zh: '担任某岗位的人', en: 'Whoever holds a post' },
  duty: { zh: '职责清单上的主办单位', en: 'The unit whose duty it is' },
  person: { zh: '指定的人', en: 'A named person' },
  listed: { zh: '发起时列出的许多人', en: 'The many listed at the start' },
} as const satisfies Record<string, Said>;
export type Who = keyof typeof whos;
export const who = oneOf(whos);

/** Of which unit. */
export const places = {
  thing: { zh: '事项所在单位', en: 'The unit that has the matter' },
  named: { zh: '指定单位', en: 'A named unit' },
} as const satisfies Record<string, Said>;
export type Place = keyof typeof places;
export const place = oneOf(places);

/** How a step looks after the organisation that its run is about; a step that does not has none. */
export const supervisions = {
  off_site: { zh: '非现场监管（数据、电话、视频）', en: 'Supervision off-site (data, telephone, video)' },
  on_site: { zh: '现场监管', en: 'Supervision on the spot' },
} as const satisfies Record<string, Said>;
export type Supervision = keyof typeof supervisions;
export const supervision = oneOf(supervisions);

/** What may close a step without anybody: nothing else does. */
export const feedbackRules = {
  handed_in: { zh: '交来就算完成', en: 'Something was handed in' },
  reading: { zh: '指标读数落在范围内', en: 'A reading lies in a range' },
  closed: { zh: '所涉问题已结案', en: 'The problem it is about is closed' },
  step: { zh: '另一步已完成', en: 'Another step is done' },
} as const satisfies Record<string, Said>;
export type FeedbackRule = keyof typeof feedbackRules;

export const aboutKinds = {
  problem: { zh: '问题', en: 'Problem' },
  signal: { zh: '线索', en: 'Signal' },
  unit: { zh: '单位', en: 'Unit' },
  organisation: { zh: '机构', en: 'Organisation' },
} as const satisfies Record<string, Said>;
export type AboutKind = keyof typeof aboutKinds;
export const aboutKind = oneOf(aboutKinds);

export const MOST_STEPS = 40;
/** A notice goes to no more persons than the city has. */
export const MOST_PERSONS = 40_000;
