/** Words around calls: refusals that only the browser can give, and what to do about them. */
import type { Words } from '#web/words/words.ts';

export const callWords = {
  reload: { zh: '看最新情况', en: 'Show the current state' },
  again: { zh: '再试一次', en: 'Try again' },
  waiting: {
    zh: '服务器暂时忙，{seconds} 秒后自动再试（第 {attempt} 次），您的内容还在',
    en: 'The server is busy; trying again in {seconds} s (attempt {attempt}). Nothing you wrote is lost',
  },
  slow: { zh: '还在读取，数据较多', en: 'Still reading; there is a lot of data' },
  reading: { zh: '正在读取', en: 'Reading' },
} as const satisfies Words;
