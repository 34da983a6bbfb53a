/** What follows a signal's arrival: the problems that it may be about, as a proposal for whoever triages it. */
import { sql } from 'kysely';
import type { LedgerRow } from '#ledger/ledger.ts';
import { program } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { writeProposals } from '#triage/category/proposal.store.ts';
import type { Proposed } from '#triage/category/proposal.ts';
import { findRepeats } from '#triage/repeat/find.ts';
import { RECENT_DAYS } from '#triage/repeat/repeat.ts';

/** Texts judged for each: what comes in masses waits for nobody, and must not hold up who does. */
const JUDGED = 8;

type Arrived = { id: string; words: string; place: string | null };

/**
 * For signals that wait for triage and came of late; those of an old file are no repeats of what lives now. By what
 * everybody may read alone: a secret signal gives no reason away.
 */
export async function proposeRepeats(tx: Tx, rows: LedgerRow[]): Promise<void> {
  const { rows: arrived } = await sql<Arrived>`
    select id, concat_ws(E'\n', title, words) as words, place from signal
     where id = any(${rows.map((row) => row.thing)}::uuid[]) and state = 'untriaged' and erased_at is null
       and received_at > ${tx.now}::timestamptz - make_interval(days => ${RECENT_DAYS}) order by id`.execute(tx);
  const revised = new Set(rows.flatMap(({ verb, thing }) => (verb === 'signal.revised' ? thing : [])));
  const proposals: Proposed[] = [];
  for (const { id, words, place } of arrived) {
    const { found } = await findRepeats(tx, program, { words, place: place ?? '' }, { judged: JUDGED, open: true });
    const answers = found.map(({ problem, same, because }) => ({
      id: problem,
      confidence: same,
      because: because.map(({ text }) => text),
    }));
    // What was said of older words holds no more.
    if (answers.length > 0 || revised.has(id)) proposals.push({ signalId: id, kind: 'repeat', modelId: null, answers });
  }
  await writeProposals(tx, proposals);
}
