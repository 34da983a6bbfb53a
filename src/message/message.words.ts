/** What the program itself says outside the desk: the line for the rest, a code, a message to try a channel. */
import type { Said } from '#platform/problem.ts';

/** The line for all that was not pushed: `还有 12 条`. */
export const digestWords = (rest: number): Said => ({
  zh: `还有 ${rest} 条，见“消息”`,
  en: `${rest} more; see Messages`,
});

export const testWords = (city: Said): Said => ({
  zh: `这是${city.zh}溯源平台的测试消息，收到说明设置无误`,
  en: `A test message of ${city.en} Suyuan: the settings are right`,
});

export const codeWords = (code: string): Said => ({
  zh: `您的验证码是 ${code}，30 分钟内有效。如非本人操作请忽略`,
  en: `Your code is ${code}, good for 30 minutes. If you did not ask for it, ignore this`,
});

/** Before the number and title of a task whose review waits. */
export const reviewWords: Said = { zh: '待审核：', en: 'To review: ' };

export const subjectWords: Said = { zh: '溯源提醒', en: 'Suyuan reminder' };
export const openWords: Said = { zh: '打开溯源', en: 'Open Suyuan' };
export const noReplyWords: Said = {
  zh: '本邮件由系统发出，请勿回复。要改接收方式，请到“我的账号”',
  en: 'Sent by a program; do not reply. How you are told is set under My account',
};
