/** The names of a city: of its areas, its units, and those that many of its messages tell. Never a person's. */

import { normalise } from '#text/reading/1-normalise.ts';
import { withoutGreeting } from '#text/reading/2-greeting.ts';
import { withoutPersons } from '#text/reading/3-mask.ts';
import { segment } from '#text/reading/4-segment.ts';
import { findPlaces, placeKind } from '#text/reading/5-place.ts';
import { findOrganisations } from '#text/reading/6-organisation.ts';
import { matcher } from '#text/reading/matcher.ts';

/** Sorted, each once, normalised. The same sources in any order make the same lexicon. */
export type Lexicon = { places: string[]; organisations: string[] };

export const emptyLexicon: Lexicon = { places: [], organisations: [] };

export type LexiconSources = { areas?: readonly string[]; units?: readonly string[]; texts?: readonly string[] };

/** Two rounds: the areas that the first finds part the names of the second (澄江区｜望湖苑). */
export function lexiconOf({ areas = [], units = [], texts = [] }: LexiconSources): Lexicon {
  const given = { places: tidy(areas), organisations: tidy(units) };
  const plain = Array.from(texts, (words) => withoutPersons(withoutGreeting(normalise(words)).kept).text);
  const first = learn(plain, given);
  return learn(plain, {
    places: [...given.places, ...first.places.filter((name) => placeKind(name) === 'area')],
    organisations: given.organisations,
  });
}

function learn(plain: readonly string[], given: Lexicon): Lexicon {
  const names = matcher([...given.places, ...given.organisations]);
  const places = new Set(given.places);
  const organisations = new Set(given.organisations);
  const counted = { places: new Map<string, number>(), organisations: new Map<string, number>() };
  for (const text of plain) {
    const segments = segment(text, names);
    count(
      counted.places,
      text,
      findPlaces(segments, (name) => places.has(name)),
    );
    count(
      counted.organisations,
      text,
      findOrganisations(segments, (name) => organisations.has(name)),
    );
  }
  return {
    places: sorted([...given.places, ...often(counted.places)]),
    organisations: sorted([...given.organisations, ...often(counted.organisations)]),
  };
}

const tidy = (names: readonly string[]) => names.map((name) => normalise(name).text).filter((name) => name.length > 1);

function count(counts: Map<string, number>, text: string, names: readonly { start: number; end: number }[]): void {
  for (const name of new Set(names.map(({ start, end }) => text.slice(start, end)))) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
}

/** Named in two messages or more, and not cut from somebody's number or name. */
function often(counts: Map<string, number>): string[] {
  return [...counts]
    .filter(
      ([name, times]) =>
        times > 1 &&
        !isLonger(name, times, counts) &&
        name.length > (placeKind(name) === 'area' ? 1 : 2) &&
        !/\*/.test(name),
    )
    .map(([name]) => name);
}

/** 像木莲路 stands beside 木莲路, which is named far more often: what is before it is no part of the name. */
function isLonger(name: string, times: number, counts: Map<string, number>): boolean {
  for (let at = 1; at <= name.length - 3; at++) {
    if ((counts.get(name.slice(at)) ?? 0) > times * (at === 1 ? 2 : 10)) return true;
  }
  return false;
}

const sorted = (names: readonly string[]) => [...new Set(names)].sort((a, b) => (a < b ? -1 : 1));
