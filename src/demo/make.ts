/** The demo's cast: its people and units, and how what they do is run at its own instant, by the program's own verbs. */
import { fixedClock } from '#clock/now.ts';
import { castPeople, castUnits } from '#demo/cast.ts';
import { phoneOf, type Random } from '#demo/random.ts';
import { makeActivation } from '#people/activation.actions.ts';
import { program } from '#people/actor.ts';
import { makePerson } from '#people/person.actions.ts';
import { personInput } from '#people/person.api.ts';
import { grantPost } from '#people/post.actions.ts';
import { grantInput } from '#people/post.api.ts';
import { makeUnit } from '#people/unit.actions.ts';
import { unitInput } from '#people/unit.api.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';

export type Cast = { units: Map<string, string>; people: Map<string, string> };
export type DemoCode = { name: string; title: string; login: string; code: string };

export const DEMO_DAYS = 90;

/** What is done at an instant, by a real verb. */
export type Act = { at: Date; run: (tx: Tx) => Promise<unknown> };

/** The same city whose clock stands at another instant: the past is written as the past. */
export const at = (city: City, instant: Date): City => ({ ...city, clock: fixedClock(instant.toISOString()) });

/** One after the other, in the order of the list. */
export async function perform(city: City, acts: readonly Act[]): Promise<void> {
  for (const act of acts) await transact(at(city, act.at), act.run);
}

/** Units and people as of the demo's first day. */
export async function makeCast(city: City, random: Random, first: Date): Promise<Cast> {
  return transact(at(city, first), async (tx) => {
    const cast: Cast = { units: new Map(), people: new Map() };
    await makeUnits(tx, random, cast);
    for (const { key, name, role, unit, title } of castPeople) {
      const personId = random.id(first);
      cast.people.set(key, personId);
      await makePerson(tx, program, personInput.parse({ id: personId, name, phone: phoneOf(random) }));
      await grantPost(
        tx,
        program,
        grantInput.parse({ id: random.id(first), personId, role, unitId: cast.units.get(unit), title }),
      );
    }
    return cast;
  });
}

async function makeUnits(tx: Tx, random: Random, cast: Cast): Promise<void> {
  const { id: top } = await tx.selectFrom('unit').select('id').where('code', '=', 'CITY').executeTakeFirstOrThrow();
  for (const unit of castUnits) {
    const id = random.id(tx.now);
    cast.units.set(unit.key, id);
    const party = ['work_committee', 'party_committee', 'branch'].includes(unit.kind);
    const above = unit.under ? cast.units.get(unit.under)! : party ? undefined : top;
    const parents = above ? [{ unitId: above, relation: unit.relation ?? 'part' }] : [];
    await makeUnit(
      tx,
      program,
      unitInput.parse({ id, name: unit.name, shortName: unit.short, kind: unit.kind, parents }),
    );
  }
}

/** Codes for the first five, made now and good for seven days. */
export async function makeCodes(
  city: City,
  cast: Cast,
  random: Random,
  people = castPeople.slice(0, 6),
): Promise<DemoCode[]> {
  return transact(city, async (tx) => {
    const codes: DemoCode[] = [];
    for (const { key, name, login, title = '' } of people) {
      const made = await makeActivation(tx, program, { id: random.id(tx.now), personId: cast.people.get(key)!, login });
      codes.push({ name, title, login, code: made.code! });
    }
    return codes;
  });
}
