/** The thread that trains: takes examples in, masks them, learns, and judges on what was held back from it. */
import { parentPort } from 'node:worker_threads';
import { Problem, problem } from '#platform/problem.ts';
import { classify } from '#text/category/classify.ts';
import { figuresOf } from '#text/category/judge.ts';
import type { Model } from '#text/category/model.ts';
import { decodeModel, encodeModel } from '#text/category/model-file.ts';
import { train } from '#text/category/train.ts';
import { maskWords } from '#text/mask.ts';
import { PAIRS } from '#triage/category/figures.ts';
import { compare, heldBack } from '#triage/category/learn.ts';
import type { Example } from '#triage/category/lesson.ts';
import type { FromTrainer, ToTrainer } from '#triage/category/train.ts';

const port = parentPort!;
const send = (message: FromTrainer) => port.postMessage(message);
const examples: Example[] = [];

port.on('message', (message: ToTrainer) => {
  if ('examples' in message)
    for (const { words, ...rest } of message.examples) examples.push({ ...rest, words: maskWords(words) });
  else {
    try {
      learn(message);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      send({ problem: error.body });
    }
    port.close();
  }
});

function learn({ labels, serving }: Extract<ToTrainer, { labels: unknown }>): void {
  const labelOf = new Map(labels);
  const labelled = examples.flatMap((one): Example[] => {
    const label = labelOf.get(one.label);
    return label ? [{ ...one, label }] : [];
  });
  const held = heldBack(labelled);
  const shown = labelled.filter(({ id }) => !held.has(id));
  const kept = labelled.filter(({ id }) => held.has(id));
  if (new Set(shown.map(({ label }) => label)).size < 2) throw problem('training_one_category');
  const model = train(shown);
  const judged = guess(model, kept);
  const compared = serving && { model: serving.number, ...besideServing(serving.bytes, judged, kept) };
  const found = figuresOf(judged);
  const learned = [...Map.groupBy(shown, ({ label }) => label)].map(([label, list]) => ({
    label,
    examples: list.length,
  }));
  const figures = { ...found, confusion: found.confusion.slice(0, PAIRS), learned, compared };
  send({ bytes: encodeModel(model), figures });
}

type Judged = { there: string; proposed: string; confidence: number };

function guess(model: Model, kept: readonly Example[]): Judged[] {
  const ask = classify(model, { because: false });
  return kept.map(({ words, label: there }) => {
    const { label, confidence } = ask(words);
    return { there, proposed: label ?? '', confidence };
  });
}

function besideServing(bytes: Uint8Array, judged: readonly Judged[], kept: readonly Example[]) {
  const proposed = (list: readonly Judged[]) => list.map((one) => one.proposed);
  return compare(
    judged.map(({ there }) => there),
    proposed(judged),
    proposed(ofOld(bytes, kept)),
  );
}

/** One that cannot be read any more has none right. */
function ofOld(bytes: Uint8Array, kept: readonly Example[]): Judged[] {
  try {
    return guess(decodeModel(bytes), kept);
  } catch (error) {
    if (error instanceof Problem) return kept.map(({ label: there }) => ({ there, proposed: '', confidence: 0 }));
    throw error;
  }
}
