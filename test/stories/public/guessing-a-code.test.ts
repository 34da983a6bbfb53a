/** Somebody guesses: a slip is told at once, a wrong try is slowed, written down, and tells nothing. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeFrom, showCode } from '#signal/follow-code.ts';
import { testCity } from '#test/database.ts';
import { citizen, codeIn } from '#test/stories/public/citizen.ts';

const story = await testCity();
const anna = citizen(story);
const code = codeIn(await anna.report());
const unknown = showCode(codeFrom(crypto.getRandomValues(new Uint8Array(9))));
const secondsIn = (text: string) => Number(/请 (\d+) 秒后再试/.exec(text)?.[1] ?? 0);
const wrongTries = () =>
  story.tx((tx) =>
    tx
      .selectFrom('ledger')
      .select(['actor', 'actor_kind', 'thing', 'data'])
      .where('verb', '=', 'signal.followFailed')
      .orderBy('seq')
      .execute(),
  );

test('a slip in the code is told at once and is no try', async () => {
  const swapped = code.replace(/(.)(.)(.*)$/, (_, a, b, rest) => (a === b ? `${a}${b}${rest}` : `${b}${a}${rest}`));
  for (let i = 0; i < 12; i++) {
    const seen = await citizen(story, '10.9.0.1').follow(
      `${swapped.slice(0, -1)}${swapped.at(-1) === '7' ? '8' : '7'}`,
    );
    assert.equal(seen.status, 422);
    assert.match(seen.text, /查询码有误/);
  }
  assert.equal((await wrongTries()).length, 0);
});

/** What the visitor sees, but for the form's token, and for how long they are told to wait. */
async function tries(source: string, typed: string): Promise<string[]> {
  const who = citizen(story, source);
  const seen: string[] = [];
  for (let i = 0; i < 7; i++) {
    const { status, html } = await who.follow(typed, '1111');
    seen.push(`${status} ${html.replace(/name="form" value="[^"]*"/, '').replaceAll(typed, 'CODE')}`);
  }
  return seen;
}

test('an unknown code and wrong digits are one and the same answer, try after try', async () => {
  const [a, b] = [await tries('10.9.0.2', code), await tries('10.9.0.3', unknown)];
  assert.deepEqual(a, b);
  assert.deepEqual(
    a.map((one) => one.slice(0, 3)),
    ['422', '422', '422', '422', '429', '429', '429'],
  );
  assert.match(a[0]!, /查询码或四位数字不对/);
});

test('each wrong try stands in the ledger with where it came from, and never with what was typed', async () => {
  const rows = await wrongTries();
  assert.equal(rows.length, 8);
  assert.deepEqual(
    [...new Set(rows.map((row) => JSON.stringify(row.data)))],
    ['{"source":"10.9.0.2"}', '{"source":"10.9.0.3"}'],
  );
  assert.deepEqual([...new Set(rows.map((row) => `${row.actor_kind} ${row.actor}`))], ['reporter null']);
  assert.doesNotMatch(JSON.stringify(rows), /1111|CODE/);
});

test('waiting does not hold the line: it is told, with Retry-After, and doubles', async () => {
  story.pass({ hours: 25 });
  const who = citizen(story, '10.9.0.4');
  const waits: number[] = [];
  for (let i = 0; i < 9; i++) {
    const { text, headers } = await who.follow(unknown, '2222');
    const seconds = secondsIn(text);
    if (seconds > 0) {
      assert.equal(headers['retry-after'], String(seconds));
      waits.push(seconds);
      story.pass({ hours: seconds / 3_600 });
    }
  }
  assert.deepEqual(waits, [2, 4, 8]);
});

test('a right code buys no wrong ones: its source stays slowed', async () => {
  story.pass({ hours: 25 });
  const who = citizen(story, '10.9.0.5');
  for (let i = 0; i < 4; i++) await who.follow(unknown, '3333');
  assert.equal((await who.follow(code)).status, 429);
  story.pass({ hours: 1 });
  assert.equal((await who.follow(code)).status, 200);
  assert.equal((await who.follow(unknown, '3333')).status, 422);
  assert.equal((await who.follow(code)).status, 429);
});

test('whoever holds the code but not the digits has thirty tries in all, from wherever', async () => {
  story.pass({ hours: 25 });
  let spent = 0;
  for (let i = 0; i < 60 && spent === 0; i++) {
    const { text } = await citizen(story, `10.8.0.${i}`).follow(code, String(1_000 + i));
    if (/请拨打 12345/.test(text) && /不能再在网上查询/.test(text)) spent = i;
    story.pass({ hours: 2 });
  }
  assert.equal(spent, 30);
  assert.match((await citizen(story, '10.7.0.1').follow(code)).text, /不能再在网上查询/);
});
