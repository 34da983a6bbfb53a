/** A public page as a document: head, header with the switches, the content, the emergency note. */
import type { Said } from '#platform/problem.ts';
import { type Html, html, type Part } from '#public/html.ts';
import { addressIn, type Look, type Say, speaker } from '#public/look.ts';
import { pageWords } from '#public/page.words.ts';
import { style } from '#public/style.ts';

/** What a page is drawn for: whose city, how it is looked at, and where. */
export type Place = { city: { name: Said; training: boolean }; base: string; look: Look };

export type Page = {
  status?: number;
  title: string;
  body: Part;
  /** Pages with codes and forms stay out of search engines. */
  indexed?: boolean;
  /** Where the same is seen in another look. */
  path: string;
  query?: Record<string, string>;
  /** The form of the page: a switch sends it along, so that nothing typed is lost. */
  form?: string;
  retryAfter?: number | undefined;
  /** Shows a code or a citizen's matter: no copy is kept anywhere. */
  secret?: boolean;
};

export type Errors = Record<string, Said>;

export function draw(place: Place, page: Page): string {
  const say = speaker(place.look);
  const { language, elder } = place.look;
  const city = place.city.name[language];
  const name = say(pageWords.name, { city });
  const robots = page.indexed && !place.city.training ? '' : '<meta name="robots" content="noindex">';
  const head = html`<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">${{ html: robots }}<title>${titleOf(page, say)} · ${name}</title><link rel="icon" href="data:,"><style>${{ html: style }}</style><script src="${place.base}/aloud.js" defer></script>`;
  const kind = elder ? html` class="elder"` : '';
  const document = html`<!doctype html><html lang="${language === 'zh' ? 'zh-CN' : 'en'}"${kind}><head>${head}</head><body>
<a class="skip" href="#main">${say(pageWords.skip)}</a>
<div class="top"><header><a class="name" href="${addressIn(place.base, place.look)}">${name}</a>${switches(place, page, say)}</header></div>
${place.city.training ? html`<p class="training">${say(pageWords.training)}</p>` : null}<main id="main">${page.body}</main>
<footer><p>${say(pageWords.emergency)}</p><p>${say(pageWords.hotline)}</p></footer>
</body></html>`;
  return document.html;
}

/** A reader of titles alone hears that something is to be corrected. */
const titleOf = ({ title, status }: Page, say: Say) => (status === 422 ? say(pageWords.wrongTitle, { title }) : title);

/** As links, or, where there is a form, as buttons of it that send what is typed and ask only to see it otherwise. */
function switches({ base, look }: Place, page: Page, say: Say): Html {
  const other = look.language === 'zh' ? 'en' : 'zh';
  const changes = [
    {
      value: look.elder ? 'plain' : 'elder',
      look: { ...look, elder: !look.elder },
      words: say(look.elder ? pageWords.plain : pageWords.elder),
    },
    { value: other, look: { ...look, language: other } as Look, words: say(pageWords.other), language: other },
  ];
  const items = changes.map(({ value, look: changed, words, language }) => {
    const spoken = language ? html` lang="${language === 'zh' ? 'zh-CN' : 'en'}"` : '';
    if (page.form)
      return html`<button class="plain" form="${page.form}" name="show" value="${value}" formnovalidate${spoken}>${words}</button>`;
    // An address without the usual look would leave the cookie's: here it is said in full.
    const query = { ...page.query, lang: changed.language, look: changed.elder ? 'elder' : 'plain' };
    return html`<a href="${base}${page.path}?${new URLSearchParams(query).toString()}" rel="nofollow"${spoken}>${words}</a>`;
  });
  return html`<button type="button" class="plain" id="aloud" hidden data-stop="${say(pageWords.quiet)}">${say(pageWords.aloud)}</button>${items}`;
}

/** Above everything else: what is wrong, each a link to its field. */
export function errorSummary(errors: Errors, look: Look): Part {
  const say = speaker(look);
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  const items = entries.map(([field, said]) => html`<li><a href="#${field}">${say(said)}</a></li>`);
  return html`<div class="errors" role="alert" aria-labelledby="errors"><h2 id="errors">${say(pageWords.errors, { count: entries.length })}</h2><ul>${items}</ul></div>`;
}
