/** The moves of a cause, as its history says them. */
import type { Sentences } from '#web/thing/history.tsx';

export const causeSentences: Sentences = {
  'cause.add': { zh: '写下这个原因', en: 'put it down' },
  'cause.describe': { zh: '修改了它', en: 'changed it' },
  'cause.confirm': { zh: '核实', en: 'confirmed it' },
  'cause.refute': { zh: '排除', en: 'refuted it' },
  'cause.doubt': { zh: '要求重新核实', en: 'opened it to doubt again' },
  'cause.weigh': ({ data }) =>
    data.taken_back
      ? { zh: '收回一条佐证', en: 'took back evidence' }
      : data.side === 'against'
        ? { zh: '补充反对的佐证', en: 'added evidence against it' }
        : { zh: '补充支持的佐证', en: 'added evidence for it' },
  'cause.rehang': { zh: '改挂到别处', en: 'hung it elsewhere' },
  'cause.link': ({ data }) =>
    data.taken_off
      ? { zh: '从一个问题取下', en: 'took it off a problem' }
      : { zh: '关联到另一个问题', en: 'linked it to another problem' },
  'cause.merge': { zh: '并入另一原因', en: 'merged it into another' },
  'cause.withdraw': { zh: '撤下', en: 'withdrew it' },
  'cause.restore': { zh: '恢复', en: 'restored it' },
};
