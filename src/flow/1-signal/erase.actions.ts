/** Erasing the personal content of signals: on request by their number, and when a channel's time of keeping is over. */
import type { z } from 'zod';
import { forget, once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, program, signing } from '#people/actor.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { removeFile } from '#platform/files.ts';
import { problem } from '#platform/problem.ts';
import type { channelApi } from '#signal/channel.api.ts';
import { channelNow } from '#signal/channel.store.ts';
import {
  dropErasedFile,
  type Erasable,
  erasedFiles,
  eraseRows,
  isPhoto,
  lockByNumber,
  lockExpired,
} from '#signal/erase.store.ts';
import type { erasureApi } from '#signal/erasure.api.ts';
import { type ErasureBasis, erasedWords } from '#signal/erasure.ts';

type Ground = { basis: ErasureBasis; requester?: string; reason?: string; request?: string };

/** Rows and ledger: the record says that, when, by whom and why, never what. */
async function erase(tx: Tx, by: Parameters<typeof record>[1], signals: Erasable[], ground: Ground): Promise<void> {
  const { basis, requester, ...said } = ground;
  await eraseRows(tx, signals, erasedWords(basis));
  await forget(
    tx,
    signals.map((one) => one.id),
  );
  await record(
    tx,
    by,
    signals.map((one) => ({
      verb: 'signal.erased',
      kind: 'signal',
      thing: one.id,
      data: { basis, ...(requester && { requester }) },
      ...said,
    })),
  );
}

/**
 * At a person's request. Whoever erases sees nothing of it: they are told the number by the office that took the request.
 * @throws not_found, erased_already; erase_untriaged where nobody has looked at it yet
 */
export async function eraseSignal(tx: Tx, actor: Actor, input: z.output<typeof erasureApi.erase.body>) {
  const { basis, requester, reason } = input;
  const by = signing(actor, 'personal.erase');
  const isNew = await once(tx, by, input.id, 'signal.erase', input);
  const signals = await lockByNumber(tx, input.number);
  if (signals.length === 0) throw problem('not_found');
  if (isNew) {
    const left = signals.filter((one) => one.erased_at === null);
    if (left.length === 0) throw problem('erased_already', { number: input.number });
    if (left.some((one) => one.state === 'untriaged')) throw problem('erase_untriaged', { number: input.number });
    await erase(tx, by, left, { basis, requester, reason, request: input.id });
  }
  return { id: input.id, numbers: signals.map((one) => one.number) };
}

/** How long a channel's signals are kept, in months from when they were received; null keeps them for ever. */
export async function setRetention(
  tx: Tx,
  actor: Actor,
  channelId: string,
  input: z.output<typeof channelApi.retention.body>,
) {
  const by = signing(actor, 'personal.erase');
  const before = await channelNow(tx, channelId);
  if (await once(tx, by, input.id, 'channel.retain', { channelId, ...input })) {
    await tx.updateTable('channel').set({ keep_months: input.months }).where('id', '=', channelId).execute();
    await record(tx, by, {
      ...{ verb: 'channel.retain', kind: 'channel', thing: channelId, reason: input.reason, request: input.id },
      data: { old: before.keepMonths, new: input.months },
    });
  }
  return channelNow(tx, channelId);
}

const AT_ONCE = 500;

/** What the rules of the channels say is over, a few hundred in a transaction. @returns how many signals */
export async function eraseExpired(city: City): Promise<number> {
  for (let total = 0; ; ) {
    const count = await transact(city, async (tx) => {
      const signals = await lockExpired(tx, AT_ONCE);
      if (signals.length > 0) await erase(tx, program, signals, { basis: 'period' });
      return signals.length;
    });
    total += count;
    if (count < AT_ONCE) return total;
  }
}

type Uses = (tx: Tx, hash: string) => Promise<boolean>;
const uses: Uses[] = [isPhoto];

/** A room above that keeps files registers how to ask it whether it needs one. */
export function askForFileUses(ask: Uses): void {
  uses.push(ask);
}

/** Photos that erasures gave up go from the disk, unless the same content is still named elsewhere. @returns how many files */
export async function removeErasedFiles(city: City): Promise<number> {
  let removed = 0;
  for (const hash of await transact(city, erasedFiles)) {
    await transact(city, async (tx) => {
      const needed = await Promise.all(uses.map((ask) => ask(tx, hash)));
      if (!needed.includes(true)) {
        await removeFile(city, hash); // again after a crash: what is gone is gone
        removed++;
      }
      await dropErasedFile(tx, hash);
    });
  }
  return removed;
}
