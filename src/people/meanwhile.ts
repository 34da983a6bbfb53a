/** Two at one thing: the second learns what the first did. */
import { verbWords } from '#people/verbs.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

/** @throws changed_meanwhile, with who did what last, where the version that was seen is not the present one */
export async function mustBeCurrent(tx: Tx, thing: string, seen: number, present: number): Promise<void> {
  if (seen === present) return;
  const last = await tx
    .selectFrom('ledger')
    .leftJoin('person', 'person.id', 'ledger.actor')
    .select(['ledger.verb', 'ledger.at', 'person.name'])
    .where('thing', '=', thing)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const who = last?.name ?? { zh: '系统', en: 'The system' };
  const what = verbWords(last?.verb ?? '');
  throw problem('changed_meanwhile', { who, what }, { detail: { who, verb: last?.verb, at: last?.at.toISOString() } });
}
