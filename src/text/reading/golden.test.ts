/** Every step against its golden table: what is marked there is what is found. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { examples as normalised } from '#text/reading/1-normalise.golden.ts';
import { normalise } from '#text/reading/1-normalise.ts';
import { examples as greeted } from '#text/reading/2-greeting.golden.ts';
import { withoutGreeting } from '#text/reading/2-greeting.ts';
import { examples as maskings } from '#text/reading/3-mask.golden.ts';
import { withoutPersons } from '#text/reading/3-mask.ts';
import { examples as cuts, lexicon } from '#text/reading/4-segment.golden.ts';
import { segment } from '#text/reading/4-segment.ts';
import { areas, examples as places } from '#text/reading/5-place.golden.ts';
import { examples as organisations, units } from '#text/reading/6-organisation.golden.ts';
import { examples as subjects } from '#text/reading/7-subject.golden.ts';
import { examples as asks } from '#text/reading/8-ask.golden.ts';
import { lexiconOf } from '#text/reading/lexicon.ts';
import type { Span } from '#text/reading/mapped.ts';
import { matcher } from '#text/reading/matcher.ts';
import { reader } from '#text/reading/read.ts';

/** All differences of a table at once, and at least 50 examples in it. */
function compare(made: readonly string[], wished: readonly string[]): void {
  assert.ok(wished.length >= 50, `${wished.length} examples`);
  const wrong = wished.flatMap((wish, at) => (wish === made[at] ? [] : [`${wish}  ←  ${made[at]}`]));
  assert.equal(wrong.length, 0, `\n${wrong.join('\n')}`);
}

const bare = (example: string) => example.replace(/[[\]{}]/g, '');

function marked(words: string, spans: readonly Pick<Span, 'from' | 'to'>[], [open, close]: string): string {
  const inOrder = [...spans].sort((a, b) => b.from - a.from);
  return inOrder.reduce(
    (text, { from, to }) => `${text.slice(0, from)}${open}${text.slice(from, to)}${close}${text.slice(to)}`,
    words,
  );
}

/** The stretches of `words` that nothing of what was kept comes from. */
function missing(words: string, from: Uint32Array, to: Uint32Array): { from: number; to: number }[] {
  const gone: { from: number; to: number }[] = [];
  let at = 0;
  for (const [i, start] of [...from, words.length].entries()) {
    if (start > at) gone.push({ from: at, to: start });
    at = to[i] ?? at;
  }
  return gone;
}

test('normalise', () => {
  compare(
    normalised.map(([words]) => normalise(words).text),
    normalised.map(([, wish]) => wish),
  );
});

test('greeting', () => {
  const wished = greeted.filter((one) => one !== '{}');
  compare(
    wished.map((one) => {
      const { kept } = withoutGreeting(normalise(bare(one)));
      return marked(bare(one), missing(bare(one), kept.from, kept.to), '{}');
    }),
    wished,
  );
});

test('mask', () => {
  const made = maskings.map((one) => {
    const [words = '', names] = bare(one).split('|');
    const { text, from, to } = withoutPersons(normalise(words), names?.split(','));
    const hidden = [...text].flatMap((unit, at) =>
      unit === '*' && words !== '*' ? [{ from: from[at]!, to: to[at]! }] : [],
    );
    return marked(words, hidden, '{}') + (names === undefined ? '' : `|${names}`);
  });
  compare(made, maskings);
});

test('segment', () => {
  const names = matcher(lexicon);
  compare(
    cuts.map((one) => segment(one.replaceAll('|', ''), names).words.join('|')),
    cuts,
  );
});

const plain = reader(lexiconOf({ areas }));
const withUnits = reader(lexiconOf({ areas, units }));
const withPlaces = reader(lexiconOf({ areas: [...areas, '双柳村', '柳絮苑', '望湖苑'], units }));

test('place', () => {
  compare(
    places.map((one) => marked(bare(one), plain(bare(one)).places, '[]')),
    places,
  );
});

test('organisation', () => {
  compare(
    organisations.map((one) => marked(bare(one), withUnits(bare(one)).organisations, '[]')),
    organisations,
  );
});

for (const [name, examples] of [
  ['subject', subjects],
  ['ask', asks],
] as const) {
  test(name, () => {
    compare(
      examples.map((one) => {
        const found = withPlaces(bare(one))[name];
        return marked(bare(one), found ? [found] : [], '[]');
      }),
      examples,
    );
  });
}
