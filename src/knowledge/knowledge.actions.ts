/** What is done with an entry: written, published by somebody else, confirmed, withdrawn. */
import { dayOf } from '#clock/day.ts';
import { indexPhrases } from '#knowledge/find.store.ts';
import type { Content, Owner } from '#knowledge/knowledge.api.ts';
import { rolesTowards } from '#knowledge/knowledge.scope.ts';
import {
  type EntryRow,
  insertDraft,
  insertEntry,
  loadVersion,
  lockEntry,
  publishVersion,
  writeEntry,
} from '#knowledge/knowledge.store.ts';
import { type KnowledgeStep, lifeCycle, misfitOf } from '#knowledge/knowledge.ts';
import { fulfilWish } from '#knowledge/wish.actions.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import { loadUnit } from '#people/unit.store.ts';
import type { Tx } from '#platform/db.ts';
import { fieldProblem, problem } from '#platform/problem.ts';
import { mustBeOpen } from '#rules/decide.ts';

type Decision = { id: string; version: number };

type Days = Pick<Content, 'validFrom' | 'validTo' | 'reviewOn'>;

/** @throws knowledge_days where the days contradict one another or somebody would look again in the past */
function mustHoldTogether(tx: Tx, days: Days) {
  const field = misfitOf(dayOf(tx.now), days);
  if (field) throw problem('malformed', { count: 1 }, { fields: [fieldProblem(field, 'knowledge_days')] });
}

/** @throws knowledge_owner where the unit is closed; forbidden where the actor does not write for it */
async function mustOwn(tx: Tx, actor: Actor, { ownerUnit }: Owner): Promise<void> {
  mustBeAbleTo(actor, 'knowledge.write', [ownerUnit]);
  const unit = await loadUnit(tx, ownerUnit);
  if (!unit || unit.valid_to !== null) throw problem('knowledge_owner');
}

type Writing = Content & Owner & { id: string };

/** A new entry, which nobody is answered from before it is published. @throws forbidden, knowledge_days, knowledge_owner */
export async function addEntry(tx: Tx, actor: Actor, input: Writing & { wishId?: string | null }): Promise<Decision> {
  await mustOwn(tx, actor, input);
  mustHoldTogether(tx, input);
  const by = signing(actor, 'knowledge.write', [input.ownerUnit]);
  if (!(await once(tx, by, input.id, 'knowledge.add', input)))
    return { id: input.id, version: (await lockEntry(tx, input.id)).version };
  const number = await insertEntry(tx, input.id, input);
  const draft = await insertDraft(tx, input.id, input, personOf(actor));
  const version = await writeEntry(tx, input.id, { draft_id: draft });
  if (input.wishId) await fulfilWish(tx, actor, input.wishId, input.id);
  const data = { number, draft };
  const entry = { verb: 'knowledge.add', kind: 'knowledge', thing: input.id, unit: input.ownerUnit, data };
  await record(tx, by, { ...entry, request: input.id });
  return { id: input.id, version };
}

/** Lock, once, open; then `write`, and a row in the ledger. Nothing where it was decided before. */
async function decide(
  tx: Tx,
  actor: Actor,
  entryId: string,
  step: KnowledgeStep,
  input: Decision & { reason?: string },
  write: (entry: EntryRow) => Promise<{ version: number; data: Record<string, unknown> }>,
): Promise<Decision> {
  const entry = await lockEntry(tx, entryId);
  const verb = step === 'publish' ? 'knowledge.publish' : 'knowledge.write';
  const by = signing(actor, verb, [entry.ownerUnit]);
  if (!(await once(tx, by, input.id, `knowledge.${step}`, { entryId, ...input })))
    return { id: entry.id, version: entry.version };
  await mustBeOpen(tx, lifeCycle, step, entry, rolesTowards(actor, entry.ownerUnit), input.version);
  const { version, data } = await write(entry);
  const told = { verb: `knowledge.${step}`, kind: 'knowledge', thing: entryId, unit: entry.ownerUnit, data };
  await record(tx, by, { ...told, request: input.id, ...(input.reason && { reason: input.reason }) });
  return { id: entryId, version };
}

/** A version that waits for its reviewer; what is published goes on answering until then. */
export const changeEntry = (tx: Tx, actor: Actor, entryId: string, input: Writing & Decision) =>
  decide(tx, actor, entryId, 'write', input, async () => {
    await mustOwn(tx, actor, input);
    mustHoldTogether(tx, input);
    const draft = await insertDraft(tx, entryId, input, personOf(actor));
    const owner = { owner_unit: input.ownerUnit, owner_person: input.ownerPerson };
    return { version: await writeEntry(tx, entryId, { draft_id: draft, ...owner }), data: { draft } };
  });

/** @throws knowledge_no_draft, knowledge_own_draft */
export const publishEntry = (tx: Tx, actor: Actor, entryId: string, input: Decision) =>
  decide(tx, actor, entryId, 'publish', input, async ({ draftId }) => {
    if (draftId === null) throw problem('knowledge_no_draft');
    const { writtenBy, reviewOn, question, wordings } = await loadVersion(tx, draftId);
    if (writtenBy === personOf(actor)) throw problem('knowledge_own_draft');
    await publishVersion(tx, draftId, personOf(actor));
    await indexPhrases(tx, entryId, [question, ...wordings]);
    const change = { state: 'published', current_id: draftId, draft_id: null, review_on: reviewOn } as const;
    return { version: await writeEntry(tx, entryId, change), data: { to: 'published', version: draftId } };
  });

export const confirmEntry = (tx: Tx, actor: Actor, entryId: string, input: Decision & { reviewOn: string }) =>
  decide(tx, actor, entryId, 'confirm', input, async () => {
    const today = dayOf(tx.now);
    mustHoldTogether(tx, { validFrom: today, validTo: null, reviewOn: input.reviewOn });
    const version = await writeEntry(tx, entryId, { review_on: input.reviewOn });
    return { version, data: { reviewOn: input.reviewOn } };
  });

/** Nobody is answered from it any more; its versions stay. */
export const withdrawEntry = (tx: Tx, actor: Actor, entryId: string, input: Decision & { reason: string }) =>
  decide(tx, actor, entryId, 'withdraw', input, async () => {
    await indexPhrases(tx, entryId, []);
    const version = await writeEntry(tx, entryId, { state: 'withdrawn', draft_id: null });
    return { version, data: { to: 'withdrawn' } };
  });
