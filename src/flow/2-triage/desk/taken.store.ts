/** Signals that somebody else has dealt with meanwhile: who, what, when, and where they stand now. */
import { sql } from 'kysely';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import type { SignalState } from '#signal/signal.ts';

export type Taken = {
  id: string;
  state: SignalState;
  verb: string;
  who: string | null;
  at: Date;
  problem: { id: string; number: string; title: string; lead: string | null } | null;
};

/** Of these, those that wait for triage no more, with the last move of each; what the actor does not see is left out. */
export async function takenOf(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Taken[]> {
  const { rows } = await sql<Taken>`
    select s.id, s.state, l.verb, l.at,
           (select p.name from person p where p.id = l.actor) as who,
           (select json_build_object('id', p.id, 'number', p.number, 'title', p.title, 'lead',
                (select u.short_name from assignment a join unit u on u.id = a.to_unit
                  where a.problem_id = p.id and a.role = 'lead' and a.closed_at is null))
              from signal_problem e join problem p on p.id = e.problem_id where e.signal_id = s.id and e.closed_at is null) as problem
      from signal s join lateral (
        select l.verb, l.at, l.actor from ledger l where l.thing = s.id and l.verb = any(${MOVED}::text[]) order by l.seq desc limit 1) l on true
     where s.id = any(${ids}::uuid[]) and s.state <> 'untriaged' and ${signalSeen(actor)}`.execute(tx);
  return rows;
}

/** What takes a signal out of the queue. */
const MOVED = ['signal.gather', 'signal.dispose', 'signal.received'];
