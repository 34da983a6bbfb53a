/** The ledger of a signal in sentences. */
import type { Said } from '#platform/problem.ts';
import type { Move } from '#rules/shapes.ts';
import { type DispositionCode, dispositionCodes, dispositions, steps, type Way, ways } from '#signal/signal.ts';
import { otherVerbs } from '#views/work-words.ts';
import { purposes } from '#web/signals/signal-page.words.ts';
import type { Sentences } from '#web/thing/history.tsx';

const joined = (first: Said, ...more: (Said | undefined)[]): Said => ({
  zh: [first, ...more].flatMap((said) => said?.zh ?? []).join(' · '),
  en: [first, ...more].flatMap((said) => said?.en ?? []).join(' · '),
});

const wayOf = ({ data }: Move): Said | undefined => ways[data.way as Way];

const reachedOf = ({ data }: Move): Said =>
  data.reached ? { zh: '已联系上', en: 'reached' } : { zh: '未联系上', en: 'not reached' };

function disposedAs(code: unknown): Said | undefined {
  const row = dispositionCodes[code as DispositionCode];
  return row && joined(dispositions[row.of], row);
}

const solved: Record<string, Said> = {
  yes: { zh: '已解决', en: 'solved' },
  partly: { zh: '部分解决', en: 'partly solved' },
  no: { zh: '未解决', en: 'not solved' },
};

export const signalSentences: Sentences = {
  ...otherVerbs,
  ...Object.fromEntries(Object.entries(steps).map(([step, { zh, en }]) => [`signal.${step}`, { zh, en }])),
  'signal.received': (move) => joined(otherVerbs['signal.received']!, disposedAs(move.data.disposition)),
  'signal.gather': { zh: '归入问题 {problemName}', en: 'gathered it into {problemName}' },
  'signal.takeOut': { zh: '移出问题 {problemName}', en: 'took it out of {problemName}' },
  'signal.divide': { zh: '拆出另一条 {intoName}', en: 'divided {intoName} off' },
  'signal.divided': { zh: '由 {fromName} 拆分而来', en: 'divided it off {fromName}' },
  'signal.dispose': (move) => joined(steps.dispose, disposedAs(move.data.code)),
  'signal.contact': (move) => joined(steps.contact, wayOf(move), reachedOf(move)),
  'signal.answer': (move) => joined(steps.answer, wayOf(move)),
  'signal.callBack': (move) => joined(steps.callBack, reachedOf(move), solved[String(move.data.solved)]),
  'signal.reveal': (move) => joined(otherVerbs['signal.reveal']!, purposes[move.data.purpose as keyof typeof purposes]),
};
