/** The moves of an organisation as sentences. */
import { type Level, levels } from '#credit/credit.ts';
import type { Move } from '#rules/shapes.ts';
import type { Sentences } from '#web/thing/history.tsx';

const ofLevel = (zh: string, en: string) => (move: Move) => {
  const level = levels[move.data.level as Level];
  return { zh: `${zh}${level.zh}`, en: `${en} ${level.en.toLowerCase()}` };
};

export const creditSentences: Sentences = {
  'organisation.add': { zh: '登记企业', en: 'registered it' },
  'organisation.fact': { zh: '登记 {day} 的事实 {value}', en: 'recorded a fact of {day}: {value}' },
  'organisation.withdrawFact': { zh: '撤回一条事实', en: 'withdrew a fact' },
  'organisation.check': ({ data }) =>
    data.offSite
      ? { zh: '登记 {day} 的非现场监管', en: 'recorded off-site supervision of {day}' }
      : { zh: '登记 {day} 的现场监管', en: 'recorded supervision on the spot of {day}' },
  'credit.propose': ofLevel('提出等级：', 'proposed the level'),
  'credit.raise': ofLevel('确认等级：', 'confirmed the level'),
  'credit.dismiss': ofLevel('不予确认：', 'did not confirm'),
  'credit.askRepair': ofLevel('申请修复：', 'asked for repair of'),
  'credit.repair': ofLevel('同意修复：', 'granted the repair of'),
  'credit.refuseRepair': ofLevel('不同意修复：', 'refused the repair of'),
  'credit.expire': ofLevel('到期恢复：', 'saw the end of'),
};
