import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMatter, readUrgency, saysClosed } from '#signal/import-words.ts';

test('the words of offices, however they are spaced', () => {
  const matters = {
    投诉: 'complaint',
    ' 咨 询 ': 'consult',
    求助类: 'help',
    意见建议: 'suggest',
    检举控告: 'report',
    感谢: 'praise',
    其它: 'other',
    冲浪: undefined,
  };
  for (const [word, matter] of Object.entries(matters)) assert.equal(readMatter(word), matter, word);
  const urgencies = { 一般: 'normal', 加急: 'urgent', 特急: 'critical', 是: 'urgent', 否: 'normal', 随便: undefined };
  for (const [word, urgency] of Object.entries(urgencies)) assert.equal(readUrgency(word), urgency, word);
});

test('what is closed at its source, and what only sounds like it', () => {
  for (const word of ['已办结', '办结', '已归档', '结案']) assert.ok(saysClosed(word), word);
  for (const word of ['办理中', '未办结', '待办结', '']) assert.ok(!saysClosed(word), word);
});
