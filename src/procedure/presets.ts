/** Procedures a city can begin from: drafts in plain words, to be fitted to its own posts and units. */
import type { Said } from '#platform/problem.ts';
import type { Step } from '#procedure/step.ts';

type Preset = Said & { words: string; steps: readonly Step[] };

const step = (key: string, title: string, budget: number, more: Partial<Step> = {}): Step => ({
  ...{
    key,
    title,
    words: '',
    who: 'fits',
    roleCode: null,
    personId: null,
    place: 'thing',
    unitId: null,
    supervision: null,
  },
  ...{ unitOfTime: 'working_day', budget, evidenceAsked: '', after: [], feedback: null },
  ...more,
});

const received = { rule: 'handed_in', files: true } as const;

export const presets = {
  prepaid: {
    zh: '预付费机构异常处置',
    en: 'A prepaid business looks unsafe',
    words: '预付费机构出现退费投诉增多、停业迹象时，先在线上核对，确有风险再上门。',
    steps: [
      step('data', '线上核对经营数据', 1, {
        words: '查登记状态、近三个月投诉和退费、预收款余额，不上门。',
        ...{ evidenceAsked: '核对记录一份', feedback: received, supervision: 'off_site' },
      }),
      step('call', '电话联系负责人', 1, {
        words: '问清经营是否正常、退费怎么安排，约好答复时间。',
        ...{ evidenceAsked: '通话要点', after: ['data'], feedback: { rule: 'handed_in', files: false } },
        supervision: 'off_site',
      }),
      step('visit', '上门核查', 2, {
        words: '线上说不清或联系不上的，两人上门，看是否在营业、人员和设备是否在。',
        ...{ evidenceAsked: '核查单，可以附照片', after: ['call'], supervision: 'on_site' },
      }),
      step('refund', '督促退费或整改', 10, { evidenceAsked: '退费清单或整改说明', after: ['visit'] }),
      step('close', '报告处置结果', 1, { evidenceAsked: '处置报告', after: ['refund'] }),
    ],
  },
  letter: {
    zh: '信访件督办',
    en: 'A petition is pressed to its end',
    words: '对交办的信访件按时限盯办：先联系本人，再查事实，办结后复核。',
    steps: [
      step('contact', '联系信访人', 1, {
        words: '告知已收到、由谁办、什么时候答复。',
        ...{ evidenceAsked: '联系情况', feedback: { rule: 'handed_in', files: false } },
      }),
      step('facts', '查清事实和责任', 5, { evidenceAsked: '调查材料', after: ['contact'] }),
      step('answer', '作出处理并书面答复', 5, { evidenceAsked: '答复书', after: ['facts'] }),
      step('closed', '所涉问题结案', 15, { after: ['facts'], feedback: { rule: 'closed' } }),
      step('review', '复核并归档', 2, { evidenceAsked: '复核意见', after: ['answer', 'closed'] }),
    ],
  },
  firm: {
    zh: '企业诉求上门核实',
    en: 'A firm’s request is looked into on site',
    words: '企业提出的困难，由服务专员上门听清楚，能当场办的当场办，要会商的带回来办。',
    steps: [
      step('appoint', '约定上门时间', 1, {
        evidenceAsked: '约定的时间和联系人',
        feedback: { rule: 'handed_in', files: false },
      }),
      step('visit', '上门核实', 2, {
        words: '听清诉求、看现场、记下企业想要的结果；能当场答复的当场答复。',
        ...{ evidenceAsked: '走访记录、照片', after: ['appoint'], feedback: received },
      }),
      step('settle', '研究解决办法', 5, { evidenceAsked: '办理意见', after: ['visit'] }),
      step('reply', '向企业反馈结果', 1, { evidenceAsked: '企业意见', after: ['settle'] }),
    ],
  },
  notice: {
    zh: '通知交办',
    en: 'A notice to many',
    words: '一件事同时交给许多人办，每人一项任务，交来就算完成。',
    steps: [step('all', '按通知办理', 3, { who: 'listed', feedback: { rule: 'handed_in', files: false } })],
  },
} as const satisfies Record<string, Preset>;
