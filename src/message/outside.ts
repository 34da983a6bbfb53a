/** Ways out of the desk (e-mail, 企业微信, 钉钉, 浙政钉, SMS): one file each, behind one interface. */
import type { ChannelName, Failure } from '#message/outside/channel.ts';
import type { City } from '#platform/city.ts';
import type { Language, Said } from '#platform/problem.ts';

export type PushKind = 'message' | 'digest' | 'test' | 'code';

export type Push = {
  /** The same for the same push however often it is sent: a channel that looks for duplicates is given it. */
  key: string;
  personId: string;
  /** Where it goes: an e-mail address, a user id of the channel, a mobile number. */
  address: string;
  /** In which language they read. */
  language: Language;
  what: PushKind;
  words: Said;
  /** Of a digest: what was told beyond the first five, the newest first. */
  lines: readonly Said[];
  urgent: boolean;
};

/** A channel of a city as it was set. */
export type Opened = { name: ChannelName; settings: unknown; secret: string };

/** Taken by the channel; or not now; or not this one to this person, ever. */
export type Outcome = 'gone' | { later: Failure } | { never: Failure };

/** A piece of work that waits, or waited, for one person: what the other side's list of to-dos is to show of it. */
export type Todo = {
  /** The other side is given it, and has one to-do by it however often it is told. */
  key: string;
  address: string;
  title: string;
  url: string;
  dueAt: Date | null;
  /** Done by them, or theirs no more; null: it waits. */
  ended: 'done' | 'dropped' | null;
  /** What the adapter called it when it was told last. */
  ref: string | null;
};

export type TodoOutcome = { ref: string | null } | { later: Failure } | { never: Failure };

export type Outside = {
  name: ChannelName;
  /** Does not throw for what the other side does. What it throws is taken for `no_answer`. */
  send(push: Push, channel: Opened, city: City): Promise<Outcome>;
  /** Makes the other side's to-do as this one is. Absent: the channel has none. */
  todo?(todo: Todo, channel: Opened, city: City): Promise<TodoOutcome>;
};

const adapters = new Map<ChannelName, Outside>();

/** Put together with the server and the worker alike; the last of a name counts. */
export function sendThrough(outside: Outside): void {
  adapters.set(outside.name, outside);
}

export const adapterOf = (name: ChannelName): Outside | undefined => adapters.get(name);
