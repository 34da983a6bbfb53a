/** The people of the demo city beside its cast: who works where from when to when, and in which branch. */
import { addDays, type Day, dayOf, startOfDay } from '#clock/day.ts';
import { castPeople, castUnits } from '#demo/cast.ts';
import { nameOf } from '#demo/city/names.ts';
import { type Party, shares } from '#demo/city/party.ts';
import { note, type Past, put } from '#demo/city/past.ts';
import { cityUnits, hosts } from '#demo/city/units.ts';
import type { Cast } from '#demo/make.ts';
import { phoneOf } from '#demo/random.ts';
import { updatePerson } from '#people/person.store.ts';
import type { BuiltInRole } from '#people/roles.ts';

/** All of the city: the cast's 19 and the three administrators among them. */
export const PEOPLE = 2_000;
const OTHERS = castPeople.length + 3;

export type Member = { id: string; unit: string; role: BuiltInRole; from: Day; to: Day | null };
export type NewPerson = { id: string; name: string; staffNumber: string; phone: string; at: Date };

export type Staff = {
  people: NewPerson[];
  /** Somebody in that post at that unit on the day; of several, whom chance picks. */
  one(role: BuiltInRole, unit: string, at: Date): string;
  /** An official of the unit or of one below it who stays for two months at least. */
  doer(unit: string, at: Date): string;
};

/** Long enough for every task that is given on a day to be done. */
const STAY_DAYS = 60;

const parentOf = new Map<string, string>([
  ...castUnits.filter((unit) => unit.under && !unit.relation).map((unit) => [unit.key, unit.under!] as const),
  ...cityUnits.filter((unit) => unit.under !== 'CITY').map((unit) => [unit.key, unit.under] as const),
]);

export function planStaff(past: Past, at: Date, cast: Cast, units: Map<string, string>, party: Party): Staff {
  const members: Member[] = castPeople.map(({ key, unit, role }) => ({
    ...{ id: cast.people.get(key)!, unit, role, from: dayOf(at), to: null },
  }));
  const people: NewPerson[] = [];
  const sizes = shares(
    PEOPLE - OTHERS,
    hosts.map((host) => host.weight),
  );
  for (const [i, { key }] of hosts.entries()) {
    const below = [...parentOf].filter(([, parent]) => parent === key).map(([unit]) => unit);
    const branches = party.branches.get(key)!;
    const led = castPeople.some((one) => one.unit === key && one.role === 'unit_leader');
    for (const [n, place] of placesIn(key, below, sizes[i]!, led).entries()) {
      hire(past, at, { n, place, branches, units, members, people });
    }
  }
  return { people, ...finders(past, members) };
}

type Seat = { unit: string; role: BuiltInRole; title: string };

/** Seats of one host and the units below it, the important ones first. */
function placesIn(host: string, below: string[], size: number, led: boolean): Seat[] {
  if (host === 'hotline') {
    const roles: [BuiltInRole, string][] = [
      ['dispatcher', '派单员'],
      ['checker', '核查员'],
      ['call_taker', '话务员'],
      ['call_taker', '话务员'],
    ];
    return Array.from({ length: size }, (_, n) => ({ unit: host, role: roles[n % 4]![0], title: roles[n % 4]![1] }));
  }
  const district = below.length > 0 && !below[0]!.includes('-');
  const seats: Seat[] = [
    ...(led ? [] : [{ unit: host, role: 'unit_leader' as const, title: district ? '区长' : '主要负责人' }]),
    { unit: host, role: 'unit_clerk', title: '承办联络员' },
    { unit: host, role: 'unit_clerk', title: '承办联络员' },
    { unit: host, role: 'official', title: '办公室主任' },
  ];
  for (const unit of below) {
    if (district)
      seats.push({ unit, role: 'unit_leader', title: '主任' }, { unit, role: 'unit_clerk', title: '承办联络员' });
    seats.push({ unit, role: 'official', title: district ? '网格长' : '科长' });
  }
  const rest = below.length > 0 ? below : [host];
  for (let n = 0; seats.length < size; n++) {
    const unit = n % 7 === 6 ? host : rest[n % rest.length]!;
    seats.push({ unit, role: 'official', title: district ? '办事员' : '科员' });
  }
  return seats.slice(0, size);
}

