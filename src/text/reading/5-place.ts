/** Step 5: where it is: areas, villages, roads, estates and sites that the words name. */
import type { Segments } from '#text/reading/4-segment.ts';
import { type PlaceKind, placeEndings } from '#text/reading/endings.ts';
import { endingsOf, findBareNames, findNames, type Name } from '#text/reading/names.ts';

const endings = endingsOf(placeEndings);

/** What kind of place a name of the lexicon is, by its ending; an estate where it has none (青岚印象). */
export function placeKind(name: string): PlaceKind {
  const found = endings.byLast.get(name.at(-1)!)?.find((one) => name.endsWith(one.ending));
  return (found?.kind ?? 'estate') as PlaceKind;
}

export function findPlaces(segments: Segments, isKnown: (name: string) => boolean): Name[] {
  const ended = findNames(segments, endings, (name) => (isKnown(name) ? placeKind(name) : undefined));
  const bare = findBareNames(segments, ended);
  return bare.length === 0 ? ended : [...ended, ...bare].sort((a, b) => a.start - b.start);
}
