/** How many messages of 200 characters a second one core reads, and what the lexicon and the dictionary cost. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { dictionary } from '#text/reading/dictionary.ts';
import { lexiconOf } from '#text/reading/lexicon.ts';
import { reader } from '#text/reading/read.ts';

const texts = messages(2_000);
const before = process.memoryUsage.rss();
const load = seconds(() => dictionary());
const taken = process.memoryUsage.rss() - before;
const learn = seconds(() => lexiconOf({ texts }));
const read = reader(lexiconOf({ texts }));
const passes = Array.from({ length: 5 }, () => texts.length / seconds(() => texts.map((one) => read(one))));
const rounded = (value: number) => Math.round(value * 100) / 100;
console.log(`dictionary ${rounded(load)} s, ${Math.round(taken / 1e6)} MB of memory, some of which is given back`);
console.log(`lexicon of ${texts.length} messages ${rounded(learn)} s`);
console.log(`read, a second of CPU: ${passes.map(Math.round).join(', ')} (the first pass warms up)`);

/** CPU time, which a busy machine changes less than the clock. */
function seconds(act: () => unknown): number {
  const start = process.cpuUsage();
  act();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

/** The examples of the steps, put together to 200 characters in ever other order. */
function messages(count: number): string[] {
  const folder = path.join(import.meta.dirname, '../src/text/reading');
  const tables = ['2-greeting', '5-place', '6-organisation', '7-subject', '8-ask'];
  const parts = tables.flatMap((table) =>
    [...readFileSync(path.join(folder, `${table}.golden.ts`), 'utf8').matchAll(/^ {2}'(.{4,})',$/gm)].map(
      ([, example]) => example!.replace(/[[\]{}]|\\n/g, ''),
    ),
  );
  let seed = 1;
  return Array.from({ length: count }, () => {
    let text = '';
    while (text.length < 200) {
      seed = (seed * 48_271) % 0x7fffffff;
      text += `${parts[seed % parts.length]}。`;
    }
    return text.slice(0, 200);
  });
}
