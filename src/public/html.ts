/** HTML out of a template in which every value is text, unless it is HTML made the same way. */

export type Html = { readonly html: string };
export type Part = Html | string | number | null | undefined | false | readonly Part[];

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

function textOf(part: Part): string {
  if (part === null || part === undefined || part === false) return '';
  if (typeof part === 'string') return escaped(part);
  if (typeof part === 'number') return String(part);
  if ('html' in part) return part.html;
  return part.map(textOf).join('');
}

/** html`<p>${words}</p>`: `words` is escaped, lists are joined, what is false or absent is left out. */
export function html(texts: TemplateStringsArray, ...parts: Part[]): Html {
  return { html: texts.reduce((all, text, index) => all + textOf(parts[index - 1]) + text) };
}

/** Text whose line breaks are kept. */
export const lines = (text: string): Html => html`<p class="said">${text.trim()}</p>`;
