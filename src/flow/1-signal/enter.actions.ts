/** Verbs by which one signal comes in: entered at the desk, or pushed by another system's token. */

import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { fieldProblem, problem } from '#platform/problem.ts';
import { dueOf, startLimits } from '#rules/limits.store.ts';
import { aboutSignal } from '#signal/about.ts';
import { type Arrival, contentHash, sourceKeys } from '#signal/arrival.ts';
import { type Arrived, arrive } from '#signal/arrive.actions.ts';
import { arriveInOrder } from '#signal/arrive-in-order.ts';
import { openChannel } from '#signal/channel.store.ts';
import { type Asked, asked, missing } from '#signal/channel-asks.ts';
import { keptBeside } from '#signal/extra.ts';
import type { EnterInput, PushInput } from '#signal/signal.api.ts';
import { insertPhoto, lockSignal } from '#signal/signal.store.ts';
import { codeBelongs } from '#signal/signal.ts';

const orNull = (text: string) => (text === '' ? null : text);

function told(input: EnterInput | PushInput) {
  return {
    matter: input.matter,
    urgency: input.urgency,
    secret: input.secret,
    wantsReply: input.wantsReply,
    title: orNull(input.title),
    words: input.words,
    place: orNull(input.place),
    areaId: input.areaId,
    category: orNull(input.category),
    reporter: input.reporter,
  };
}

function arrivalOf(
  tx: Tx,
  id: string,
  sourceKey: Buffer,
  rest: Omit<Arrival, 'id' | 'sourceKey' | 'rowHash' | 'importId'>,
): Arrival {
  return { ...rest, id, sourceKey, rowHash: contentHash(tx.city.keys, rest), importId: null };
}

/** @throws channel_asks, laid on the fields */
function mustHaveAsked({ name, asks }: { name: string; asks: Asked[] }, input: EnterInput): void {
  const fields = missing(asks, input).map((one) =>
    fieldProblem(one === 'place' ? one : `reporter.${one}`, 'channel_asks', { name, what: asked[one] }),
  );
  if (fields.length > 0) throw problem('malformed', { count: fields.length }, { fields });
}

/**
 * A caller's matter, typed by a call-taker; with a disposition where it was settled on the spot. What waits for triage gets
 * its clock at once, so that the call-taker can say until when; the reaction for what comes in masses finds it running.
 */
export async function enterSignal(tx: Tx, actor: Actor, input: EnterInput) {
  const { disposition } = input;
  if (disposition && !codeBelongs(disposition.kind, disposition.code)) throw problem('code_not_of_disposition');
  const channel = await openChannel(tx, input.channelId);
  mustHaveAsked(channel, input);
  const arrival = arrivalOf(tx, input.id, sourceKeys.id(input.id), {
    ...told(input),
    channelId: channel.id,
    sourceNumber: null,
    extra: {},
    saidAt: null,
    receivedAt: null,
    disposition: disposition && { kind: disposition.kind, code: disposition.code },
  });
  const by = signing(actor, 'signal.enter');
  const isNew = await once(tx, by, input.id, 'signal.enter', input);
  const [arrived] = isNew ? await arrive(tx, actor, [arrival]) : [];
  if (arrived && !disposition) await startLimits(tx, [aboutSignal({ ...input, channel_id: channel.id })], ['triage']);
  if (arrived && disposition?.words) {
    await tx
      .insertInto('signal_answer')
      .values({
        id: newId(),
        signal_id: input.id,
        by_person: actor.id!,
        at: tx.now,
        way: 'phone',
        words: disposition.words,
      })
      .execute();
  }
  const { id, number, version } = await lockSignal(tx, actor, input.id);
  return { id, number, version, due: await dueOf(tx, id) };
}

/** Tickets of another system, on the channel its token is bound to. The same ticket again is repeated, a changed one revised. */
export async function pushSignals(tx: Tx, actor: Actor, inputs: readonly PushInput[]): Promise<Arrived[]> {
  const channel = await openChannel(tx, actor.channel!);
  const arrivals = inputs.map((input) => {
    const key = input.number ? sourceKeys.number(input.number) : sourceKeys.id(input.id);
    return arrivalOf(tx, input.id, key, {
      ...told(input),
      channelId: channel.id,
      sourceNumber: input.number ?? null,
      extra: keptBeside(input.extra),
      saidAt: input.saidAt ? new Date(input.saidAt) : null,
      receivedAt: null,
      disposition: null,
    });
  });
  const arrived = await arriveInOrder(tx, actor, arrivals);
  // Without a number of its own, the id is all the identity there is: another content on it is not a revision.
  if (arrived.some(({ outcome }, i) => outcome === 'revised' && !inputs[i]!.number)) throw problem('id_taken');
  return arrived;
}

export async function addPhoto(
  tx: Tx,
  actor: Actor,
  signalId: string,
  photo: { id: string; hash: string; type: string; size: number },
) {
  mustBeAbleTo(actor, 'signal.enter');
  await lockSignal(tx, actor, signalId);
  const by = signing(actor, 'signal.enter');
  if (await once(tx, by, photo.id, 'signal.addPhoto', { signalId, hash: photo.hash })) {
    await insertPhoto(tx, signalId, photo);
    await record(tx, by, {
      verb: 'signal.addPhoto',
      kind: 'signal',
      thing: signalId,
      data: { hash: photo.hash },
      request: photo.id,
    });
  }
  return { id: photo.id, hash: photo.hash };
}
