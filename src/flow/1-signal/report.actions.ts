/** The verb by which a citizen reports on the public pages, without an account. */

import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { reporter } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { problem } from '#platform/problem.ts';
import { startLimits } from '#rules/limits.store.ts';
import { aboutSignal } from '#signal/about.ts';
import { contentHash, sourceKeys } from '#signal/arrival.ts';
import { arrive } from '#signal/arrive.actions.ts';
import { followKeys, insertFollow } from '#signal/follow.store.ts';
import { insertPhoto } from '#signal/signal.store.ts';
import type { Matter } from '#signal/signal.ts';

export type Photo = { hash: string; type: string; size: number };

export type ReportInput = {
  /** The signal's own, made with the form: the same form sent twice is one report. */
  id: string;
  code: string;
  digits: string;
  matter: Matter;
  words: string;
  place: string;
  areaId: string | null;
  /** 举报: seen only by those who dispatch, and by the unit that must handle it. */
  secret: boolean;
  name: string;
  phone: string;
  photos: readonly Photo[];
};

/** The channel of the pages. @throws public_closed */
export async function publicChannel(tx: Tx): Promise<{ id: string }> {
  const open = tx.selectFrom('channel').select('id').where('kind', '=', 'public').where('closed_at', 'is', null);
  const row = await open.executeTakeFirst();
  if (!row) throw problem('public_closed');
  return row;
}

/** @throws public_closed; id_taken where the form was sent before with other content */
export async function reportSignal(tx: Tx, input: ReportInput): Promise<{ number: string }> {
  const { id, code, digits, photos, ...said } = input;
  const keys = followKeys(tx, code, digits);
  const content = { ...said, photos, keys: [keys.code, keys.digits].map((key) => key.toString('hex')) };
  if (await once(tx, reporter, id, 'signal.report', content)) await write(tx, input, keys);
  return tx.selectFrom('signal').select('number').where('id', '=', id).executeTakeFirstOrThrow();
}

async function write(tx: Tx, input: ReportInput, keys: ReturnType<typeof followKeys>): Promise<void> {
  const { id, matter, words, place, areaId, secret, name, phone, photos } = input;
  const channel = await publicChannel(tx);
  const told = {
    ...{ channelId: channel.id, sourceNumber: null, matter, urgency: 'normal' as const, secret, wantsReply: true },
    ...{ title: null, words, place: place || null, areaId, category: null, extra: {} },
    reporter: { name, phone, idNumber: '', address: '' },
    ...{ saidAt: null, receivedAt: null, disposition: null },
  };
  const rowHash = contentHash(tx.city.keys, told);
  await arrive(tx, reporter, [{ ...told, id, sourceKey: sourceKeys.id(id), rowHash, importId: null }]);
  await startLimits(tx, [aboutSignal({ id, urgency: 'normal', channel_id: channel.id })], ['triage']);
  await insertFollow(tx, id, keys);
  await keepPhotos(tx, id, photos, null, id);
}

/** @param request the decision with which they came */
export async function keepPhotos(
  tx: Tx,
  signalId: string,
  photos: readonly Photo[],
  questionId: string | null,
  request: string,
): Promise<void> {
  for (const photo of photos) await insertPhoto(tx, signalId, { ...photo, id: newId() }, questionId);
  await record(
    tx,
    reporter,
    photos.map(({ hash }) => ({
      ...{ verb: 'signal.addPhoto', kind: 'signal', thing: signalId, data: { hash }, request },
    })),
  );
}
