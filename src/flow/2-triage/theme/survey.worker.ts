/** The thread of a run: masks what it is given, groups it, and lays what it found on what stands. Knows no database. */
import { parentPort, workerData } from 'node:worker_threads';
import { maskWords } from '#text/mask.ts';
import { carry, type Found, type Kept, type Named, type Standing } from '#triage/theme/carry.ts';
import type { Raw } from '#triage/theme/message.store.ts';

/** What is grouped: nothing personal in it. `author` is a code under which one person speaks twice. */
export type Message = { id: string; words: string; at: Date | null; author?: string; place?: string };

/**
 * The module that groups, as `grouper`: same matters first, those of `previous` keeping together, then their themes.
 * `rule` names what decided, so that a result can be told from one of another version.
 */
export type Grouper = (
  messages: Message[],
  previous: readonly { id: string; members: readonly string[] }[],
) => Found & { rule: string };

export type ToThread = { read: Raw[] } | { group: Standing } | { carry: Standing };
export type FromThread =
  | { read: number }
  | { grouped: true }
  | { kept: Kept; groups: (Named & { id: string })[]; themes: (Named & { id: string })[]; rule: string };

/** Longer words say nothing more about the matter, and a message of 100 KB would be compared as long as a hundred others. */
const LONGEST = 2_000;

const messages: Message[] = [];
let found: (Found & { rule: string }) | undefined;

function take(raw: Raw[]): FromThread {
  for (const { id, words, place, name, author, at } of raw) {
    const say = (text: string) => maskWords(text.slice(0, LONGEST), name ? [name] : []);
    messages.push({ id, words: say(words), author, at: new Date(at), ...(place && { place: say(place) }) });
  }
  return { read: messages.length };
}

/** Ids of what is new come from the main thread: here they are numbered. */
function lay(standing: Standing): FromThread {
  let fresh = 0;
  const kept = carry(standing, found!, () => `new ${++fresh}`);
  const named = (list: readonly { id: string; found: number | null }[], names: readonly Named[]) =>
    list.flatMap(({ id, found: at }) => (at === null ? [] : [{ id, name: names[at]!.name, words: names[at]!.words }]));
  return {
    kept,
    groups: named(kept.groups, found!.groups),
    themes: named(kept.themes, found!.themes),
    rule: found!.rule,
  };
}

const { grouper } = workerData as { grouper: string };
const port = parentPort!;
port.on('message', async (message: ToThread) => {
  const say = (answer: FromThread) => port.postMessage(answer);
  if ('read' in message) return say(take(message.read));
  if ('carry' in message) return say(lay(message.carry));
  const { group } = (await import(grouper)) as { group: Grouper };
  // Oldest first: which signal came first names a matter.
  messages.sort((a, b) => a.at!.getTime() - b.at!.getTime() || (a.id < b.id ? -1 : 1));
  found = group(messages, message.group.groups);
  messages.length = 0;
  say({ grouped: true });
});
