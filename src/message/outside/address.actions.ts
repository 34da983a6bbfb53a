/** Where a person is reached outside the desk: set by themselves or for them, shown to be theirs by a code, chosen by them. */
import { randomInt } from 'node:crypto';
import { dayOf, hourMs } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import {
  addressesOf,
  type Choice,
  choiceOf,
  codesWithinAnHour,
  countTry,
  holdAddress,
  markVerified,
  openAddress,
  openCode,
  removeAddress,
  writeAddress,
  writeChoice,
  writeCode,
} from '#message/outside/address.store.ts';
import { CODE_MINUTES, CODE_TRIES, CODES_AN_HOUR, maskAddress, readAddress } from '#message/outside/address.ts';
import { channelRow } from '#message/outside/channel.store.ts';
import { type ChannelName, channelNames } from '#message/outside/channel.ts';
import { pushNow } from '#message/push.store.ts';
import { type Actor, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import { presentPerson } from '#people/person.store.ts';
import { Kept } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import { fieldProblem, problem } from '#platform/problem.ts';

const wrong = (path: string, code: 'address_unreadable' | 'address_code_wrong' | 'address_code_over') =>
  problem('malformed', { count: 1 }, { fields: [fieldProblem(path, code)] });

/** What is set for a person in every channel; to themselves in full, to others masked. */
export async function viewAddresses(tx: Tx, personId: string, own: boolean) {
  const rows = await addressesOf(tx, personId);
  const items = [];
  for (const name of channelNames) {
    const row = rows.find(({ channel }) => channel === name);
    const address = row && openAddress(tx, personId, name, row.address_sealed);
    items.push({
      channel: name,
      open: (await channelRow(tx, name))?.open ?? false,
      address: address === undefined ? null : own ? address : maskAddress(name, address),
      verified: row?.verified_at != null,
      codeSent: row?.code_until != null && row.code_until > tx.now && row.code_tries < CODE_TRIES,
    });
  }
  return { items, choice: await choiceOf(tx, personId) };
}

export async function viewAddressesOf(tx: Tx, actor: Actor, personId: string) {
  mustBeAbleTo(actor, 'people.manage');
  await presentPerson(tx, personId);
  return viewAddresses(tx, personId, false);
}

type Given = { id: string; address: string | null };

/** One's own: a code goes there, and until it is entered nothing else does. */
export async function setOwnAddress(tx: Tx, actor: Actor, channel: ChannelName, given: Given): Promise<void> {
  await setAddress(tx, actor, personOf(actor), channel, given, false);
}

/**
 * Somebody else's, by who keeps the directory. An e-mail address is shown to be theirs by a code all the same: one letter
 * wrong, and a stranger reads.
 */
export async function setAddressOf(tx: Tx, actor: Actor, personId: string, channel: ChannelName, given: Given) {
  mustBeAbleTo(actor, 'people.manage');
  await presentPerson(tx, personId);
  await setAddress(tx, actor, personId, channel, given, channel !== 'email' && personId !== actor.id);
}

async function setAddress(
  tx: Tx,
  actor: Actor,
  personId: string,
  channel: ChannelName,
  { id, address: typed }: Given,
  verified: boolean,
): Promise<void> {
  const address = typed === null ? null : readAddress(channel, typed);
  if (address === undefined) throw wrong('address', 'address_unreadable');
  await holdAddress(tx, personId, channel);
  if (!(await once(tx, actor, id, 'address.set', { personId, channel, address }))) return;
  if (address === null) await removeAddress(tx, personId, channel);
  else {
    await writeAddress(tx, { personId, channel, address, setBy: personOf(actor), verified });
    if (!verified) await sendCode(tx, personId, channel);
  }
  const by = personId === actor.id ? actor : signing(actor, 'people.manage');
  await record(tx, by, {
    verb: address === null ? 'address.remove' : 'address.set',
    kind: 'person',
    thing: personId,
    data: { channel },
    request: id,
  });
}

/** Another code, where the first did not come. */
export async function sendCodeAgain(tx: Tx, actor: Actor, channel: ChannelName, id: string): Promise<void> {
  const row = await holdAddress(tx, personOf(actor), channel);
  if (!row) throw problem('not_found');
  if (await once(tx, actor, id, 'address.code', { channel })) await sendCode(tx, personOf(actor), channel);
}

async function sendCode(tx: Tx, personId: string, channel: ChannelName): Promise<void> {
  if (!(await channelRow(tx, channel))?.open) throw problem('channel_not_open');
  if ((await codesWithinAnHour(tx, personId)) >= CODES_AN_HOUR) throw problem('too_many', { seconds: hourMs / 1_000 });
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  await writeCode(tx, personId, channel, code, new Date(tx.now.getTime() + CODE_MINUTES * 60_000));
  const key = `${channel}:code:${newId()}`;
  await pushNow(tx, { personId, channel, key, what: 'code', day: dayOf(tx.now) });
}

/** @throws malformed where the code is wrong, was tried too often, or is over */
export async function confirmAddress(
  tx: Tx,
  actor: Actor,
  channel: ChannelName,
  { id, code }: { id: string; code: string },
): Promise<void> {
  const personId = personOf(actor);
  const row = await holdAddress(tx, personId, channel);
  if (!row) throw problem('not_found');
  if (!(await once(tx, actor, id, 'address.confirm', { channel, code })) || row.verified_at) return;
  if (!row.code_sealed || !row.code_until || row.code_until <= tx.now || row.code_tries >= CODE_TRIES)
    throw wrong('code', 'address_code_over');
  if (openCode(tx, personId, channel, row.code_sealed) !== code) {
    await countTry(tx, personId, channel, row.code_tries + 1);
    throw new Kept(wrong('code', 'address_code_wrong'));
  }
  await markVerified(tx, personId, channel);
  await record(tx, actor, { verb: 'address.confirm', kind: 'person', thing: personId, data: { channel }, request: id });
}

/** How they want to be told. Like muting it stands in no ledger: it is theirs alone. */
export async function choose(tx: Tx, actor: Actor, choice: Choice): Promise<void> {
  if ((choice.quietFrom === null) !== (choice.quietTo === null))
    throw problem('malformed', { count: 1 }, { fields: [fieldProblem('quietTo', 'field_required')] });
  await writeChoice(tx, personOf(actor), choice);
}
