/** Before a decision is written: is the step open, and has its maker seen how the thing stands? */
import { sql } from 'kysely';
import type { Tx } from '#platform/db.ts';
import { problem, type Said } from '#platform/problem.ts';
import { type Closed, refusal, type StateWords, type Steps } from '#rules/steps.ts';

type Cycle<State extends string, Role extends string> = {
  steps: Steps<State, Role>;
  states: Record<State, StateWords>;
  roles: Record<Role, Said>;
  /** Ledger verbs that change the thing and are no steps of its own. */
  also?: Record<string, Said>;
};

export type Thing<State extends string> = { id: string; state: State; version: number };

/**
 * @param seen the version that the maker of the decision had on the page.
 * @throws changed_meanwhile with who and what; forbidden where it is never theirs; not_now with the reason.
 */
export async function mustBeOpen<State extends string, Role extends string>(
  tx: Tx,
  cycle: Cycle<State, Role>,
  step: string,
  thing: Thing<State>,
  held: ReadonlySet<Role>,
  seen: number,
): Promise<void> {
  const closed = refusal(cycle, step, thing.state, held);
  if (closed?.never) throw problem('forbidden', { verb: wordsOf(cycle, step) }, { detail: reason(closed) });
  if (seen !== thing.version) throw await changed(tx, thing, (verb) => wordsOf(cycle, verb));
  if (closed) throw problem('not_now', { step: wordsOf(cycle, step), reason: { zh: closed.zh, en: closed.en } });
}

const reason = ({ zh, en }: Closed) => ({ reason: { zh, en } });

function wordsOf(cycle: { steps: Record<string, Said>; also?: Record<string, Said> }, step: string): Said {
  const row = cycle.steps[step] ?? cycle.also?.[step];
  return row ? { zh: row.zh, en: row.en } : { zh: '改动', en: 'a change' };
}

/** These leave a thing as it is: nobody's page grows old by them. */
const changesNothing = [
  ...['problem.share', 'problem.unshare', 'signal.reveal', 'signal.addPhoto', 'signal.categorise'],
  ...['reading.record', 'reading.withdraw', 'indicator.count'],
  'rung.fire',
];

/** Who did what last to the thing, from its ledger. */
async function changed(tx: Tx, thing: { id: string; version: number }, words: (step: string) => Said) {
  const { rows } = await sql<{ verb: string; kind: string; name: string | null; at: Date }>`
    select l.verb, l.actor_kind as kind, p.name, l.at from ledger l left join person p on p.id = l.actor
     where l.thing = ${thing.id} and l.verb <> all(${changesNothing}) order by l.seq desc limit 1`.execute(tx);
  const last = rows[0];
  const what = words(last?.verb.split('.')[1] ?? '');
  const nameless = last?.kind === 'reporter' ? { zh: '诉求人', en: 'The reporter' } : { zh: '系统', en: 'The program' };
  const who = last?.name ?? nameless;
  return problem(
    'changed_meanwhile',
    { who, what },
    { detail: { version: thing.version, at: last?.at.toISOString(), verb: last?.verb } },
  );
}
