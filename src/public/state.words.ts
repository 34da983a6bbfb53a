/** The states of a matter as citizens read them: what is being done, not how the office calls it. */
import type { Said } from '#platform/problem.ts';
import type { ProblemState } from '#triage/problem.ts';

export const publicStates = {
  open: { zh: '正在确定由哪个单位办理', en: 'The unit for it is being found' },
  given: { zh: '已交给承办单位', en: 'Given to a unit' },
  working: { zh: '正在办理', en: 'Being worked on' },
  handled: { zh: '单位说已办，正在核查', en: 'Said to be done, being checked' },
  verified: { zh: '核查通过，准备办结', en: 'Checked, about to be closed' },
  closed: { zh: '已办结', en: 'Settled' },
  merged: { zh: '并入另一件一起办理', en: 'Handled together with another' },
} as const satisfies Record<ProblemState, Said>;

/** Its lasting name in offices is 挂账; what a citizen needs is that nobody works on it now, and when somebody looks again. */
export const onTheBooks = {
  zh: '暂时解决不了，已挂账，{day}前复核',
  en: 'It cannot be solved now and is on the books, to be looked at again by {day}',
} as const satisfies Said;

export const waiting: Said = { zh: '已收到，正在看', en: 'Received, being read' };

export const stepWords = {
  received: { zh: '收到您反映的事', en: 'Your report was received' },
  gathered: { zh: '立案办理', en: 'It was taken up' },
  given: { zh: '交给{unit}办理', en: 'Given to {unit}' },
  signed: { zh: '{unit}开始办理', en: '{unit} began to work on it' },
  returned: { zh: '换一个单位办理', en: 'Another unit was sought' },
  handle: { zh: '承办单位说已经办好，等待核查', en: 'The unit says it is done; it is being checked' },
  refuse: { zh: '核查没有通过，继续办理', en: 'The check was not passed; work goes on' },
  verify: { zh: '核查通过', en: 'The check was passed' },
  deferred: {
    zh: '现在还解决不了，已列入挂账，定期复核',
    en: 'It cannot be solved now: it stands on the books and is reviewed from time to time',
  },
  close: { zh: '办结', en: 'Settled' },
  reopen: { zh: '重新办理', en: 'Taken up again' },
  contact: { zh: '工作人员联系过您', en: 'You were contacted' },
  answer: { zh: '答复了您', en: 'You were answered' },
} as const satisfies Record<string, Said>;

/** The unit, where it may not be told. */
export const someUnit: Said = { zh: '有关单位', en: 'a unit' };
