/** Setting ladders: dated versions, each for limits that begin under it; a new version ends the one that it replaces. */
import { dayOf, startOfDay } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import { presentPerson } from '#people/person.store.ts';
import type { Tx } from '#platform/db.ts';
import { fieldProblem, problem } from '#platform/problem.ts';
import { allLadders, endLadder, holdLadders, insertLadder, type Ladder } from '#supervision/ladder.store.ts';
import {
  type Condition,
  conditionsOf,
  type Fault,
  faultsOf,
  type LadderKind,
  ladderKinds,
  limitsOf,
  type Rung,
} from '#supervision/ladder.ts';
import { datesFault } from '#supervision/ladder-dates.ts';

type Of = { kind: LadderKind; limitName: string | null; condition: Condition | null };
type Dated = { from: string | null; to: string | null; replaces: string | null };
type Input = Of & Dated & { id: string; name: string; fallbackId: string; rungs: Rung[]; reason: string };

/**
 * @throws malformed with each rung and day that cannot be, ladder_limit_unknown, ladder_condition_unknown; ladder_none where
 * what it replaces has ended; person_left where the fallback or a named person has gone.
 */
export async function issueLadder(tx: Tx, actor: Actor, input: Input): Promise<{ id: string }> {
  const { id, kind, limitName, condition, name, fallbackId, rungs, reason, from, to, replaces } = input;
  mustFit(input);
  await holdLadders(tx);
  const by = signing(actor, 'ladder.manage');
  if (!(await once(tx, by, id, 'ladder.issue', input))) return { id };
  for (const person of [fallbackId, ...rungs.flatMap((rung) => rung.person?.id ?? [])]) await presentPerson(tx, person);
  const ladders = await allLadders(tx);
  const validFrom = from === null || from === dayOf(tx.now) ? tx.now : startOfDay(from);
  const validTo = to === null ? null : startOfDay(to);
  if (replaces) {
    const old = mustStand(tx, ladders, replaces);
    await endLadder(tx, old.id, validFrom);
  }
  mustFitDays(tx, input, ladders, validFrom, validTo);
  const dated = { validFrom, validTo, by: personOf(actor) };
  await insertLadder(tx, { ...dated, id, kind, limitName, condition, name, fallbackId, rungs, reason });
  const data = { kind, limit: limitName, condition, from, to, rungs: rungs.length, was: replaces };
  await record(tx, by, { verb: 'ladder.issue', kind: 'ladder', thing: id, reason, data, request: id });
  return { id };
}

/** Limits that run go on up the ladder they began with. @throws ladder_none, malformed */
export async function stopLadder(
  tx: Tx,
  actor: Actor,
  ladderId: string,
  input: { id: string; day: string | null; reason: string },
): Promise<{ id: string }> {
  await holdLadders(tx);
  const by = signing(actor, 'ladder.manage');
  const { id, day, reason } = input;
  if (!(await once(tx, by, id, 'ladder.end', { ladderId, ...input }))) return { id: ladderId };
  mustStand(tx, await allLadders(tx), ladderId);
  if (day !== null && day < dayOf(tx.now)) throw wrongDay('day', 'ladder_from_past');
  await endLadder(tx, ladderId, day === null || day === dayOf(tx.now) ? tx.now : startOfDay(day));
  await record(tx, by, { verb: 'ladder.end', kind: 'ladder', thing: ladderId, reason, data: { day }, request: id });
  return { id: ladderId };
}

const fieldOf: Partial<Record<Fault, string>> = { no_answer_days: 'answerDays', reminder_up: 'up' };

export function mustFit({ kind, limitName, condition, rungs }: Of & { rungs: readonly Rung[] }): void {
  const of = { kind: ladderKinds[kind] };
  if (limitName !== null && !(limitsOf[kind] as readonly string[]).includes(limitName))
    throw problem('ladder_limit_unknown', of);
  if (condition !== null && !(conditionsOf[kind] as readonly string[]).includes(condition))
    throw problem('ladder_condition_unknown', of);
  const fields = faultsOf(rungs).map(({ nth, fault }) =>
    fieldProblem(`rungs.${nth}.${fieldOf[fault] ?? 'at'}`, `ladder_${fault}`),
  );
  if (fields.length > 0) throw problem('malformed', { count: fields.length }, { fields });
}

function mustFitDays(tx: Tx, input: Input, ladders: readonly Ladder[], from: Date, to: Date | null): void {
  const same = ladders.filter(
    (one) =>
      one.id !== input.replaces &&
      one.kind === input.kind &&
      one.limitName === input.limitName &&
      one.condition === input.condition,
  );
  const fault = datesFault({ from, to }, same, tx.now);
  if (!fault) return;
  const { field, code, other } = fault;
  const params = other && {
    name: other.name,
    from: dayOf(other.validFrom),
    to: other.validTo ? dayOf(other.validTo) : '…',
  };
  throw problem('malformed', { count: 1 }, { fields: [fieldProblem(field, code, params ?? {})] });
}

const wrongDay = (field: string, code: 'ladder_from_past') =>
  problem('malformed', { count: 1 }, { fields: [fieldProblem(field, code)] });

/** It holds, or is to hold: somebody may have ended it meanwhile. */
function mustStand(tx: Tx, ladders: readonly Ladder[], id: string): Ladder {
  const found = ladders.find((one) => one.id === id);
  if (!found || (found.validTo !== null && found.validTo <= tx.now)) throw problem('ladder_none');
  return found;
}
