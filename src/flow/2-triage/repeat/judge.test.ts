import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judge } from '#triage/repeat/judge.ts';

const told = (words: string, place: string | null = null) => ({ words, place });
const against = (asked: string, ...texts: string[]) =>
  judge(
    told(asked),
    texts.map((words, at) => ({ problem: String(at), ...told(words) })),
  );

const leak = '望湖花园3号楼地下室污水倒灌，积水没过脚踝，臭味很大，物业不管';

test('near-verbatim words about another estate are another matter', () => {
  assert.deepEqual(against(leak.replace('望湖花园', '金桂苑'), leak), []);
  assert.deepEqual(against(leak.replace('望湖花园', '锦绣家园'), leak), []);
});

test('the same estate in other words is the same matter, and says by what', () => {
  const asked = '昨晚开始望湖花园地下室全是污水，车都开不出来';
  const [found] = against(asked, leak, '望湖花园南门烧烤摊油烟扰民');
  assert.equal(found!.problem, '0');
  const place = found!.because.find((one) => one.share === 'place')!;
  assert.equal(asked.slice(place.from!, place.to!), '望湖花园');
  assert.ok(found!.because.some((one) => one.share === 'words' && one.text.includes('地下室')));
});

test('a slogan that stands under many matters joins none of them', () => {
  const slogan = '强烈要求领导为民做主，彻查到底，给百姓一个交代';
  const found = against(`滨江新村路灯不亮，${slogan}`, `望湖花园电梯困人，${slogan}`, `青松小学门口占道，${slogan}`);
  assert.deepEqual(found, []);
});

test('of a problem the likeliest text speaks, and phones are no reason', () => {
  const found = judge(told('望湖花园地下室污水，请打13900001234'), [
    { problem: 'a', ...told('望湖花园电梯坏了，请打13900001234') },
    { problem: 'a', ...told('望湖花园地下室污水倒灌，请打13900001234') },
  ]);
  assert.equal(found.length, 1);
  assert.doesNotMatch(JSON.stringify(found), /1390000/);
});

test('nothing, odd signs and endless words are no matter', () => {
  for (const words of ['', '水', '😀😀', '?'.repeat(100_000), '复制'.repeat(50_000)])
    assert.deepEqual(against(words, leak), []);
});
