/** Who made an edge, when and why; of several decisions one line each. */
import type { Edge } from '#views/source-line.api.ts';
import type { LineEdge } from '#web/source/line-graph.ts';
import { nameOf, type Things } from '#web/source/line-things.ts';
import { deeds, reasons, sourceWords } from '#web/source/source.words.ts';
import { useLine } from '#web/source/use-line.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

/** “沈立 3月12日 周四 17:30 归入 3 条：同一夜市”, for every decision of an edge. */
export function useDeeds(): (edge: Edge) => string {
  const t = useWords(sourceWords);
  const say = useSaid();
  const times = useTimes();
  const numbers = useNumbers();
  return ({ kind, by, at, why, count }) => {
    const deed = say(deeds[kind], { count: numbers.whole(count ?? 0) });
    const code = why === null ? undefined : reasons[why];
    const reason = code ? say(code) : why;
    return `${by?.name ?? t('somebody')} ${times.moment(at)} ${deed}${reason ? `：${reason}` : ''}`;
  };
}

/** An end of an edge in few words: signals by how many they are. */
export function useEnd(things: Things): (id: string) => string {
  const t = useWords(sourceWords);
  return (id) => {
    const fold = things.signals.get(id);
    if (fold) return `${fold.count} ${t('signalsUnit', { count: fold.count })}`;
    const acceptance = things.acceptances.has(id);
    return acceptance ? t('acceptMark') : nameOf(things, id);
  };
}

/** Decisions that stand in the card; the rest is a number. */
const SHOWN = 5;

/** All that is said of an edge, the latest decision first. */
export function useEdgeSaid(): (edge: LineEdge) => { ends: string; said: string[]; rest: number } {
  const t = useWords(sourceWords);
  const { things } = useLine();
  const deed = useDeeds();
  const end = useEnd(things);
  return ({ from, to, kind, decisions }) => {
    const first = decisions[0]!;
    const single = decisions.every((one) => one.from === first.from && one.to === first.to);
    const unnamed = kind === 'gathered' ? (things.signals.get(from)?.moreDecisions ?? 0) : 0;
    const sorted = [...decisions].sort((a, b) => (a.at < b.at ? 1 : -1));
    const ends = single
      ? t('fromTo', { from: end(first.from), to: end(first.to) })
      : t('fromTo', { from: end(from), to: end(to) });
    return { ends, said: sorted.slice(0, SHOWN).map(deed), rest: unnamed + Math.max(0, sorted.length - SHOWN) };
  };
}

export function EdgeCard({ edge }: { edge: LineEdge }) {
  const t = useWords(sourceWords);
  const { ends, said, rest } = useEdgeSaid()(edge);
  return (
    <>
      <p className="edge-ends">{ends}</p>
      <ul>
        {said.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
      {rest > 0 && <p className="faint">{t('moreThese', { count: rest })}</p>}
    </>
  );
}
