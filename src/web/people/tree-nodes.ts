/** A tree of units out of its flat rows, and the part of it whose names hold some words. Pure. */
import type { UnitNode } from '#people/unit.api.ts';

export type Branch = { unit: UnitNode; children: Branch[] };

/** Whoever stands below nobody of that day is a root. The order of the rows is kept. */
export function branchesOf(units: readonly UnitNode[]): Branch[] {
  const all = new Map(units.map((unit) => [unit.id, { unit, children: [] as Branch[] }]));
  const roots: Branch[] = [];
  for (const branch of all.values()) {
    const above = branch.unit.parentId ? all.get(branch.unit.parentId) : undefined;
    (above?.children ?? roots).push(branch);
  }
  return roots;
}

const holds = ({ name, shortName, code }: UnitNode, words: string) =>
  [name, shortName, code ?? ''].some((one) => one.toLowerCase().includes(words.toLowerCase()));

/** Branches that hold the words, with what is above them; a unit that fits keeps all below it. */
export function narrowed(branches: readonly Branch[], words: string): Branch[] {
  if (!words) return [...branches];
  return branches.flatMap((branch) => {
    if (holds(branch.unit, words)) return [branch];
    const children = narrowed(branch.children, words);
    return children.length > 0 ? [{ ...branch, children }] : [];
  });
}

/** The units above this one, the root first. */
export function pathTo(units: readonly UnitNode[], id: string | undefined): string[] {
  const all = new Map(units.map((unit) => [unit.id, unit]));
  const path: string[] = [];
  for (let at = id && all.get(id)?.parentId; at && !path.includes(at); at = all.get(at)?.parentId ?? '')
    path.unshift(at);
  return path;
}

export const countOf = (branches: readonly Branch[]): number =>
  branches.reduce((sum, { children }) => sum + 1 + countOf(children), 0);
