/** Taking what is due: by whom it may go now, by what a channel allows for one member, with the words and the address opened. */
import { dayMs, hourMs } from '#clock/day.ts';
import { codeWords, digestWords, testWords } from '#message/message.words.ts';
import { openAddress, openCode } from '#message/outside/address.store.ts';
import { openedChannels } from '#message/outside/channel.store.ts';
import { type ChannelName, rates } from '#message/outside/channel.ts';
import { smsQuiet } from '#message/outside/sms.ts';
import { waitsUntil } from '#message/outside/when.ts';
import type { Opened, Push } from '#message/outside.ts';
import {
  type Due,
  dropPush,
  lockDue,
  noteTry,
  putOff,
  restOf,
  takingTurns,
  triesOfAllSince,
  triesSince,
} from '#message/push.store.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';

const AT_ONCE = 40;
/** Longer at each failure: 5, 10, 15 … minutes, at most an hour. */
const AGAIN_MINUTES = 5;
const AGAIN_MOST = 60;
const LINES = 30;
const minuteMs = 60_000;

/** `push` null: there is no address. */
export type Taken = { due: Due; channel: Opened; push: Push | null };

/** One chunk, taken in a transaction of its own. `more`: there may be others. */
export async function takeDue(
  city: City,
  without: ReadonlySet<ChannelName>,
): Promise<{ taken: Taken[]; more: boolean }> {
  return transact(city, async (tx) => {
    await takingTurns(tx);
    const open = await openedChannels(tx);
    const names = [...open.keys()].filter((name) => !without.has(name));
    const waiting = names.length > 0 ? await lockDue(tx, names, AT_ONCE) : [];
    const taken: Taken[] = [];
    for (const due of waiting) {
      const channel = open.get(due.channel)!;
      const until = waitsUntil(tx.now, due.channel, quietOf(due, channel)) ?? (await limitedUntil(tx, due));
      const push = until ? null : await pushOf(tx, due);
      if (until) await putOff(tx, due.id, until);
      else if (push === 'nothing') await dropPush(tx, due.id);
      else {
        await noteTry(tx, due, Math.min(AGAIN_MOST, AGAIN_MINUTES * (due.tries + 1)));
        taken.push({ due, channel, push });
      }
    }
    return { taken, more: waiting.length === AT_ONCE };
  });
}

function quietOf(due: Due, channel: Opened) {
  const own =
    due.quiet_from !== null && due.quiet_to !== null && (due.what === 'message' || due.what === 'digest')
      ? [{ from: due.quiet_from, to: due.quiet_to }]
      : [];
  return channel.name === 'sms' ? [...own, ...smsQuiet(channel.settings, due)] : own;
}

/** The next moment at which a limit for this member may have passed. */
async function limitedUntil(tx: Tx, { personId, channel }: Due): Promise<Date | undefined> {
  const { minute, hour, day, all } = rates[channel];
  if (all && (await triesOfAllSince(tx, channel, new Date(tx.now.getTime() - minuteMs))) >= all.minute)
    return new Date(tx.now.getTime() + minuteMs);
  for (const [most, ms] of [
    [day, dayMs],
    [hour, hourMs],
    [minute, minuteMs],
  ] as const) {
    if (most === undefined) continue;
    const since = new Date(tx.now.getTime() - ms);
    if ((await triesSince(tx, personId, channel, since)) >= most)
      return new Date(tx.now.getTime() + Math.min(ms, hourMs));
  }
  return undefined;
}

/** `nothing`: all that the line stands for was read meanwhile, or the code is over. */
async function pushOf(tx: Tx, due: Due): Promise<Push | 'nothing' | null> {
  if (!due.address_sealed || (due.what !== 'code' && !due.verified_at)) return null;
  const said = await wordsOf(tx, due);
  if (!said) return 'nothing';
  const { key, personId, what, urgent } = due;
  const address = openAddress(tx, personId, due.channel, due.address_sealed);
  return { key, personId, address, language: due.language ?? 'zh', what, urgent, ...said };
}

async function wordsOf(tx: Tx, due: Due): Promise<Pick<Push, 'words' | 'lines'> | undefined> {
  if (due.what === 'test') return { words: testWords(tx.city.name), lines: [] };
  if (due.what === 'code') {
    const over = !due.code_sealed || !due.code_until || due.code_until <= tx.now;
    return over
      ? undefined
      : { words: codeWords(openCode(tx, due.personId, due.channel, due.code_sealed!)), lines: [] };
  }
  if (due.zh !== null && due.en !== null) return { words: { zh: due.zh, en: due.en }, lines: [] };
  const { rest, lines } = await restOf(tx, due.id, LINES);
  return rest > 0 ? { words: digestWords(rest), lines } : undefined;
}
