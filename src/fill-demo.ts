/** What is put into a demo or training city that has just been made: its beginning, its past, and the codes to come in by. */
import { addDays, dayOf, startOfDay } from '#clock/day.ts';
import { castPeople } from '#demo/cast.ts';
import { DAYS, makeCity } from '#demo/city/make-city.ts';
import { dutyActs } from '#demo/duty.ts';
import { withIdsOf } from '#demo/ids.ts';
import { readIndicators } from '#demo/indicators.ts';
import { at, type Cast, DEMO_DAYS, type DemoCode, makeCast, makeCodes, perform } from '#demo/make.ts';
import { type Random, randomFrom } from '#demo/random.ts';
import { planStory } from '#demo/story.ts';
import { sweep } from '#ledger/sweep.ts';
import { accountByLogin } from '#people/account.store.ts';
import { makeActivation } from '#people/activation.actions.ts';
import { program } from '#people/actor.ts';
import { type City, transact } from '#platform/city.ts';
import { newId } from '#platform/ids.ts';
import type { Say } from '#platform/say.ts';
import { type FirstCode, seedCity } from '#root/create-city.ts';
import { reactions } from '#root/reactions.ts';
import { mergeIndex } from '#signal/search.store.ts';
import { drawDay } from '#triage/callback/draw.actions.ts';
import { askWeekly } from '#triage/theme/survey.actions.ts';
import { findWarnings } from '#triage/warning/find.actions.ts';

const SEED = 20_260_312;

/** `small`: the cast alone, for pictures and measurements; a number: the whole city with that share of its signals. */
export type Size = 'small' | 'city' | number;
export type Codes = { people: DemoCode[]; administrators: FirstCode[] };
export type Filling = {
  size: Size;
  say: Say;
  /** Codes for all of the cast; else for the first five. */
  everybody?: boolean;
};

/** The same rows for the same end, ids included. The city is empty before, and seen by nobody. */
export function fillDemo(city: City, { size, say, everybody = false }: Filling): Promise<Codes> {
  const end = city.clock.now();
  const random = randomFrom(SEED);
  return withIdsOf(random, end, async () => {
    const first = new Date(
      startOfDay(addDays(dayOf(end), -(size === 'small' ? DEMO_DAYS : DAYS) - 1)).getTime() + 8 * 3_600_000,
    );
    const begun = await transact(at(city, first), seedCity);
    const cast = await pastOf(city, random, end, size, say);
    await sweep(city, reactions);
    await transact(city, mergeIndex);
    if (size !== 'small') await findWarnings(city, true);
    // Twenty thousand signals take about a minute: the survey of the city waits for the worker, which begins with it.
    if (size !== 'small') await transact(city, askWeekly);
    if (size !== 'small') await transact(city, (tx) => drawDay(tx, addDays(dayOf(end), -1), String(SEED)));
    const people = await makeCodes(city, cast, random, everybody ? castPeople : undefined);
    return { people, administrators: await codesAgain(city, begun) };
  });
}

async function pastOf(city: City, random: Random, end: Date, size: Size, say: Say): Promise<Cast> {
  if (size !== 'small') return makeCity(city, random, end, size === 'city' ? 1 : size, progress(say));
  const first = new Date(end.getTime() - (DEMO_DAYS + 1) * 86_400_000);
  const cast = await makeCast(city, random, first);
  const { acts } = await planStory(city, cast, random, end);
  await perform(
    city,
    [...dutyActs(cast, random, first, end), ...acts].sort((a, b) => a.at.getTime() - b.at.getTime()),
  );
  await readIndicators(city, cast, random, end);
  return cast;
}

/** Those of the city's first day are long over. */
const codesAgain = (city: City, begun: FirstCode[]): Promise<FirstCode[]> =>
  transact(city, async (tx) => {
    const codes: FirstCode[] = [];
    for (const one of begun) {
      const { person_id: personId } = (await accountByLogin(tx, one.login))!;
      const made = await makeActivation(tx, program, { id: newId(), personId, login: one.login });
      codes.push({ ...one, code: made.code! });
    }
    return codes;
  });

/** Every tenth part of the way is told once. */
function progress(say: Say) {
  let told = 0;
  return (what: { zh: string; en: string }, far = 0) => {
    const tenth = Math.floor(far * 10);
    if (far > 0 && tenth <= told) return;
    told = tenth;
    const percent = far > 0 ? ` ${tenth * 10} %` : '';
    say({ zh: `  ${what.zh}${percent}`, en: `${what.en}${percent}` });
  };
}
