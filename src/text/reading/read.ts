/** Reads a message: one step a file, in the order of their numbers. */
import { normalise } from '#text/reading/1-normalise.ts';
import { withoutGreeting } from '#text/reading/2-greeting.ts';
import { masked, withoutPersons } from '#text/reading/3-mask.ts';
import { segment } from '#text/reading/4-segment.ts';
import { findPlaces } from '#text/reading/5-place.ts';
import { findOrganisations } from '#text/reading/6-organisation.ts';
import { findSubject } from '#text/reading/7-subject.ts';
import { findAsk } from '#text/reading/8-ask.ts';
import type { OrganisationKind, PlaceKind } from '#text/reading/endings.ts';
import type { Lexicon } from '#text/reading/lexicon.ts';
import { type Mapped, type Span, spanOf } from '#text/reading/mapped.ts';
import { matcher } from '#text/reading/matcher.ts';
import { kindOf, unitKind } from '#text/reading/unit-kinds.ts';

export type Place = Span & { kind: PlaceKind };
export type Organisation = Span & { kind: OrganisationKind };

/** `plain`: normalised, without greetings, persons masked; spans stand in the words as they were written. */
export type Read = {
  plain: string;
  tokens: string[];
  places: Place[];
  organisations: Organisation[];
  subject: Span | null;
  ask: Span | null;
};

/** `names`: persons known of the message (its reporter, marked names), masked beside those that the words tell. */
export type Reader = (words: string, names?: readonly string[]) => Read;

export function reader(lexicon: Lexicon): Reader {
  const names = matcher([...lexicon.places, ...lexicon.organisations]);
  const places = new Set(lexicon.places);
  const organisations = new Set(lexicon.organisations);
  return (words, persons = []) => {
    const whole = normalise(words);
    const { kept, closings } = withoutGreeting(whole);
    const plain = withoutPersons(kept, persons);
    const segments = segment(plain.text, names);
    const placed = findPlaces(segments, (name) => places.has(name));
    const organised = findOrganisations(segments, (name) => organisations.has(name));
    const subject = findSubject(plain.text, [...placed, ...organised]);
    const ask = findAsk(plain.text);
    const closing = closings.at(-1);
    return {
      plain: plain.text,
      tokens: segments.words.filter((word) => !isSign(word)),
      places: placed.map((name) => ({ ...spanOf(plain, name.start, name.end), kind: name.kind as PlaceKind })),
      organisations: organised.map((name) => ({
        ...spanOf(plain, name.start, name.end),
        kind: name.kind as OrganisationKind,
      })),
      subject: part(plain, subject),
      ask: part(plain, ask) ?? part(whole, closing ?? null),
    };
  };
}

function part(words: Mapped, found: { start: number; end: number } | null): Span | null {
  return found ? spanOf(words, found.start, found.end) : null;
}

function isSign(word: string): boolean {
  const kind = kindOf(word.charCodeAt(0));
  return kind === unitKind.sign || kind === unitKind.space || kind === unitKind.half || word === masked || word === '/';
}
