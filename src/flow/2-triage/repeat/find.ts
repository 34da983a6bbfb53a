/** The likely same-matter problems of a text: found by the index, read from the database as the actor sees it, judged word by word. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { surenessOf } from '#triage/category/proposal.ts';
import { steps } from '#triage/problem.ts';
import { nearByDatabase } from '#triage/repeat/by-database.store.ts';
import { nearTo } from '#triage/repeat/follow.ts';
import { type Judged, judge } from '#triage/repeat/judge.ts';
import type { RepeatShown } from '#triage/repeat/repeat.api.ts';
import { SHOWN } from '#triage/repeat/repeat.ts';
import { type Found, factsOf, seenTexts } from '#triage/repeat/seen.store.ts';

/** Texts that are read and judged: of real pairs 97 % stood among the first 16, 99 % among 24 (decision 30). */
const JUDGED = 16;
/** Of each problem: its others would be judged alike. */
const OF_EACH = 2;
/** Texts that are looked up: whoever sees a part of the city sees a part of these. */
const LOOKED = 400;

export type AskedOf = { words: string; place: string };
export type Repeats = { source: 'index' | 'database'; found: (Judged & { problem: string })[] };

/** `judged`: so many texts are read. `open`: only what everybody may read, since what is found is kept as a proposal. */
export type Reading = { judged: number; open: boolean };

export async function findRepeats(
  tx: Tx,
  actor: Actor,
  { words, place }: AskedOf,
  { judged, open }: Reading = { judged: JUDGED, open: false },
): Promise<Repeats> {
  const text = [place, words].filter((part) => part.trim() !== '').join('\n');
  if (text.trim().length < 2) return { source: 'index', found: [] };
  const near = await nearTo(tx.city, text, LOOKED);
  const refs: Found[] = near ?? (await nearByDatabase(tx, text, LOOKED));
  const texts = await seenTexts(tx, actor, fewOfEach(refs), { limit: judged, open });
  return { source: near ? 'index' : 'database', found: judge({ words, place }, texts).slice(0, SHOWN) };
}

function fewOfEach(refs: readonly Found[]): Found[] {
  const counts = new Map<string, number>();
  return refs.filter(({ problem }) => {
    const count = (counts.get(problem) ?? 0) + 1;
    counts.set(problem, count);
    return count <= OF_EACH;
  });
}

export async function showRepeats(tx: Tx, actor: Actor, asked: AskedOf) {
  const { source, found } = await findRepeats(tx, actor, asked);
  const facts = await factsOf(
    tx,
    found.map(({ problem }) => problem),
  );
  const items = found.flatMap(({ problem, same, because }): RepeatShown[] => {
    const fact = facts.get(problem);
    if (!fact) return [];
    const { id, number, title, state, signals, last_at } = fact;
    const gatherable: readonly string[] = steps.gather.from;
    return [
      {
        problem: { id, number, title, state },
        ...{ same, sureness: surenessOf(same), because, signals },
        lastAt: last_at?.toISOString() ?? null,
        open: gatherable.includes(state),
      },
    ];
  });
  return { source, items };
}
