/** The small named world of the tests: eight units, nine people, one channel. Everything in it is made up. */
import { makeActivation } from '#people/activation.actions.ts';
import { program } from '#people/actor.ts';
import { makePerson } from '#people/person.actions.ts';
import { personInput } from '#people/person.api.ts';
import { grantPost } from '#people/post.actions.ts';
import { grantInput } from '#people/post.api.ts';
import type { BuiltInRole } from '#people/roles.ts';
import { makeUnit } from '#people/unit.actions.ts';
import { unitInput } from '#people/unit.api.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';

const units = {
  hotline: { name: '青澜市 12345 热线中心', shortName: '热线中心', kind: 'institution' },
  urban: { name: '青澜市城市管理局', shortName: '城管局', kind: 'department' },
  urbanNight: { name: '城市管理局夜间巡查科', shortName: '夜查科', kind: 'section', parent: 'urban' },
  water: { name: '青澜市水务局', shortName: '水务局', kind: 'department' },
  housing: { name: '青澜市住房和建设局', shortName: '住建局', kind: 'department' },
  committee: { name: '中共青澜市委市级机关工作委员会', shortName: '机关工委', kind: 'work_committee' },
  urbanBranch: { name: '城管局第一党支部', shortName: '城管一支部', kind: 'branch', parent: 'committee' },
} as const satisfies Record<string, { name: string; shortName: string; kind: string; parent?: string }>;

const people = {
  dispatcher: { name: '沈立', role: 'dispatcher', unit: 'hotline' },
  otherDispatcher: { name: '秦越', role: 'dispatcher', unit: 'hotline' },
  callTaker: { name: '周敏', role: 'call_taker', unit: 'hotline' },
  checker: { name: '何琳', role: 'checker', unit: 'hotline' },
  head: { name: '罗建国', role: 'unit_leader', unit: 'urban' },
  clerk: { name: '陈晓燕', role: 'unit_clerk', unit: 'urban' },
  official: { name: '吴涛', role: 'official', unit: 'urbanNight' },
  waterHead: { name: '卢海', role: 'unit_leader', unit: 'water' },
  office: { name: '蒋文', role: 'office', unit: 'committee' },
} as const satisfies Record<string, { name: string; role: BuiltInRole; unit: keyof typeof units }>;

export type UnitName = keyof typeof units;
export type PersonName = keyof typeof people;

export type World = { units: Record<UnitName, string>; people: Record<PersonName, string>; channel: string };

/** Fills a city that `createCity` has just made. */
export async function fillWorld(tx: Tx): Promise<World> {
  const { id: city } = await tx.selectFrom('unit').select('id').where('code', '=', 'CITY').executeTakeFirstOrThrow();
  const unitIds = {} as Record<UnitName, string>;
  for (const [key, unit] of Object.entries(units) as [UnitName, (typeof units)[UnitName]][]) {
    unitIds[key] = newId();
    const party = unit.kind === 'work_committee' || unit.kind === 'branch';
    const above = 'parent' in unit ? unitIds[unit.parent] : party ? null : city;
    const parents = above ? [{ unitId: above, relation: party ? 'leads' : 'part' }] : [];
    await makeUnit(
      tx,
      program,
      unitInput.parse({ id: unitIds[key], name: unit.name, shortName: unit.shortName, kind: unit.kind, parents }),
    );
  }
  const personIds = {} as Record<PersonName, string>;
  for (const [key, { name, role, unit }] of Object.entries(people) as [PersonName, (typeof people)[PersonName]][]) {
    const personId = newId();
    personIds[key] = personId;
    await makePerson(tx, program, personInput.parse({ id: personId, name }));
    await grantPost(tx, program, grantInput.parse({ id: newId(), personId, role, unitId: unitIds[unit] }));
    await makeActivation(tx, program, { id: newId(), personId, login: key.toLowerCase() });
  }
  const { id: channel } = await tx
    .selectFrom('channel')
    .select('id')
    .where('code', '=', '01')
    .executeTakeFirstOrThrow();
  return { units: unitIds, people: personIds, channel };
}
