/** What is told, by whom, where and when: each affair is one matter at one place, with all who told of it. */
import { type Day, dayOf } from '#clock/day.ts';
import { type Land, namedBy, type Place } from '#demo/city/areas.ts';
import { type CityBurst, cityBursts, cityMatters } from '#demo/city/bursts.ts';
import { ask, type Caller, newCaller, type Telling, type Told, tell } from '#demo/city/tell.ts';
import { dayAfter, dayIn, hourOf, seasonalDay, weighted } from '#demo/city/when.ts';
import { ALWAYS, type CityMatter } from '#demo/city/words/matter.ts';
import { questions } from '#demo/city/words/questions.ts';

export type Affair = { matter: CityMatter; place: Place; unit: string; title: string; told: Told[]; stays: boolean };

/** Sizes of ordinary affairs: most are one call, some a whole house, a few a quarter. */
const sizes: [least: number, most: number, share: number][] = [
  [1, 1, 50],
  [2, 4, 29],
  [5, 12, 15],
  [13, 45, 5],
  [46, 130, 1],
];
/** Of a hundred that begin to tell, so many ask or praise; the others draw more after them. */
const QUESTIONS = 42;

type Span = { first: Day; last: Day };

/** @param total signals; @param share of a whole city, by which the great bursts shrink */
export function* planAffairs(
  telling: Telling,
  land: Land,
  span: Span,
  total: number,
  share: number,
): Generator<Affair, void, void> {
  const { past } = telling;
  const left = () => total - past.arrivals.length;
  for (const burst of cityBursts)
    for (let n = 0; n < (burst.places ?? 1); n++) {
      if (burst.places && !past.random.chance(Math.max(share, 0.1))) continue;
      yield burstAt(telling, land, span, burst, burst.places ? 1 : share);
    }
  while (left() > 0) {
    if (past.random.below(100) < QUESTIONS) question(telling, span);
    else yield ordinary(telling, land, span, left());
  }
}

function question(telling: Telling, { first, last }: Span): void {
  const { random } = telling.past;
  const one = questions[weighted(random, [40, 26, 14, 5, 3, 5, 4])]!;
  ask(telling, hourOf(random, seasonalDay(random, first, last, ALWAYS, 'day'), 'day'), one);
}

const affairAt = (matter: CityMatter, place: Place): Affair => ({
  ...{ matter, place, title: `${place.name}${matter.title}`, told: [], stays: false },
  unit: matter.unit === 'township' ? place.township : matter.unit === 'district' ? place.district : matter.unit,
});

function placeFor({ past: { random } }: Telling, land: Land, matter: CityMatter): Place {
  return random.pick(land.places.get(matter.at)!);
}

function burstAt(telling: Telling, land: Land, { first, last }: Span, burst: CityBurst, share: number): Affair {
  const { random } = telling.past;
  const found = placeFor(telling, land, burst.matter);
  const affair = affairAt(burst.matter, burst.place ? { ...found, name: burst.place } : found);
  affair.stays = burst.stays ?? false;
  const begin = dayIn(random, first, last, burst.on);
  const size = Math.max(2, Math.round(burst.size * share * (burst.places ? 0.5 + random.below(100) / 100 : 1)));
  // Loud at first, and again each time that something was promised and not kept.
  const waves = burst.days > 60 ? [0, 0.3, 0.62] : [0];
  const day = () => {
    const wave = random.pick(waves) * burst.days;
    return dayAfter(
      new Date(`${begin}T12:00:00+08:00`),
      Math.floor(wave + (random.below(1_000) / 1_000) ** 2 * (burst.days - wave)),
    );
  };
  fill(telling, affair, size, day);
  return affair;
}

function ordinary(telling: Telling, land: Land, { first, last }: Span, left: number): Affair {
  const { random } = telling.past;
  const matter =
    cityMatters[
      weighted(
        random,
        cityMatters.map((one) => one.weight),
      )
    ]!;
  const affair = affairAt(matter, placeFor(telling, land, matter));
  const begin = seasonalDay(random, first, last, matter.season, matter.hours);
  const [least, most] =
    sizes[
      weighted(
        random,
        sizes.map(([, , part]) => part),
      )
    ]!;
  const size = Math.min(left, least + random.below(most - least + 1));
  const days = 1 + Math.min(12, Math.ceil(size / 4));
  fill(telling, affair, size, () =>
    dayAfter(new Date(`${begin}T12:00:00+08:00`), Math.floor((random.below(1_000) / 1_000) ** 2 * days)),
  );
  return affair;
}

/** One in seven tells again, under the same number. */
function fill(telling: Telling, affair: Affair, size: number, day: () => Day): void {
  const { random, end } = telling.past;
  const callers: Caller[] = [];
  const times = Array.from({ length: size }, () => hourOf(random, day(), affair.matter.hours)).sort(
    (a, b) => a.getTime() - b.getTime(),
  );
  for (const at of times) {
    if (dayOf(at) > dayOf(end)) continue;
    const again = callers.length > 0 && random.chance(0.14);
    const caller = again ? random.pick(callers) : newCaller(random);
    if (!again) callers.push(caller);
    const { place, title, matter } = affair;
    const told = tell(telling, at, { matter, title, place: namedBy(random, place), area: place.area }, caller);
    if (told) affair.told.push(told);
  }
  affair.told.sort((a, b) => a.past.recordedAt.getTime() - b.past.recordedAt.getTime());
}
