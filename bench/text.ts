/** `npm run bench:text`: categories by 5 × 5 folds beside the reference, and speed; BENCH_TICKETS names the folder. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { classify } from '#text/category/classify.ts';
import { foldsOf } from '#text/category/folds.ts';
import { figuresOf } from '#text/category/judge.ts';
import { encodeModel } from '#text/category/model-file.ts';
import { train } from '#text/category/train.ts';
import { duplicateGroups } from './text-duplicates.ts';
import { type Interval, macroF1, pairedBootstrap, resampledT } from './text-paired.ts';
import { fitReference, referenceGrams } from './text-reference.ts';

const folder = process.env.BENCH_TICKETS;
if (!folder) throw new Error('BENCH_TICKETS: the folder that holds labelled.jsonl');
const repeats = Number(process.env.BENCH_REPEATS ?? 5);
const PARTS = 5;

const messages: { text: string; label: string }[] = readFileSync(join(folder, 'labelled.jsonl'), 'utf8')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => JSON.parse(line));
const examples = messages.map(({ text: words, label }) => ({ words, label }));
const labels = [...new Set(examples.map(({ label }) => label))].sort();
const truth = Int32Array.from(examples, ({ label }) => labels.indexOf(label));
const groups = duplicateGroups(examples.map(({ words }) => words));
const grams = examples.map(({ words }) => referenceGrams(words));
const say = (line: string) => void process.stdout.write(`${line}\n`);
say(`${examples.length} rows, ${labels.length} categories, ${new Set(groups).size} groups of near-duplicates`);

type Way = { name: string; learn: (of: number[]) => (row: number) => number };
const judged: { there: string; proposed: string; confidence: number }[] = [];
const ways: Way[] = [
  {
    name: 'ours',
    learn: (of) => {
      const ask = classify(train(of.map((row) => examples[row]!)), { because: false });
      return (row) => {
        const { label, confidence } = ask(examples[row]!.words);
        judged.push({ there: examples[row]!.label, proposed: label ?? '', confidence });
        return labels.indexOf(label ?? '');
      };
    },
  },
  {
    name: 'reference',
    learn: (of) => {
      const ask = fitReference(
        of.map((row) => grams[row]!),
        Int32Array.from(of, (row) => truth[row]!),
        labels.length,
      );
      return (row) => ask(grams[row]!);
    },
  },
];

const answers = ways.map(() => [] as Int32Array[]);
const scores = ways.map(() => [] as number[]);
for (let repeat = 1; repeat <= repeats; repeat++) {
  const fold = foldsOf(truth, PARTS, repeat, groups);
  for (const of of answers) of.push(new Int32Array(truth.length));
  for (let part = 0; part < PARTS; part++) {
    const tested = [...fold.keys()].filter((row) => fold[row] === part);
    ways.forEach(({ learn }, way) => {
      const ask = learn([...fold.keys()].filter((row) => fold[row] !== part));
      for (const row of tested) answers[way]![repeat - 1]![row] = ask(row);
      scores[way]!.push(macroF1(truth, answers[way]![repeat - 1]!, labels.length, tested));
    });
  }
  say(
    `repeat ${repeat}: ${ways.map(({ name }, way) => `${name} ${mean(scores[way]!.slice(-PARTS)).toFixed(4)}`).join(', ')}`,
  );
  soFar();
}

shape();
speed();

/** After every repeat, for all of them take long. */
function soFar(): void {
  const shown = ({ mean, low, high }: Interval) => `${mean.toFixed(4)} [${low.toFixed(4)}, ${high.toFixed(4)}]`;
  ways.forEach(({ name }, way) => {
    say(`${name}: macro-F1 ${mean(scores[way]!).toFixed(4)}, spread over folds ${spread(scores[way]!).toFixed(4)}`);
  });
  say(`difference, corrected resampled t: ${shown(resampledT(scores[0]!.map((one, at) => one - scores[1]![at]!)))}`);
  say(`difference, bootstrap over rows: ${shown(pairedBootstrap(truth, labels.length, answers[0]!, answers[1]!))}`);
}

/** Whether confidence means what it says, and what is taken for what. */
function shape(): void {
  const { reliability, calibrationError, coverage, confusion, accuracy } = figuresOf(judged);
  say(`accuracy ${accuracy.toFixed(4)}, calibration error ${calibrationError.toFixed(4)}`);
  say('| confidence from | answers | mean confidence | right |\n| --- | --- | --- | --- |');
  for (const bin of reliability) {
    say(`| ${bin.from} | ${bin.answers} | ${bin.confidence.toFixed(3)} | ${bin.right.toFixed(3)} |`);
  }
  say('| threshold | answered | right of those |\n| --- | --- | --- |');
  for (const { threshold, answered, accuracy: right } of coverage.filter(({ threshold }) => threshold >= 0.4)) {
    say(`| ${threshold} | ${answered.toFixed(3)} | ${right.toFixed(3)} |`);
  }
  for (const { there, proposed, count } of confusion.filter((pair) => pair.there !== pair.proposed).slice(0, 8)) {
    say(`${there} → ${proposed}: ${count}`);
  }
}

/** One core: seconds by the clock, and by the processor, which other work on the machine disturbs less. */
function speed(): void {
  const timed = <T>(work: () => T) => {
    const before = process.cpuUsage();
    const began = process.hrtime.bigint();
    const result = work();
    const { user, system } = process.cpuUsage(before);
    return { result, wall: Number(process.hrtime.bigint() - began) / 1e9, cpu: (user + system) / 1e6 };
  };
  const learned = timed(() => train(examples));
  say(`train ${examples.length}: ${learned.wall.toFixed(1)} s, CPU ${learned.cpu.toFixed(1)} s`);
  say(`model ${(encodeModel(learned.result).length / 1e6).toFixed(1)} MB`);
  for (const because of [false, true]) {
    const ask = classify(learned.result, { because });
    const rounds = [1, 2, 3].map(() => timed(() => examples.forEach(({ words }) => void ask(words))));
    const { wall, cpu } = rounds.reduce((best, one) => (one.cpu < best.cpu ? one : best));
    const rate = (seconds: number) => Math.round(examples.length / seconds);
    say(`classify${because ? ' with reasons' : ''}: ${rate(wall)}/s, by CPU ${rate(cpu)}/s`);
  }
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function spread(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / (values.length - 1));
}
