/** The thread in which the indexes of all cities live: cutting words and reading lists never hold up the server. */
import { parentPort } from 'node:worker_threads';
import { weigh } from '#text/nearest/weights.ts';
import { type Cut, cut, type Kept, keptIndex } from '#triage/repeat/kept.ts';
import type { Answer, Asked, Question } from '#triage/repeat/thread.ts';

/** Words are weighed by so many texts of the city before the first is kept. */
const SAMPLE = 20_000;

/** `waiting`: what came before words could be weighed. */
type Held = { capacity: number; waiting: Cut[]; texts: number; kept: Kept | undefined };
const cities = new Map<string, Held>();
const port = parentPort!;

function settle(held: Held): Kept {
  if (held.kept) return held.kept;
  held.kept = keptIndex(weigh(termsIn(held.waiting)), held.capacity);
  for (const one of held.waiting) held.kept.put(one);
  held.waiting = [];
  return held.kept;
}

function* termsIn(waiting: readonly Cut[]) {
  for (const { texts } of waiting) for (const { terms } of texts) yield terms;
}

function put(held: Held, one: Cut): void {
  if (held.kept) held.kept.put(one);
  else {
    held.waiting.push(one);
    held.texts += one.texts.length;
    if (held.texts >= SAMPLE) settle(held);
  }
}

function answer(city: string, question: Question): Answer {
  if ('open' in question) {
    cities.set(city, { capacity: question.open, waiting: [], texts: 0, kept: undefined });
    return {};
  }
  const held = cities.get(city);
  if ('close' in question) cities.delete(city);
  if ('close' in question || !held) return {};
  if ('near' in question) return { refs: settle(held).near(question.near, question.many) };
  if ('put' in question) for (const told of question.put) put(held, cut(told));
  if ('drop' in question) for (const problem of question.drop) settle(held).drop(problem);
  if (!('settle' in question)) return {};
  const { problems, texts, leftOut } = settle(held);
  return { size: { problems, texts, leftOut } };
}

port.on('message', ({ id, city, question }: Asked) => port.postMessage({ id, answer: answer(city, question) }));
