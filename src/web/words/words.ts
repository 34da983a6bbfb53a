/**
 * The words of a page, in both languages. A page keeps its own dictionary beside itself and asks for words by key:
 *
 *   const words = { given: { zh: '已派给{unit}', en: 'Given to {unit}' } } as const satisfies Words;
 *   const t = useWords(words);  t('given', { unit: '城管局' })
 */
import { fill as fillIn } from '#platform/fill.ts';
import type { Language, Params, Said } from '#platform/problem.ts';
import { keptCell, oneOf, useCell } from '#web/place/cell.ts';

export type { Language, Params, Said };
export type Words = Record<string, Said>;

export const languageCell = keptCell<Language>('language', 'zh', oneOf('zh', 'en'));

/** Chosen since the page was opened: this outweighs what the server remembers. */
export const chosenLanguage: { now: Language | undefined } = { now: undefined };

export function chooseLanguage(language: Language): void {
  chosenLanguage.now = language;
  languageCell.set(language);
}

/** BCP 47, for `<html lang>` and Intl. */
export const localeOf: Record<Language, string> = { zh: 'zh-CN', en: 'en-GB' };

export function useLanguage(): Language {
  return useCell(languageCell);
}

/** Fills `{name}` and, in English, `{name|one|many}`. */
export function fill(sentence: string, params: Params = {}): string {
  return fillIn(sentence, (name) => params[name]);
}

/** Chooses the language of something said in both: server's names, refusals, titles handed over as data. */
export function useSaid(): (said: Said, params?: Params) => string {
  const language = useLanguage();
  return (said, params) => fill(said[language], params);
}

export function useWords<W extends Words>(words: W): (key: keyof W, params?: Params) => string {
  const language = useLanguage();
  return (key, params) => fill(words[key]?.[language] ?? String(key), params);
}

/** Outside components, in the language of this moment. */
export function saidNow(said: Said, params?: Params): string {
  return fill(said[languageCell.get()], params);
}
