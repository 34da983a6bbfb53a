/** Judging by the words themselves which of the texts found are the same matter, and what says so. Pure. */
import { personalSpans } from '#text/personal.ts';
import { emptyLexicon } from '#text/reading/lexicon.ts';
import { type Read, reader } from '#text/reading/read.ts';
import { kindOf, unitKind } from '#text/same/2-terms.ts';
import type { SharedShown } from '#triage/repeat/repeat.api.ts';
import type { Share } from '#triage/repeat/repeat.ts';

type Told = { words: string; place: string | null };
export type Judged = { problem: string; same: number; because: SharedShown[] };

/** Below this it is shown to nobody. */
const SHOWN_FROM = 0.5;
/** Names of another place or organisation and none in common: however alike the words, a person has to find it. */
const ELSEWHERE = 0.3;
const WORDS_SHOWN = 4;
/**
 * Log-odds of being the same matter, fitted on judged pairs of real messages without the two great campaigns and rounded: of
 * what is shown 83 % was right, of what is told as very sure 94 %; 87 % of the same matters were shown, before the rule on
 * other places (decision 30).
 */
const odds = (named: boolean, overlap: number) => -2.1 + (named ? 1.4 : 0) + 6.5 * overlap;

const read = reader(emptyLexicon);

/** Problems of the texts, the likeliest first, each by its likeliest text. */
export function judge(asked: Told, texts: readonly (Told & { problem: string })[]): Judged[] {
  const mine = prepare(asked);
  const best = new Map<string, Judged>();
  for (const text of texts) {
    const judged = { problem: text.problem, ...compare(mine, prepare(text), asked.words) };
    if (judged.same >= SHOWN_FROM && judged.same > (best.get(text.problem)?.same ?? 0)) best.set(text.problem, judged);
  }
  return [...best.values()].sort((a, b) => b.same - a.same);
}

type Name = { text: string; share: Share };
type Prepared = { names: Name[]; tokens: string[]; plain: string; pairs: Set<string> };

/** What a matter is stands at the beginning. */
const READ = 1_200;

function prepare({ words, place }: Told): Prepared {
  const { places, organisations, tokens, plain }: Read = read([place, words].filter(Boolean).join('\n').slice(0, READ));
  const names: Name[] = [
    ...places.filter(({ kind }) => kind !== 'area').map(({ text }) => ({ text, share: 'place' as const })),
    ...organisations.map(({ text }) => ({ text, share: 'organisation' as const })),
  ].filter(({ text }) => text.length > 2);
  const inNames = names.map(({ text }) => text).join('|');
  const without = names.reduce((rest, { text }) => rest.replaceAll(text, '|'), plain);
  return {
    ...{ names, plain, pairs: pairsOf(without) },
    tokens: tokens.filter((token) => token.length > 1 && !inNames.includes(token)),
  };
}

function pairsOf(text: string): Set<string> {
  const pairs = new Set<string>();
  const isLetter = (at: number) => kindOf(text.charCodeAt(at)) !== unitKind.none;
  for (let at = 0; at + 1 < text.length; at++) {
    if (isLetter(at) && isLetter(at + 1)) pairs.add(text.slice(at, at + 2));
  }
  return pairs;
}

const sameName = (a: Name, b: Name) => a.text.includes(b.text) || b.text.includes(a.text);

function compare(a: Prepared, b: Prepared, words: string): { same: number; because: SharedShown[] } {
  const shared = a.names.filter((one) => b.names.some((other) => sameName(one, other)));
  const elsewhere = shared.length === 0 && a.names.length > 0 && b.names.length > 0;
  const common = [...a.pairs].filter((pair) => b.pairs.has(pair)).length;
  const overlap = common / Math.max(4, Math.min(a.pairs.size, b.pairs.size));
  const sure = 1 / (1 + Math.exp(-odds(shared.length > 0, overlap)));
  return {
    same: elsewhere ? Math.min(sure, ELSEWHERE) : sure,
    because: [
      ...once(shared).map(({ text, share }) => spanIn(words, text, share)),
      ...phrases(a, b).map((text) => spanIn(words, text, 'words')),
    ],
  };
}

const once = (names: readonly Name[]) => [...new Map(names.map((name) => [name.text, name])).values()];

/** Words in common, joined while they stand in a row in both; the longest first, nothing that says who somebody is. */
function phrases(a: Prepared, b: Prepared): string[] {
  const other = new Set(b.tokens);
  const found = new Set<string>();
  let run = '';
  for (const token of [...a.tokens, '']) {
    if (token !== '' && other.has(token) && a.plain.includes(run + token) && b.plain.includes(run + token)) {
      run += token;
      continue;
    }
    if (run.length > 1 && personalSpans(run).length === 0) found.add(run);
    run = other.has(token) ? token : '';
  }
  return [...found].sort((a, b) => b.length - a.length).slice(0, WORDS_SHOWN);
}

function spanIn(words: string, text: string, share: Share): SharedShown {
  const from = words.indexOf(text);
  return { share, text, from: from < 0 ? null : from, to: from < 0 ? null : from + text.length };
}
