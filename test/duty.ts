/** What stories of the duty list stand on: areas, townships of their own, a small tree of categories, the head of dispatch. */

import { program } from '#people/actor.ts';
import { grantPost } from '#people/post.actions.ts';
import { grantInput } from '#people/post.api.ts';
import { makeUnit } from '#people/unit.actions.ts';
import { unitInput } from '#people/unit.api.ts';
import { newId } from '#platform/ids.ts';
import type { TestCity } from '#test/database.ts';

/** Code → name; a code begins with its parent's. */
const areas = {
  9901: ['青澜市', 'city'],
  990101: ['临河区', 'district'],
  990102: ['望湖区', 'district'],
  990101001: ['新民街道', 'township'],
  990101002: ['东湾街道', 'township'],
  990101001001: ['柳荫社区', 'village'],
} as const;
const units = {
  linhe: ['临河区人民政府', '临河区', 'district', '990101'],
  xinmin: ['新民街道办事处', '新民街道', 'township', '990101001'],
  parks: ['青澜市园林绿化中心', '园林中心', 'institution', null],
  xinminNight: ['新民街道综合执法队', '新民执法队', 'section', null],
} as const;
const categories = {
  noise: ['噪音扰民', null],
  works: ['施工噪音', 'noise'],
  square: ['广场舞噪音', 'noise'],
  water: ['供水', null],
  cut: ['停水', 'water'],
} as const;

export type Land = {
  area: Record<keyof typeof areas, string>;
  unit: Record<keyof typeof units, string>;
  category: Record<keyof typeof categories, string>;
};

/** 秦越 is the head of dispatch here. */
export function makeLand({ tx, world }: TestCity): Promise<Land> {
  return tx(async (own) => {
    const land = { area: {}, unit: {}, category: {} } as Land;
    for (const [code, [name, level]] of Object.entries(areas) as [
      `${keyof Land['area']}`,
      readonly [string, string],
    ][]) {
      const id = newId();
      land.area[code as unknown as keyof Land['area']] = id;
      const parent = Object.keys(areas).findLast((one) => one !== code && code.startsWith(one));
      const parent_id = parent ? land.area[parent as unknown as keyof Land['area']] : null;
      await own
        .insertInto('area')
        .values({ id, code, name, level: level as 'city', parent_id })
        .execute();
    }
    for (const [key, [name, shortName, kind, area]] of Object.entries(units) as [
      keyof Land['unit'],
      (typeof units)[keyof typeof units],
    ][]) {
      const id = newId();
      land.unit[key] = id;
      const parentId = { linhe: undefined, parks: undefined, xinmin: land.unit.linhe, xinminNight: land.unit.xinmin }[
        key
      ];
      const parents = parentId ? [{ unitId: parentId, relation: 'part' }] : [];
      const areaId = area ? land.area[area as unknown as keyof Land['area']] : null;
      await makeUnit(own, program, unitInput.parse({ id, name, shortName, kind, parents, areaId }));
    }
    for (const [position, [key, [name, above]]] of Object.entries(categories).entries()) {
      const id = newId();
      land.category[key as keyof Land['category']] = id;
      const parent_id = above ? land.category[above] : null;
      const row = { id, code: `C${position}`, name, folded: name, parent_id, level: above ? 2 : 1, position };
      await own
        .insertInto('category')
        .values({ ...row, valid_from: '2020-01-01', made_at: own.now })
        .execute();
    }
    const post = {
      id: newId(),
      personId: world.people.otherDispatcher,
      role: 'dispatch_head',
      unitId: world.units.hotline,
    };
    await grantPost(own, program, grantInput.parse(post));
    return land;
  });
}
