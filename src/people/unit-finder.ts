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
  const all = new Map<string, FoundUnit>();
  /** Ids by full and short name. */
  const named = new Map<string, Set<string>>();
  const add = (unit: FoundUnit) => {
    all.set(unit.id, unit);
    for (const name of [unit.name, unit.shortName]) named.set(name, (named.get(name) ?? new Set()).add(unit.id));
  };
  units.forEach(add);
  const called = (unit: FoundUnit, name: string) => unit.name === name || unit.shortName === name;

  /** How many levels the path leaves out between the unit and the names above it; nothing where they do not stand above. */
  const levelsLeftOut = (unit: FoundUnit, above: string[]): number | undefined => {
    let wanted = above.length - 1;
    let out = 0;
    for (let at = all.get(unit.parentId ?? ''); at && wanted >= 0; at = all.get(at.parentId ?? '')) {
      if (called(at, above[wanted]!)) wanted--;
      else out++;
    }
    return wanted < 0 ? out : undefined;
  };

  const byPath = (written: string, tree?: TreeName) => {
    const parts = pathParts(written);
    const name = parts.at(-1) ?? '';
    const found = [...(named.get(name) ?? [])].map((id) => all.get(id)!).filter((unit) => !tree || unit.tree === tree);
    const fits = found.flatMap((unit) => {
      const out = levelsLeftOut(unit, parts.slice(0, -1));
      return out === undefined ? [] : [{ unit, out }];
    });
    const nearest = Math.min(...fits.map(({ out }) => out));
    const below = fits.filter(({ out }) => out === nearest).map(({ unit }) => unit);
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
    add,
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
