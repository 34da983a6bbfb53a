/** Verbs of measures: proposed on one or more causes, adopted, dropped, carried out together with one of the other layer. */
import { lockTraced } from '#cause/cause.actions.ts';
import { lockCause } from '#cause/cause.store.ts';
import type { Layer } from '#cause/cause.ts';
import { type Decision, type Done, decideOnMeasure } from '#cause/decide.ts';
import {
  answerCauses,
  causesAnswered,
  closePair,
  insertMeasure,
  lockMeasure,
  type MeasureRow,
  openPair,
} from '#cause/measure.store.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

type Described = { layer: Layer; words: string; causes: string[] };

/** @throws cause_not_here where one of them does not stand under a problem that the actor sees. */
async function mustStand(tx: Tx, actor: Actor, causes: string[], problemId?: string): Promise<void> {
  for (const id of [...causes].sort()) {
    const { cause, problems } = await lockCause(tx, actor, id);
    const dead = cause.state === 'withdrawn' || cause.state === 'merged' || cause.state === 'refuted';
    if (dead || (problemId && !problems.includes(problemId))) throw problem('cause_not_here');
  }
}

export async function proposeMeasure(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Described & { id: string },
): Promise<Done> {
  const by = await lockTraced(tx, actor, problemId);
  if (await once(tx, by, input.id, 'measure.propose', { problemId, ...input })) {
    const { id, layer, words, causes } = input;
    await mustStand(tx, actor, causes, problemId);
    await insertMeasure(tx, { id, layer, words, by: personOf(actor) });
    await answerCauses(tx, id, causes, personOf(actor));
    const data = { problem: problemId, layer, causes };
    await record(tx, by, { verb: 'measure.propose', kind: 'measure', thing: id, data, request: id });
  }
  const { measure } = await lockMeasure(tx, actor, input.id);
  return { id: measure.id, version: measure.version };
}

export function describeMeasure(tx: Tx, actor: Actor, id: string, input: Decision & Described): Promise<Done> {
  return decideOnMeasure(tx, actor, id, 'describe', input, async ({ measure, person }) => {
    const before = await causesAnswered(tx, id);
    await mustStand(
      tx,
      actor,
      input.causes.filter((cause) => !before.includes(cause)),
    );
    await answerCauses(tx, id, input.causes, person);
    const { layer, words, causes } = input;
    const old = { layer: measure.layer, causes: before, wordsChanged: measure.words !== words };
    return { change: { layer, words }, data: { old, new: { layer, causes } } };
  });
}

const stepOf = { adopted: 'adopt', dropped: 'drop', proposed: 'restore' } as const;

export function judgeMeasure(
  tx: Tx,
  actor: Actor,
  id: string,
  input: Decision & { finding: keyof typeof stepOf; words: string },
): Promise<Done> {
  return decideOnMeasure(tx, actor, id, stepOf[input.finding], input, async () => ({ reason: input.words }));
}

/** An operational and an organisational measure go together, or apart again. @throws pair_of_one_layer */
export function pairMeasures(
  tx: Tx,
  actor: Actor,
  id: string,
  input: Decision & { withId: string; together: boolean },
): Promise<Done> {
  return decideOnMeasure(tx, actor, id, input.together ? 'pair' : 'part', input, async ({ measure, person }) => {
    const { measure: other } = await lockMeasure(tx, actor, input.withId);
    const pair = pairOf(measure, other);
    await (input.together ? openPair(tx, pair, person) : closePair(tx, pair, person));
    return { data: { with: other.id } };
  });
}

function pairOf(a: MeasureRow, b: MeasureRow) {
  if (a.layer === b.layer) throw problem('pair_of_one_layer');
  return a.layer === 'operational'
    ? { operational: a.id, organisational: b.id }
    : { operational: b.id, organisational: a.id };
}
