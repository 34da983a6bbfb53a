import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { likeness } from '#text/same/6-likeness.ts';
import { countsOf } from '#text/same/counts-of.ts';
import { group } from '#text/same/group.ts';
import { messagesOf } from '#text/same/made-messages.ts';

const { messages, matterOf } = messagesOf({ matters: 150, each: 3, seed: 7 });
const { groups } = group(messages);
const groupOf = (found: { id: string; members: string[] }[]) =>
  new Map(found.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));

test('messages of one matter in different words come together, and those of another place do not', () => {
  const of = groupOf(groups);
  let right = 0;
  let said = 0;
  let same = 0;
  for (const a of messages) {
    for (const b of messages) {
      if (a.id >= b.id) continue;
      const together = of.get(a.id) === of.get(b.id);
      const one = matterOf.get(a.id) === matterOf.get(b.id);
      if (together) said++;
      if (one) same++;
      if (one && together) right++;
    }
  }
  assert.ok(right / said > 0.95, `${right} of ${said} said`);
  assert.ok(right / same > 0.8, `${right} of ${same}`);
});

test('nearly the same words about another estate are another matter', () => {
  const words = (estate: string) =>
    `${estate}小区物业乱收停车费\n我是${estate}小区的业主，物业强行把停车费从每月一百元涨到三百元，不交就锁车，请物价部门查处。`;
  const found = group([
    ...messages,
    ...['青岚印象', '云麓雅境', '汀洲映月'].flatMap((estate, at) => [
      { id: `x${at}a`, words: words(estate) },
      { id: `x${at}b`, words: `${words(estate)}谢谢！` },
    ]),
  ]).groups;
  const of = groupOf(found);
  for (const at of [0, 1, 2]) {
    assert.equal(of.get(`x${at}a`), of.get(`x${at}b`));
    assert.notEqual(of.get(`x${at}a`), of.get(`x${(at + 1) % 3}a`));
  }
});

test('every message stands in exactly one group, whose id is its first member', () => {
  const all = groups.flatMap(({ members }) => members);
  assert.deepEqual(all.toSorted(), messages.map(({ id }) => id).toSorted());
  for (const { id, members } of groups) {
    assert.equal(id, members[0]);
    assert.deepEqual(members, members.toSorted());
  }
});

test('the answer hangs on the set of messages, not on their order', () => {
  const few = messages.slice(0, 120);
  const some = group(few).groups;
  fc.assert(
    fc.property(fc.shuffledSubarray(few, { minLength: few.length }), (shuffled) => {
      assert.deepEqual(group(shuffled).groups, some);
    }),
    { numRuns: 5 },
  );
});

test('empty, short, odd and enormous messages stand alone and break nothing', () => {
  const odd = ['', '', ' ', '水', '水', '😀😀', '？！', '\0', '\ud800', 'x'.repeat(100_000), '路'.repeat(100_000)];
  const found = group([...messages, ...odd.map((words, at) => ({ id: `odd${at}`, words }))]).groups;
  const of = groupOf(found);
  assert.equal(new Set(odd.map((_, at) => of.get(`odd${at}`))).size, odd.length);
  assert.deepEqual(group([]).groups, []);
});

test('the same text ten thousand times is one group, and costs as one', () => {
  const many = Array.from({ length: 10_000 }, (_, at) => ({ id: `m${at}`, words: messages[0]!.words }));
  const found = group([...many, ...messages]).groups;
  assert.ok(found[0]!.members.length >= 10_000);
});

test('names are short, tell the place, and nothing of a person', () => {
  const words =
    '桂月花园电梯坏了\n桂月花园3栋电梯停运半个月，老人上不了楼，请联系张三 13900001234，身份证 11010519491231002X。';
  const { groups: found, named } = group([...messages, { id: 'p1', words }, { id: 'p2', words: `${words}急！` }]);
  assert.match(named(found.find(({ members }) => members.includes('p1'))!).name, /桂月花园/);
  for (const { name, words: shared } of found.map(named)) {
    assert.ok(name.length <= 20, name);
    assert.doesNotMatch([name, ...shared].join(), /\d{5}|张三/);
  }
});

test('likeness is symmetric, highest for equal words, and tells what is shared', () => {
  const { prepare, score } = likeness(countsOf(messages));
  const prepared = messages.map(prepare);
  const [first] = prepared;
  for (const other of prepared) {
    assert.equal(score(first!, other).same, score(other, first!).same);
    assert.ok(score(first!, other).same <= score(first!, first!).same + 1e-9);
  }
  const twin = prepared.find((_, at) => at > 0 && matterOf.get(messages[at]!.id) === matterOf.get(messages[0]!.id))!;
  assert.ok(score(first!, twin).because.length > 0);
});

test('with one in twenty new, groups of before keep together; told so, all of them', () => {
  const fresh = new Set(messages.filter((_, at) => at % 20 === 7).map(({ id }) => id));
  const before = group(messages.filter(({ id }) => !fresh.has(id))).groups;
  const kept = (found: { id: string; members: string[] }[]) => {
    const of = groupOf(found);
    let pairs = 0;
    let together = 0;
    for (const { members } of before) {
      for (const a of members) {
        for (const b of members) {
          if (a >= b) continue;
          pairs++;
          if (of.get(a) === of.get(b)) together++;
        }
      }
    }
    return together / pairs;
  };
  assert.ok(kept(groups) >= 0.95);
  assert.equal(kept(group(messages, { together: before.map(({ members }) => members) }).groups), 1);
});
