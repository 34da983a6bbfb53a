/** Limits as places are known to set them: for reference, loaded and then changed by an office that knows what binds it. */
import type { Said } from '#platform/problem.ts';
import type { RuleDraft } from '#rules/limit-rule.ts';
import type { Milestone } from '#rules/milestone.ts';

export type PresetRule = Pick<RuleDraft, 'limitName' | 'unitOfTime' | 'budget'> &
  Partial<Pick<RuleDraft, 'urgency' | 'class' | 'roll' | 'extensions' | 'extensionBudget' | 'milestones'>>;

export type LimitPreset = Said & {
  code: string;
  source: Said;
  /** How its own words were laid on the levels of this program. */
  note: Said;
  /** It speaks of one sort of matters, and must be loaded for a category or a channel. */
  forSome?: boolean;
  rules: readonly PresetRule[];
};

/** 派遣 → 接单 → 处置 → 核查 → 结案, in working hours; what is taken up and made a case of before goes by the limit of triage. */
const urbanStages = (accept: number, handle: number): Milestone[] => [
  { name: '派遣', starts: 'made', ends: 'assigned', unitOfTime: 'working_hour', budget: 1 },
  { name: '接单', starts: 'assigned', ends: 'signed', unitOfTime: 'working_hour', budget: accept },
  { name: '处置', starts: 'signed', ends: 'handled', unitOfTime: 'working_hour', budget: handle },
  { name: '核查', starts: 'handled', ends: 'verified', unitOfTime: 'working_hour', budget: 4 },
  { name: '结案', starts: 'verified', ends: 'closed', unitOfTime: 'working_hour', budget: 2 },
];

export const limitPresets = {
  beijing: {
    code: 'beijing',
    ...{ zh: '北京：2 小时／24 小时／7 天／15 天', en: 'Beijing: 2 h / 24 h / 7 d / 15 d' },
    source: { zh: 'DB11/T 2021 征求意见稿', en: 'Draft of DB11/T 2021' },
    note: {
      zh: '网络来件 2 小时内受理；特急 2 小时、紧急（水电气热）24 小时、一般 7 天、复杂（突出、共性）15 天办结',
      en: 'Web intake in 2 hours; emergencies 2 hours, utilities (urgent) 24 hours, general 7 days, complex (prominent, common) 15 days',
    },
    rules: [
      { limitName: 'triage', unitOfTime: 'hour', budget: 2 },
      { limitName: 'handle', unitOfTime: 'day', budget: 7 },
      { limitName: 'handle', urgency: 'critical', unitOfTime: 'hour', budget: 2 },
      { limitName: 'handle', urgency: 'urgent', unitOfTime: 'hour', budget: 24 },
      { limitName: 'handle', class: 'prominent', unitOfTime: 'day', budget: 15 },
      { limitName: 'handle', class: 'common', unitOfTime: 'day', budget: 15 },
    ],
  },
  guangdong: {
    code: 'guangdong',
    ...{ zh: '广东：2／10／15 个工作日', en: 'Guangdong: 2 / 10 / 15 working days' },
    source: { zh: '广东省政务服务便民热线办理时限', en: 'Time limits of the hotlines of Guangdong' },
    note: {
      zh: '咨询（简单）2 个、求助和建议 10 个、投诉和举报（突出、共性）15 个工作日',
      en: 'Consultations (simple) 2, requests and suggestions 10, complaints and reports (prominent, common) 15 working days',
    },
    rules: [
      { limitName: 'handle', unitOfTime: 'working_day', budget: 10 },
      { limitName: 'handle', class: 'simple', unitOfTime: 'working_day', budget: 2 },
      { limitName: 'handle', class: 'prominent', unitOfTime: 'working_day', budget: 15 },
      { limitName: 'handle', class: 'common', unitOfTime: 'working_day', budget: 15 },
    ],
  },
  urban: {
    code: 'urban',
    ...{ zh: '城市管理：按工作时，分阶段', en: 'Urban management: in working hours, by stages' },
    source: { zh: '数字城管立案、处置与结案的惯例', en: 'Practice of digital urban management' },
    note: {
      zh: '处置：紧急 4 工作小时、一般 7 个工作日、突出（如拆除）20 个工作日，有出处；派遣、接单、核查、结案各阶段的小时数各地不一，是示例，请按本地的立案处置结案规范改',
      en: 'Handling: urgent 4 working hours, general 7 working days, prominent (such as demolition) 20, as published; the hours of dispatch, acceptance, check and closing differ by place and are examples: set those of your own regulations',
    },
    forSome: true,
    rules: [
      { limitName: 'sign', unitOfTime: 'working_hour', budget: 2 },
      { limitName: 'handle', unitOfTime: 'working_day', budget: 7, milestones: urbanStages(2, 54) },
      {
        ...{ limitName: 'handle', urgency: 'urgent', unitOfTime: 'working_hour', budget: 4 },
        milestones: urbanStages(1, 3),
      },
      {
        ...{ limitName: 'handle', class: 'prominent', unitOfTime: 'working_day', budget: 20 },
        milestones: urbanStages(2, 158),
      },
    ],
  },
  simple: {
    code: 'simple',
    ...{ zh: '简单问题两天', en: 'Two days for simple problems' },
    source: { zh: '大走访“简单问题两天办结”的做法', en: 'Practice of visiting campaigns: simple problems in two days' },
    note: { zh: '定类为简单的问题 2 天办结，不能延期', en: 'Problems of class simple in 2 days, without extension' },
    rules: [{ limitName: 'handle', class: 'simple', unitOfTime: 'day', budget: 2, extensions: 0 }],
  },
  petition: {
    code: 'petition',
    ...{ zh: '信访：15／60（+30）天', en: 'Petitions: 15 / 60 (+30) days' },
    source: { zh: '信访工作条例', en: 'Regulations on petition work' },
    note: {
      zh: '15 天内决定是否受理（签收），60 天内办结，经批准可延长一次，不超过 30 天',
      en: '15 days to decide on acceptance (signature), 60 days to handle, extended once by at most 30 days',
    },
    forSome: true,
    rules: [
      { limitName: 'sign', unitOfTime: 'day', budget: 15 },
      { limitName: 'handle', unitOfTime: 'day', budget: 60, extensions: 1, extensionBudget: 30 },
    ],
  },
} as const satisfies Record<string, LimitPreset>;

export type PresetCode = keyof typeof limitPresets;
