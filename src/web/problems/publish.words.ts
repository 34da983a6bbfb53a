/** Words of publishing a problem. */
import type { Words } from '#web/words/words.ts';

export const publishWords = {
  how: {
    zh: '标题和说明会出现在公众页上，任何人都能看到；承办单位、状态和日期随办理自动更新',
    en: 'Title and words appear on the public pages for anybody to read; unit, state and dates follow by themselves',
  },
  mind: {
    zh: '不要写姓名、电话、门牌号；不要照抄诉求人的原话',
    en: 'No names, phones or house numbers, and not the very words of a reporter',
  },
  title: { zh: '给公众看的标题', en: 'Title for citizens' },
  words: { zh: '给公众看的说明', en: 'Words for citizens' },
  wordsHow: { zh: '是什么问题、正在怎么办', en: 'What the problem is, and what is being done' },
  despite: { zh: '我已看过，这些内容可以公开', en: 'I have read it again: this may be public' },
  published: { zh: '已公开，公众页上现在就能看到', en: 'Published; it stands on the public pages now' },
  endHow: { zh: '从公众页上撤下，问题照常办理', en: 'It leaves the public pages; work on it goes on' },
  ended: { zh: '已取消公开', en: 'It is not public any more' },
  part: { zh: '公众页', en: 'Public pages' },
  by: { zh: '{name} {when} 公开', en: 'Published by {name}, {when}' },
  see: { zh: '看公众页', en: 'See the public page' },
} as const satisfies Words;
