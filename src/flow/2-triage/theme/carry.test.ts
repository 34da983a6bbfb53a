import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { carry, type Found, type Kept, type Standing } from '#triage/theme/carry.ts';

const named = { name: '', words: [] };
/** `[[['a','b'],['c']]]`: one theme of two groups. */
const found = (themes: string[][][]): Found => ({
  themes: themes.map(() => named),
  groups: themes.flatMap((groups, theme) => groups.map((members) => ({ ...named, members, theme }))),
});
const counter = (prefix: string) => {
  let n = 0;
  return () => `${prefix}${++n}`;
};
type Held = { pins?: Record<string, string>; groups?: Record<string, string | null>; decided?: string[] };
/** What stands after a run, with what people held: signals in groups, groups under themes, themes decided on. */
const standing = (kept: Kept, { pins = {}, groups = {}, decided = [] }: Held = {}): Standing => ({
  themes: [...new Set([...kept.themes.map(({ id }) => id), ...Object.values(groups).filter((id) => id !== null)])].map(
    (id) => ({ id, decided: decided.includes(id) }),
  ),
  groups: kept.groups.map((group) => {
    const theme = group.id in groups ? groups[group.id]! : group.theme;
    const members = group.members.filter((one) => (pins[one] ?? group.id) === group.id);
    const placed = Object.keys(pins).filter((one) => pins[one] === group.id);
    return {
      ...{ id: group.id, members: [...new Set([...members, ...placed])], pinned: new Set(placed), theme },
      held: group.id in groups || (theme !== null && decided.includes(theme)),
    };
  }),
});
const nothing: Standing = { groups: [], themes: [] };
const groupOf = (kept: Kept, signal: string) => kept.groups.find(({ members }) => members.includes(signal))!;

const first = carry(
  nothing,
  found([
    [
      ['a', 'b', 'c'],
      ['d', 'e'],
    ],
    [['x', 'y', 'z']],
  ]),
  counter('id'),
);
const [abc, de, xyz] = [groupOf(first, 'a'), groupOf(first, 'd'), groupOf(first, 'x')];

test('the same again is the same; what is added goes where it is found', () => {
  const again = carry(
    standing(first),
    found([
      [['x', 'y', 'z', 'w']],
      [
        ['d', 'e'],
        ['a', 'b', 'c', 'q'],
      ],
    ]),
    counter('new'),
  );
  assert.deepEqual(
    ['a', 'd', 'x'].map((one) => groupOf(again, one).id),
    [abc.id, de.id, xyz.id],
  );
  assert.deepEqual([groupOf(again, 'q').theme, groupOf(again, 'w').theme], [abc.theme, xyz.theme]);
  assert.deepEqual(
    again.themes.map(({ isNew }) => isNew),
    [false, false],
  );
  assert.deepEqual(again.gone, []);
});

test('a signal that a person moved stays where the person put it, though the run finds it elsewhere', () => {
  const held = standing(first, { pins: { c: xyz.id } });
  const again = carry(
    held,
    found([
      [
        ['a', 'b', 'c'],
        ['d', 'e'],
      ],
      [['x', 'y', 'z']],
    ]),
    counter('new'),
  );
  assert.deepEqual(groupOf(again, 'c').id, xyz.id);
  assert.deepEqual(groupOf(again, 'a').members, ['a', 'b']);
});

test('merged by people, two themes do not come apart again, and what is new of either comes to the one', () => {
  const held = standing(first, { groups: { [xyz.id]: abc.theme } });
  const again = carry(
    held,
    found([
      [
        ['a', 'b', 'c'],
        ['d', 'e'],
      ],
      [
        ['x', 'y', 'z'],
        ['n', 'm'],
      ],
    ]),
    counter('new'),
  );
  assert.deepEqual(new Set(again.groups.map(({ theme }) => theme)), new Set([abc.theme]));
  assert.equal(again.themes.length, 1);
});

test('split by people, the two parts do not fall together again', () => {
  const held = standing(first, { groups: { [de.id]: 'other', [abc.id]: abc.theme } });
  const again = carry(
    held,
    found([
      [
        ['a', 'b', 'c'],
        ['d', 'e'],
      ],
      [['x', 'y', 'z']],
    ]),
    counter('new'),
  );
  assert.deepEqual([groupOf(again, 'd').theme, groupOf(again, 'a').theme], ['other', abc.theme]);
});

test('put under no theme, it comes under none; a theme nobody decided on and nobody speaks of any more is gone', () => {
  const held = standing(first, { groups: { [de.id]: null } });
  const again = carry(
    held,
    found([
      [
        ['a', 'b', 'c'],
        ['d', 'e'],
      ],
    ]),
    counter('new'),
  );
  assert.equal(groupOf(again, 'd').theme, null);
  assert.deepEqual(again.gone, [xyz.theme]);
  const decided = carry(standing(first, { decided: [xyz.theme!] }), found([[['a', 'b', 'c']]]), counter('new'));
  assert.deepEqual(decided.gone, []);
});

const cities = fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 6,
});
test('whatever stands: every signal is in one group, people are obeyed, ids are not given twice', () => {
  fc.assert(
    fc.property(cities, cities, fc.nat(), fc.nat(), (before, after, pinned, place) => {
      const signals = (themes: number[][]) => {
        let n = 0;
        return themes.map((groups) => groups.map((size) => Array.from({ length: size }, () => `s${n++}`)));
      };
      const old = carry(nothing, found(signals(before)), counter('id'));
      const target = old.groups[place % old.groups.length]!;
      const signal = `s${pinned % before.flat().reduce((a, b) => a + b)}`;
      const held = standing(old, { pins: { [signal]: target.id }, decided: [target.theme!] });
      const now = carry(held, found(signals(after)), counter('new'));
      const all = now.groups.flatMap(({ members }) => members);
      assert.equal(new Set(all).size, all.length);
      for (const group of found(signals(after)).groups) for (const one of group.members) assert.ok(all.includes(one));
      assert.equal(groupOf(now, signal).id, target.id);
      assert.equal(groupOf(now, signal).theme, target.theme);
      assert.equal(new Set(now.themes.map(({ id }) => id)).size, now.themes.length);
      for (const { theme } of now.groups) if (theme) assert.ok(now.themes.some(({ id }) => id === theme));
    }),
  );
});
