/** What a revision changed, and a title out of what callers say. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { changedWords } from '#web/signals/changed-words.ts';
import { titleFrom } from '#web/signals/proposed-title.ts';

test('the changed middle stands between the same beginning and end', () => {
  assert.deepEqual(changedWords('3号楼漏水三天', '3号楼漏水五天'), {
    head: '3号楼漏水',
    gone: '三',
    came: '五',
    tail: '天',
  });
  assert.deepEqual(changedWords('漏水', '漏水'), { head: '漏水', gone: '', came: '', tail: '' });
  assert.deepEqual(changedWords('哈哈', '哈哈哈'), { head: '哈哈', gone: '', came: '哈', tail: '' });
});

test('both texts can be put together again from the parts', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const { head, gone, came, tail } = changedWords(before, after);
      assert.equal(head + gone + tail, before);
      assert.equal(head + came + tail, after);
    }),
  );
});

test('a title is proposed from the title, else from place and first clause', () => {
  const words = '您好，市民来电反映：小区北门下水道堵塞，污水漫到路上。已经三天了！';
  assert.equal(titleFrom({ title: '北门堵塞', words, place: null }), '北门堵塞');
  assert.equal(titleFrom({ title: null, words, place: null }), '小区北门下水道堵塞，污水漫到路上');
  assert.equal(titleFrom({ title: ' ', words, place: '柳岸小区' }), '柳岸小区 小区北门下水道堵塞，污水漫到路上');
  assert.equal(titleFrom({ title: null, words: '投诉', place: null }), '投诉');
  assert.equal(titleFrom(undefined), '');
  assert.ok(titleFrom({ title: null, words: '漏'.repeat(300), place: null }).length <= 41);
});
