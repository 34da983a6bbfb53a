/** The moves of a theme as sentences. */
import { steps } from '#triage/theme/theme.ts';
import type { Sentences } from '#web/thing/history.tsx';

export const themeSentences: Sentences = {
  'theme.confirm': { zh: '确认为主题', en: 'confirmed it' },
  'theme.rename': { zh: '由“{was}”改名为“{now}”', en: 'renamed it from “{was}” to “{now}”' },
  'theme.merge': {
    zh: '并入“{intoName}”（{groups} 件事）',
    en: 'merged it into “{intoName}” ({groups} {groups|matter|matters})',
  },
  'theme.absorb': { zh: '“{name}”并入', en: 'merged “{name}” into it' },
  'theme.split': {
    zh: '拆出“{intoName}”（{groups} 件事、{signals} 条线索）',
    en: 'split off “{intoName}” ({groups} {groups|matter|matters}, {signals} {signals|signal|signals})',
  },
  'theme.make': { zh: '由“{name}”拆分而来', en: 'split it off “{name}”' },
  'theme.takeOut': { zh: '移出 {signals} 条线索', en: 'took {signals} {signals|signal|signals} out' },
  'theme.dismiss': { zh: '不作为主题', en: 'dismissed it' },
  'theme.restore': { zh: '恢复', en: 'restored it' },
  'theme.found': {
    zh: '立为共性问题 {problemName}，归入 {signals} 条线索，统领 {problems} 个问题',
    en: 'made it common problem {problemName}, with {signals} {signals|signal|signals}, through {problems} {problems|problem|problems}',
  },
  'theme.follow': {
    zh: '新归入 {signals} 条线索，列入 {problems} 个问题',
    en: 'gathered {signals} more {signals|signal|signals}, listed {problems} more {problems|problem|problems}',
  },
  'theme.undo': ({ data }) => {
    const step = steps[data.step as keyof typeof steps];
    return step
      ? { zh: `撤销了“${step.zh}”`, en: `took back “${step.en.toLowerCase()}”` }
      : { zh: '撤销', en: 'took it back' };
  },
};
