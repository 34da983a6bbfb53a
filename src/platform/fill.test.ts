/** What fills a sentence, and how English counts. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fill, plural } from '#platform/fill.ts';

const filled = (sentence: string, params: Record<string, unknown>) => fill(sentence, (name) => params[name]);

test('one is one, and everything else is many: none, more than counted, and numbers as they are written', () => {
  const said = [1, '1', 0, 2, 21, '1+', '1\u2009000', '1,001', 'several'].map((n) => plural(n, 'signal', 'signals'));
  assert.deepEqual(said, ['signal', 'signal', ...Array(7).fill('signals')]);
});

test('a sentence counts by its own placeholder, and shows the one that nothing fills', () => {
  const sentence = '{count} {count|signal|signals} of {reporters} {reporters|reporter|reporters}';
  assert.equal(filled(sentence, { count: 1, reporters: 3 }), '1 signal of 3 reporters');
  assert.equal(filled(sentence, { count: 2, reporters: 1 }), '2 signals of 1 reporter');
  assert.equal(filled('{count} {count|is|are} {what}', { count: 0 }), '0 are {what}');
  assert.equal(filled('{count} {count|is|are}', {}), '{count} {count|is|are}');
  assert.equal(filled('已归并{count}条', { count: 1 }), '已归并1条');
});

test('no English sentence puts a plural straight after a count', () => {
  const things =
    'signals|rows|causes|measures|tasks|files|photos|people|problems|reporters|minutes|days|tries|pieces|posts|units|fields';
  const counted = new RegExp(`(?<![$=])\\{(?!limit)\\w+\\} (?:[a-z]+ )?(?:${things})\\b`);
  const faults = globSync('src/**/*.{ts,tsx}', { exclude: ['**/*.test.ts'] }).flatMap((path) =>
    readFileSync(path, 'utf8')
      .split('\n')
      .flatMap((line, at) => (counted.test(line) ? [`${path}:${at + 1} ${line.trim()}`] : [])),
  );
  assert.deepEqual(faults, []);
});