type Hiring = {
  n: number;
  place: Seat;
  branches: string[];
  units: Map<string, string>;
  members: Member[];
  people: NewPerson[];
};

/** One in sixteen came later, one in thirty has left; the few who lead and pass on work stay. */
function hire(past: Past, begin: Date, { n, place, branches, units, members, people }: Hiring): void {
  const { random, end } = past;
  const days = Math.floor((end.getTime() - begin.getTime()) / 86_400_000);
  const some = place.role === 'official';
  const later = some && random.chance(1 / 16) ? Math.round(random.below(days - 5) / 30) * 30 : 0;
  const came = later > 0 ? new Date(startOfDay(addDays(dayOf(begin), later)).getTime() + 34_200_000) : begin;
  const gone =
    some && later === 0 && random.chance(1 / 30) ? addDays(dayOf(begin), 40 + random.below(days - 60)) : null;
  const id = random.id(came);
  const from = dayOf(came);
  const staffNumber = `Q${String(people.length + 1).padStart(5, '0')}`;
  people.push({ id, name: nameOf(random), staffNumber, phone: phoneOf(random), at: came });
  members.push({ id, unit: place.unit, role: place.role, from, to: gone });
  const secretary = n < branches.length;
  const posts = [
    { role: place.role, unit: units.get(place.unit)!, title: place.title },
    ...(secretary || random.chance(0.7)
      ? [
          {
            role: secretary ? 'branch_secretary' : 'official',
            unit: branches[n % branches.length]!,
            title: secretary ? '支部书记' : '党员',
          },
        ]
      : []),
  ];
  for (const { role, unit, title } of posts) {
    const post = random.id(came);
    put(past, 'post', came, {
      ...{
        id: post,
        person_id: id,
        role_code: role,
        role_sort: 'business',
        unit_id: unit,
        title,
        valid_from: from,
        valid_to: gone,
      },
    });
    const of = { kind: 'post', thing: post, unit };
    note(past, came, null, { ...of, verb: 'post.granted', data: { person: id, role, from, to: null }, request: post });
    if (!gone) continue;
    const on = new Date(startOfDay(gone).getTime() + 36_000_000);
    note(past, on, null, { ...of, verb: 'post.withdrawn', reason: '调离', data: { person: id, role, on: gone } });
  }
  if (gone) {
    const on = new Date(startOfDay(gone).getTime() + 36_000_000);
    note(past, on, null, {
      verb: 'person.left',
      kind: 'person',
      thing: id,
      reason: '调离',
      data: { on: gone, things: 0, to: [] },
    });
    past.acts.push({ at: on, run: (tx) => updatePerson(tx, id, { left_on: gone }) });
  }
}

function finders({ random }: Past, members: Member[]): Pick<Staff, 'one' | 'doer'> {
  const by = new Map<string, Member[]>();
  const add = (key: string, member: Member) => by.set(key, [...(by.get(key) ?? []), member]);
  for (const member of members) {
    for (let unit: string | undefined = member.unit; unit; unit = parentOf.get(unit)) {
      if (unit === member.unit) add(`${member.role} ${unit}`, member);
      if (member.role === 'official') add(`below ${unit}`, member);
    }
  }
  const pick = (key: string, first: Day, last: Day) => {
    const there = (by.get(key) ?? []).filter((one) => one.from <= first && (one.to === null || one.to > last));
    if (there.length === 0) throw new Error(`nobody: ${key} on ${first}`);
    return random.pick(there).id;
  };
  return {
    one: (role, unit, at) => pick(`${role} ${unit}`, dayOf(at), dayOf(at)),
    doer: (unit, at) => pick(`below ${unit}`, dayOf(at), addDays(dayOf(at), STAY_DAYS)),
  };
}
