/** A person decides what signals are about; what was proposed is decided with it. Up to a thousand at once. */
import { sql } from 'kysely';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import { allCategories } from '#triage/category/category.store.ts';
import { decideProposals } from '#triage/category/proposal.store.ts';
import { openCategories, proposeAgain } from '#triage/category/signal-category.store.ts';
import { lockSignals } from '#triage/edge.store.ts';

/** `was`: the category its maker saw, where another's decision must not be written over; null: none. */
export type Categorised = { signalId: string; categoryId: string | null; was?: string | null | undefined };

/**
 * One ledger row a signal. `categoryId` null takes a category back: what was proposed before waits again.
 * @param input.id the decision's own id.
 * @throws not_found, category_closed, category_changed naming the signals that somebody has categorised meanwhile
 */
export async function categoriseSignals(
  tx: Tx,
  actor: Actor,
  input: { id: string; items: readonly Categorised[] },
): Promise<{ id: string; changed: number }> {
  mustBeAbleTo(actor, 'signal.triage');
  const by = signing(actor, 'signal.triage');
  const person = personOf(actor);
  const ids = input.items.map(({ signalId }) => signalId);
  const signals = await lockSignals(tx, actor, ids);
  if (!(await once(tx, by, input.id, 'signal.categorise', input))) return { id: input.id, changed: 0 };
  const known = new Set((await allCategories(tx)).map(({ id }) => id));
  if (input.items.some(({ categoryId }) => categoryId !== null && !known.has(categoryId)))
    throw problem('category_closed');
  const before = await openCategories(tx, ids);
  const numbers = new Map(signals.map(({ id, number }) => [id, number]));
  const moved = input.items.filter(
    ({ signalId, was }) => was !== undefined && (before.get(signalId)?.categoryId ?? null) !== was,
  );
  if (moved.length > 0) {
    const named = moved.slice(0, 5).map(({ signalId }) => numbers.get(signalId));
    const detail = { signals: moved.map(({ signalId }) => signalId) };
    throw problem('category_changed', { count: moved.length, numbers: named.join('、') }, { detail });
  }
  const changed = input.items.filter(
    ({ signalId, categoryId }) => (before.get(signalId)?.categoryId ?? null) !== categoryId,
  );
  await close(
    tx,
    changed.map(({ signalId }) => signalId),
    person,
  );
  const given = input.items.flatMap(({ signalId, categoryId }) =>
    categoryId === null ? [] : [{ signalId, chosen: categoryId }],
  );
  const decided = await decideProposals(tx, 'category', given, person);
  await open(tx, changed, decided, person);
  await proposeAgain(
    tx,
    changed.flatMap(({ signalId, categoryId }) => (categoryId === null ? [signalId] : [])),
  );
  await record(
    tx,
    by,
    changed.map(({ signalId, categoryId }) => ({
      ...{ verb: 'signal.categorise', kind: 'signal', thing: signalId, request: input.id },
      data: {
        category: categoryId,
        was: before.get(signalId)?.categoryId ?? null,
        ...(decided.has(signalId) && { proposal: decided.get(signalId) }),
      },
    })),
  );
  return { id: input.id, changed: changed.length };
}

const close = (tx: Tx, signalIds: string[], person: string) =>
  sql`update signal_category set closed_at = ${tx.now}, closed_by = ${person}
     where signal_id = any(${signalIds}::uuid[]) and closed_at is null`.execute(tx);

async function open(
  tx: Tx,
  changed: readonly Categorised[],
  proposals: ReadonlyMap<string, string>,
  person: string,
): Promise<void> {
  const rows = changed.flatMap(({ signalId, categoryId }) =>
    categoryId === null
      ? []
      : [
          {
            ...{ id: newId(), signal_id: signalId, category_id: categoryId, opened_by: person, opened_at: tx.now },
            proposal_id: proposals.get(signalId) ?? null,
          },
        ],
  );
  if (rows.length > 0) await tx.insertInto('signal_category').values(rows).execute();
}
