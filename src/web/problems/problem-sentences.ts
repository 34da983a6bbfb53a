/** The moves of a problem as sentences. */
import { steps } from '#triage/problem.ts';
import type { Sentences } from '#web/thing/history.tsx';
import { timeSentences } from '#web/time/time-sentences.ts';

const added: Record<string, { zh: string; en: string }> = {
  assist: { zh: '请{unit}协办', en: 'asked {unit} to assist' },
  countersign: { zh: '请{unit}会签', en: 'asked {unit} to countersign' },
  copy: { zh: '抄送{unit}', en: 'copied {unit}' },
};

export const problemSentences: Sentences = {
  ...timeSentences('problem'),
  'problem.make': (move) =>
    'splitFrom' in move.data
      ? {
          zh: '从 {splitFromName} 拆出，带来 {signals} 条线索',
          en: 'split it off {splitFromName}, with {signals} {signals|signal|signals}',
        }
      : { zh: '由 {signals} 条线索立为问题', en: 'made it of {signals} {signals|signal|signals}' },
  'problem.assign': ({ data }) =>
    data.binding
      ? {
          zh: '终局派给{unit}主办，不能再退单，依据：{binding}',
          en: 'gave it to {unit} to lead; this binds, on the basis of: {binding}',
        }
      : { zh: '派给{unit}主办', en: 'gave it to {unit} to lead' },
  'problem.transfer': ({ data }) =>
    data.binding
      ? {
          zh: '终局转给{unit}主办，不能再退单，依据：{binding}',
          en: 'transferred it to {unit}; this binds, on the basis of: {binding}',
        }
      : { zh: '转给{unit}主办', en: 'transferred it to {unit}' },
  'problem.entrust': { zh: '代表{unit}委派{entrustedName}办理', en: 'entrusted {entrustedName} with it for {unit}' },
  'problem.signEntrusted': { zh: '代表{unit}签收委派', en: 'signed for {unit} for what it is entrusted with' },
  'problem.report': { zh: '代表{unit}反馈主办单位', en: 'reported for {unit} to the lead unit' },
  'problem.takeBack': { zh: '从{unit}收回委派', en: 'took it back from {unit}' },
  'problem.retract': ({ data }) => {
    const step = steps[String(data.retracted).split('.')[1] as keyof typeof steps];
    return { zh: `撤回“${step?.zh ?? ''}”`, en: `took back “${step?.en ?? ''}”` };
  },
  'problem.returnToOpen': { zh: '退回待派单', en: 'returned it to be assigned' },
  'problem.returnToGiven': { zh: '退回{unit}重新签收', en: 'returned it to {unit} to be signed for' },
  'problem.returnToWorking': { zh: '退回{unit}办理', en: 'returned it to {unit} to be handled' },
  'problem.returnToHandled': { zh: '退回重新核查', en: 'returned it to be verified again' },
  'problem.askDeferral': {
    zh: '代表{unit}申请挂账，{review} 复核',
    en: 'asked for {unit} to put it on the books until {review}',
  },
  'problem.withdrawDeferral': { zh: '撤回挂账申请', en: 'withdrew the wish for the books' },
  'problem.decideDeferral': ({ data }) =>
    data.granted
      ? { zh: '同意挂账，{review} 复核', en: 'put it on the books until {review}' }
      : { zh: '不同意挂账', en: 'refused to put it on the books' },
  'problem.keepDeferral': {
    zh: '复核后续挂，{review} 再复核',
    en: 'reviewed it and kept it on the books until {review}',
  },
  'problem.strikeDeferral': { zh: '销账，继续办理', en: 'struck it off the books; work goes on' },
  'problem.addSigner': { zh: '请{unit}会签', en: 'asked {unit} to countersign' },
  'problem.dropSigner': { zh: '不再请{unit}会签', en: 'asks {unit} no longer to countersign' },
  'problem.signRule': ({ data }) =>
    data.rule === 'one'
      ? { zh: '改为一家同意即可办结', en: 'made it enough that one of them agrees' }
      : { zh: '改为都同意才能办结', en: 'made it necessary that all of them agree' },
  'problem.countersign': ({ data }) =>
    data.verdict === 'agree'
      ? { zh: '代表{unit}会签：同意', en: 'countersigned for {unit}: agrees' }
      : { zh: '代表{unit}会签：不同意', en: 'countersigned for {unit}: objects' },
  'problem.answerObjection': { zh: '答复{unit}的会签意见', en: 'answered the objection of {unit}' },
  'problem.overrule': { zh: '裁定{unit}的会签异议，不再等它', en: 'decided over the objection of {unit}' },
  'problem.read': { zh: '代表{unit}已阅', en: 'read it for {unit}' },
  'problem.object': { zh: '代表{unit}对终局派单提出异议', en: 'objected for {unit} to the binding assignment' },
  'problem.urge': { zh: '催办{unit}', en: 'urged {unit}' },
  'problem.addUnit': (move) =>
    'removed' in move.data
      ? { zh: '减去{unit}', en: 'took {unit} off' }
      : (added[String(move.data.role)] ?? added.assist!),
  'problem.sign': { zh: '代表{unit}签收', en: 'signed for {unit}' },
  'problem.sendBack': ({ data }) => ({
    zh: `代表{unit}退单${data.basis ? '，依据：{basis}' : ''}${data.suggestedUnit ? '，建议派给{suggestedUnitName}' : ''}`,
    en: `sent it back for {unit}${data.basis ? ', on the basis of: {basis}' : ''}${data.suggestedUnit ? '; suggests {suggestedUnitName}' : ''}`,
  }),
  'problem.handle': { zh: '代表{unit}反馈办结', en: 'reported for {unit} that it is handled' },
  'problem.verify': { zh: '核查通过', en: 'verified it' },
  'problem.refuse': { zh: '核查不通过，退回主办单位', en: 'refused it; the lead unit goes on' },
  'problem.close': { zh: '结案', en: 'closed it' },
  'problem.reopen': { zh: '重办', en: 'reopened it' },
  'problem.gather': { zh: '归入 {signals} 条线索', en: 'gathered {signals} {signals|signal|signals} into it' },
  'problem.takeOut': { zh: '移出 {signals} 条线索', en: 'took {signals} {signals|signal|signals} out' },
  'problem.split': {
    zh: '拆出 {intoName}，带走 {signals} 条线索',
    en: 'split {signals} {signals|signal|signals} off into {intoName}',
  },
  'problem.merge': {
    zh: '并入 {intoName}，{signals} 条线索随之转去',
    en: 'merged it into {intoName}, with {signals} {signals|signal|signals}',
  },
  'problem.withdraw': {
    zh: '撤回立项，{signals} 条线索退回待分诊',
    en: 'withdrew it; {signals} {signals|signal waits|signals wait} for triage again',
  },
  'problem.absorb': {
    zh: '{mergedName} 并入，带来 {signals} 条线索',
    en: 'merged {mergedName} into it, with {signals} {signals|signal|signals}',
  },
  'problem.describe': { zh: '修改了标题、说明或定类', en: 'changed its title, words or class' },
  'problem.publish': (move) =>
    move.data.again
      ? { zh: '更新了公众页上的文字', en: 'changed what the public pages say' }
      : { zh: '向公众公开', en: 'published it' },
  'problem.unpublish': { zh: '取消公开', en: 'took it off the public pages' },
  'problem.share': (move) =>
    move.data.person
      ? { zh: '共享给{personName}查看', en: 'shared it with {personName}' }
      : { zh: '共享给{unit}查看', en: 'shared it with {unit}' },
  'problem.unshare': (move) =>
    move.data.person
      ? { zh: '收回对{personName}的共享', en: 'ended sharing it with {personName}' }
      : { zh: '收回对{unit}的共享', en: 'ended sharing it with {unit}' },
  'problem.handOver': { zh: '由{wasName}交接给{unit}', en: 'handed it over from {wasName} to {unit}' },
};
