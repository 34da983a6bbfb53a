import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Matter, subjectsOf } from '#triage/theme/subjects.ts';

const places = ['阳光花园', '望湖苑', '桃园里', '北门', '夜市街', '广场', '码头', '东街', '西街', '南坡'];
const about: Record<string, string[]> = {
  漏水: ['水管', '漏水', '物业', '维修'],
  噪音: ['噪音', '夜里', '扰民', '音响'],
  路灯: ['路灯', '不亮', '天黑'],
};
const matter = (place: string, kind: string, size: number): Matter => ({
  ...{ size, names: [place] },
  texts: Array.from({ length: Math.min(size, 5) }, (_, i) => [
    place,
    ...about[kind]!.slice(i % 2),
    `${place}的${kind}${i}`,
  ]),
});
const matters = places.flatMap((place, at) => Object.keys(about).map((kind) => matter(place, kind, at + 1)));
const kinds = places.flatMap(() => Object.keys(about));

test('matters about the same are one theme wherever they are, called by the words they share', () => {
  const { of, subjects } = subjectsOf(matters);
  assert.equal(subjects.length, 3);
  for (const [at, kind] of kinds.entries()) assert.equal(of[at], of[kinds.indexOf(kind)], kind);
  for (const [at, kind] of Object.keys(about).entries()) {
    const { name } = subjects[of[at]!]!;
    assert.ok(
      about[kind]!.some((word) => name.includes(word)),
      name,
    );
    assert.ok(!places.some((place) => name.includes(place)), name);
  }
});

test('what is of no kind that others are of is in none; nothing at all is nothing', () => {
  const odd: Matter = { size: 9, names: [], texts: [['绝无仅有', '天外来客']] };
  const { of } = subjectsOf([...matters, odd, { size: 3, names: [], texts: [[]] }]);
  assert.deepEqual(of.slice(-2), [-1, -1]);
  assert.deepEqual(subjectsOf([]), { of: [], subjects: [] });
});
