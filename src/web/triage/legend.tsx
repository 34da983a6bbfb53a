/** Which line under the words means what: thick, dotted, dashed; shapes before colours. */
import { type MarkKind, markKinds } from '#web/triage/highlight.ts';
import { triageWords } from '#web/triage/triage.words.ts';
import { useWords } from '#web/words/words.ts';

const keys = { category: 'legendCategory', place: 'legendPlace', unit: 'legendUnit' } as const satisfies Record<
  MarkKind,
  keyof typeof triageWords
>;

export function Legend() {
  const t = useWords(triageWords);
  return (
    <ul className="triage-legend">
      {markKinds.map((kind) => (
        <li key={kind}>
          <mark className={`marks-${kind}`}>{t(keys[kind])}</mark>
        </li>
      ))}
    </ul>
  );
}
