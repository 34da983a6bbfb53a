/** What only a head can sign, kind by kind, in the order in which it is shown: another kind is one line more. */
import { causesToConfirm, measuresToAdopt, type ToSign } from '#cause/to-sign.store.ts';
import type { Actor } from '#people/actor.ts';
import { delegationsOf } from '#people/delegation.store.ts';
import type { Tx } from '#platform/db.ts';
import type { Said } from '#platform/problem.ts';
import type { SignItem } from '#views/overview.api.ts';

export type Signable = { items: SignItem[]; count: number };

export type SignSource = {
  kind: SignItem['kind'];
  said: Said;
  find: (tx: Tx, actor: Actor, limit: number) => Promise<Signable>;
};

export const signSources: readonly SignSource[] = [
  { kind: 'cause', said: { zh: '原因待核实', en: 'Causes to confirm' }, find: asSignable(causesToConfirm, 'cause') },
  {
    kind: 'measure',
    said: { zh: '措施待采纳', en: 'Measures to adopt' },
    find: asSignable(measuresToAdopt, 'measure'),
  },
  { kind: 'delegation', said: { zh: '别人代您办理', en: 'Who acts for you' }, find: delegationsGiven },
];

type Find = (tx: Tx, actor: Actor, limit: number) => Promise<ToSign[]>;

function asSignable(find: Find, kind: 'cause' | 'measure'): SignSource['find'] {
  return async (tx, actor, limit) => {
    const found = await find(tx, actor, limit);
    const items = found.map(({ id, version, words, layer, problem, by, at, for: pro, against, answers }) => ({
      ...{ kind, id, version, words, layer, by, at: at.toISOString() },
      notes:
        kind === 'cause'
          ? [{ zh: `佐证：支持 ${pro}，反对 ${against}`, en: `Evidence: ${pro} for, ${against} against` }]
          : answers.map((cause) => ({ zh: `针对：${cause}`, en: `Answers: ${cause}` })),
      on: { path: `/problems/${problem.id}/causes`, number: problem.number, title: problem.title },
    }));
    return { items, count: found[0]?.total ?? 0 };
  };
}

/** Signed already, and taken back by the same hand: they say who signs in one's name now. */
async function delegationsGiven(tx: Tx, actor: Actor, limit: number): Promise<Signable> {
  const mine = (await delegationsOf(tx, [actor.id!])).filter((one) => one.from_person_id === actor.id);
  const items = mine.slice(0, limit).map((one) => ({
    ...{ kind: 'delegation' as const, id: one.id, version: 1, words: one.reason, notes: [], layer: null, on: null },
    by: { id: one.to_person_id, name: one.to_name },
    at: one.valid_to.toISOString(),
  }));
  return { items, count: mine.length };
}
