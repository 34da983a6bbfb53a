/** Photos of a report that is not right yet: they need not be chosen again, can be left out, and go if nobody sends them. */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { test } from 'node:test';
import sharp from 'sharp';
import { removeErasedFiles } from '#signal/erase.actions.ts';
import { testCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';
import { citizen } from '#test/stories/public/citizen.ts';

const story = await testCity();
const { city } = story;
const { ok } = stepsOf(story);
const picture = async (background: string) => ({
  name: `${background}.png`,
  bytes: await sharp({ create: { width: 30, height: 20, channels: 3, background } })
    .png()
    .toBuffer(),
});
const kept = (html: string) => [...html.matchAll(/name="photo" value="([0-9a-f]{64})/g)].map((match) => match[1]!);
const stored = (hash: string) => existsSync(`${city.filesDir}/${hash.slice(0, 2)}/${hash.slice(2)}`);

test('they are kept while the words are mended, one is left out, another comes; what is not sent goes in two days', async () => {
  const who = citizen(story);
  const wrong = await who.report({ digits: '' }, [await picture('red'), await picture('blue')]);
  assert.equal(wrong.status, 422);
  const [red = '', blue = ''] = kept(wrong.html);
  assert.ok(stored(red) && stored(blue));
  const done = await who.submit('/report', { digits: '8026', [`drop-${red.slice(0, 16)}`]: 'yes' }, [
    await picture('green'),
  ]);
  assert.equal(done.status, 200);
  const { items } = await ok('dispatcher', 'GET', '/signals');
  assert.equal((await ok('dispatcher', 'GET', `/signals/${items[0].id}`)).photos.length, 2);
  assert.equal(await removeErasedFiles(city), 0);
  story.pass({ hours: 49 });
  assert.equal(await removeErasedFiles(city), 1);
  assert.deepEqual([red, blue].map(stored), [false, true]);
});

test('what is no photo is told by its name, and the words stay', async () => {
  const who = citizen(story, '203.0.113.8');
  const wrong = await who.report({}, [{ name: '合同.jpg', bytes: Buffer.from('PK not a photo') }]);
  assert.equal(wrong.status, 422);
  assert.match(wrong.text, /“合同\.jpg”打不开/);
  assert.match(wrong.html, /楼道灯三天不亮<\/textarea>/);
});

test('six are kept, and the page says that the others were not', async () => {
  const who = citizen(story, '203.0.113.9');
  const colours = ['red', 'blue', 'green', 'teal', 'black', 'white', 'gray', 'navy'];
  const seen = await who.report({}, await Promise.all(colours.map(picture)));
  assert.equal(seen.status, 422);
  assert.match(seen.text, /最多 6 张照片，多出的没有收/);
  assert.equal(kept(seen.html).length, 6);
  assert.equal((await who.submit('/report', {})).status, 200);
});

test('a photo that was never uploaded here, or by another form, is not taken', async () => {
  const who = citizen(story, '203.0.113.10');
  const seen = await who.report({ digits: '', photo: `${'ab'.repeat(32)}.image/png.99.${'x'.repeat(22)}` });
  assert.deepEqual(kept(seen.html), []);
});
