/** How somebody looks at the pages: language and elder mode, out of address or cookie; and addresses that keep both. */
import type { Language, Said } from '#platform/problem.ts';

export type Look = { language: Language; elder: boolean };

export type Asked = { lang?: string | undefined; look?: string | undefined };

/** The address says more than the cookie: what somebody has sent on is seen as it was meant. */
export function readLook(asked: Asked, cookie: string | undefined): Look {
  const kept = cookie?.split('.') ?? [];
  const language = asked.lang ?? kept[0];
  const look = asked.look ?? kept[1];
  return { language: language === 'en' ? 'en' : 'zh', elder: look === 'elder' };
}

export const writeLook = ({ language, elder }: Look): string => `${language}.${elder ? 'elder' : 'plain'}`;

/** The address of a page, with the look where it is not the usual one: it holds without cookies too. */
export function addressIn(base: string, look: Look, path = '', query: Record<string, string> = {}): string {
  const parts = new URLSearchParams(query);
  if (look.language === 'en') parts.set('lang', 'en');
  if (look.elder) parts.set('look', 'elder');
  const asked = parts.toString();
  return `${base}${path}${asked && `?${asked}`}`;
}

/** Fills `{name}` and picks the language. */
export function speaker({ language }: Look) {
  return (said: Said, params: Record<string, string | number> = {}): string =>
    said[language].replace(/\{(\w+)\}/g, (all, key) => String(params[key] ?? all));
}
export type Say = ReturnType<typeof speaker>;
