/** A page that says why something cannot be done now, and what to do instead. */
import type { Problem, Said } from '#platform/problem.ts';
import { html } from '#public/html.ts';
import { addressIn, speaker } from '#public/look.ts';
import type { Page, Place } from '#public/page.ts';
import { pageWords } from '#public/page.words.ts';

const titles: Record<number, Said> = {
  403: { zh: '请从本页面操作', en: 'Please use our own pages' },
  404: { zh: '没有这一页', en: 'There is no such page' },
  429: { zh: '请稍等', en: 'Please wait' },
  503: { zh: '暂时不能使用', en: 'Not available now' },
};
const other: Said = { zh: '没有成功', en: 'That did not work' };

export function messagePage({ base, look }: Place, { body: { code, status, message, retry_after } }: Problem): Page {
  const say = speaker(look);
  const title = say(titles[status] ?? other);
  const said =
    code === 'not_found'
      ? { zh: '地址可能不全，或者内容已经撤下。', en: 'The address may be cut off, or the page was taken down.' }
      : message;
  const body = html`<h1>${title}</h1><p>${say(said)}</p><p><a href="${addressIn(base, look)}">${say(pageWords.start)}</a></p>`;
  return { status, title, body, path: '', retryAfter: retry_after };
}
