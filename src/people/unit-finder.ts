/** Finding the unit that a list means: by code, by name, by the path to it. Only open units are found. */
import { type CellNote, noted } from '#people/import-cells.ts';
import { likeness, pathParts } from '#people/import-words.ts';
import type { TreeName } from '#people/role.ts';
import type { UnitKind } from '#people/unit.ts';
import type { Tx } from '#platform/db.ts';

export type FoundUnit = {
  id: string;
  code: string | null;
  name: string;
  shortName: string;
  tree: TreeName;
  kind: UnitKind;
  parentId: string | null;
};

export type UnitFinder = {
  byCode(code: string): FoundUnit | undefined;
  /** All units that this name or path can mean. */
  byPath(written: string, tree?: TreeName): FoundUnit[];
  /** The city itself, where one unit stands for it. */
  root(): FoundUnit | undefined;
  /** A unit made or changed meanwhile. */
  add(unit: FoundUnit): void;
  /** The one unit, or why there is none. */
  find(written: string, code: string): FoundUnit | CellNote<'unit' | 'unit_code'>;
};

const NEAREST = 3;

/** A city has some thousands of units: they are all held while a chunk of rows is written. */
export async function loadUnits(tx: Tx): Promise<UnitFinder> {
  const rows = await tx
    .selectFrom('unit')
    .leftJoin('unit_edge as e', (join) =>
      join.onRef('e.child_id', '=', 'unit.id').on('e.valid_to', 'is', null).on('e.relation', '<>', 'guides'),
    )
    .select([
      'unit.id',
      'unit.code',
      'unit.name',
      'unit.short_name as shortName',
      'unit.tree',
      'unit.kind',
      'e.parent_id as parentId',
    ])
    .where('unit.valid_to', 'is', null)
    .execute();
  return finderOf(rows.map((row) => ({ ...row, kind: row.kind as UnitKind })));
}

export function finderOf(units: FoundUnit[]): UnitFinder {
  const all = new Map(units.map((unit) => [unit.id, unit]));
  const called = (unit: FoundUnit, name: string) => unit.name === name || unit.shortName === name;

  /** Do the names above, from the nearest up, stand above this unit in this order? Levels may be left out. */
  const standsBelow = (unit: FoundUnit, above: string[]): boolean => {
    let wanted = above.length - 1;
    for (let at = all.get(unit.parentId ?? ''); at && wanted >= 0; at = all.get(at.parentId ?? '')) {
      if (called(at, above[wanted]!)) wanted--;
    }
    return wanted < 0;
  };

  const byPath = (written: string, tree?: TreeName) => {
    const parts = pathParts(written);
    const name = parts.at(-1) ?? '';
    const found = [...all.values()].filter((unit) => called(unit, name) && (!tree || unit.tree === tree));
    const below = found.filter((unit) => standsBelow(unit, parts.slice(0, -1)));
    // A full name is meant before somebody else's short one.
    const full = below.filter((unit) => unit.name === name);
    return full.length > 0 ? full : below;
  };

  const byCode = (code: string) => [...all.values()].find((unit) => unit.code === code);

  return {
    byCode,
    byPath,
    root() {
      const roots = [...all.values()].filter((unit) => unit.kind === 'city' && unit.parentId === null);
      return roots.length === 1 ? roots[0] : undefined;
    },
    add: (unit) => void all.set(unit.id, unit),
    find(written, code) {
      const coded = code ? byCode(code) : undefined;
      if (coded) return coded;
      const name = pathParts(written).at(-1) ?? '';
      if (code && !name) return noted('unit_code', 'unit_unknown', { name: code, nearest: '—' });
      const found = byPath(written);
      if (found.length === 1) return found[0]!;
      if (found.length > 1) return noted('unit', 'unit_name_twice', { name: written });
      const names = [...all.values()].flatMap((unit) =>
        unit.shortName === unit.name ? [unit.name] : [unit.name, unit.shortName],
      );
      const nearest = names
        .map((one) => ({ one, like: likeness(one, name) }))
        .filter(({ like }) => like > 0)
        .sort((a, b) => b.like - a.like)
        .slice(0, NEAREST);
      return noted('unit', 'unit_unknown', { name: written, nearest: nearest.map(({ one }) => one).join('、') || '—' });
    },
  };
}
