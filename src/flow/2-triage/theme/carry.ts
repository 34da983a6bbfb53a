/** What a new run finds, laid on what stands: groups and themes keep who they are, and what people decided stays. Pure. */

export type StandingGroup = {
  id: string;
  /** Signals that are in it now, and of these the ones that a person put there. */
  members: readonly string[];
  pinned: ReadonlySet<string>;
  /** The theme it hangs under; null where under none. */
  theme: string | null;
  /** A person put it there, or under none, or decided on the theme as it was. */
  held: boolean;
};
export type Standing = {
  groups: readonly StandingGroup[];
  /** Themes that are neither merged nor gone. `decided`: a person has confirmed, named or dismissed it. */
  themes: readonly { id: string; decided: boolean }[];
};

export type Named = { name: string; words: string[] };
export type Found = {
  /** `theme` −1: under none. */
  groups: readonly (Named & { members: readonly string[]; theme: number })[];
  themes: readonly Named[];
};

export type Kept = {
  /** `found`: the index of what was found, nothing where only people hold it together. */
  groups: { id: string; isNew: boolean; found: number | null; members: string[]; theme: string | null }[];
  themes: { id: string; isNew: boolean; found: number | null }[];
  /** Themes without a signal left that nobody decided on. */
  gone: string[];
};

/** Of a theme that somebody decided on, less may be left; of others at least a quarter of the smaller one. */
const LEAST_SHARE = 0.25;

/**
 * Each found set takes the id of the standing one with which it shares most, one to one, the largest sharing first.
 * @returns the standing id for each index of `found`
 */
export function sameAs(
  found: readonly (readonly string[])[],
  standing: readonly { id: string; members: readonly string[]; decided?: boolean }[],
): Map<number, string> {
  const where = new Map<string, number[]>();
  standing.forEach(({ members }, i) => {
    for (const one of members) {
      const list = where.get(one);
      if (list) list.push(i);
      else where.set(one, [i]);
    }
  });
  const shared: [found: number, standing: number, count: number][] = [];
  for (const [f, members] of found.entries()) {
    const counts = new Map<number, number>();
    for (const one of members) for (const s of where.get(one) ?? []) counts.set(s, (counts.get(s) ?? 0) + 1);
    for (const [s, count] of counts) shared.push([f, s, count]);
  }
  shared.sort((a, b) => b[2] - a[2] || (standing[a[1]]!.id < standing[b[1]]!.id ? -1 : 1) || a[0] - b[0]);
  const taken = new Set<number>();
  const same = new Map<number, string>();
  for (const [f, s, count] of shared) {
    if (same.has(f) || taken.has(s)) continue;
    const { id, members, decided } = standing[s]!;
    if (!decided && count < LEAST_SHARE * Math.min(members.length, found[f]!.length)) continue;
    taken.add(s);
    same.set(f, id);
  }
  return same;
}

/**
 * Signals that a person placed stay in their group; groups that a person placed, and those of themes that a person decided on,
 * stay under their theme. What else was found together takes the theme with which it shares most; where half of it or more
 * has been put under one theme by people (merged into it), the rest follows.
 */
export function carry(standing: Standing, found: Found, newId: () => string): Kept {
  const groups = carryGroups(standing, found, newId);
  const before = new Map(standing.groups.map((group) => [group.id, group]));
  const inTheme = new Map<string, string[]>(standing.themes.map(({ id }) => [id, []]));
  for (const { theme, members } of standing.groups) if (theme) inTheme.get(theme)?.push(...members);
  const heldIn = (id: string) => {
    const group = before.get(id);
    return group?.held ? group : undefined;
  };
  /** Not found, it stands where it stood; found under none, only where a person holds it. */
  const heldOrOwn = ({ id, found: at }: Group) => (at === null ? before.get(id)!.theme : (heldIn(id)?.theme ?? null));
  const ofTheme = Map.groupBy(
    groups.filter((group) => group.found !== null && found.groups[group.found]!.theme >= 0),
    (group) => found.groups[group.found!]!.theme,
  );
  const order = [...ofTheme.keys()].sort((a, b) => a - b);
  // A theme that people hold wholly elsewhere is none of its own.
  const free = order.map((theme) =>
    ofTheme
      .get(theme)!
      .filter(({ id }) => !heldIn(id))
      .flatMap(({ members }) => members),
  );
  const all = order.map((theme) => ofTheme.get(theme)!.flatMap(({ members }) => members));
  const same = sameAs(
    all.map((members, i) => (free[i]!.length > 0 ? members : [])),
    standing.themes.map(({ id, decided }) => ({ id, decided, members: inTheme.get(id)! })),
  );
  const themes: Kept['themes'] = [];
  for (const [i, theme] of order.entries()) {
    const own = ofTheme.get(theme)!;
    const id = same.get(i) ?? mostlyHeld(own, heldIn, all[i]!.length) ?? newId();
    const isNew = !inTheme.has(id);
    for (const group of own) group.theme = heldIn(group.id) ? heldIn(group.id)!.theme : id;
    if (free[i]!.length > 0 && !themes.some((one) => one.id === id)) themes.push({ id, isNew, found: theme });
  }
  for (const group of groups)
    if (group.found === null || found.groups[group.found]!.theme < 0) group.theme = heldOrOwn(group);
  const used = new Set(groups.map(({ theme }) => theme));
  for (const { id } of standing.themes)
    if (used.has(id) && !themes.some((one) => one.id === id)) themes.push({ id, isNew: false, found: null });
  const gone = standing.themes.filter(({ id, decided }) => !decided && !used.has(id)).map(({ id }) => id);
  return { groups, themes: themes.filter(({ id }) => used.has(id)), gone };
}

type Group = Kept['groups'][number];

function carryGroups(standing: Standing, found: Found, newId: () => string): Group[] {
  const places = new Map<string, string>();
  for (const { id, pinned } of standing.groups) for (const signal of pinned) places.set(signal, id);
  const loose = found.groups.map(({ members }) => members.filter((signal) => !places.has(signal)));
  const same = sameAs(loose, standing.groups);
  const kept = new Map<string, Group>();
  for (const [i, members] of loose.entries()) {
    if (members.length === 0) continue;
    const id = same.get(i) ?? newId();
    kept.set(id, { id, isNew: !same.has(i), found: i, members: [...members], theme: null });
  }
  for (const { id, pinned } of standing.groups) {
    if (pinned.size === 0) continue;
    const group = kept.get(id);
    if (group) group.members.push(...pinned);
    else kept.set(id, { id, isNew: false, found: null, members: [...pinned], theme: null });
  }
  return [...kept.values()];
}

/** The theme under which people have put half of these signals or more. */
function mostlyHeld(groups: Group[], heldIn: (id: string) => StandingGroup | undefined, all: number) {
  const counts = new Map<string, number>();
  for (const { id, members } of groups) {
    const theme = heldIn(id)?.theme;
    if (theme) counts.set(theme, (counts.get(theme) ?? 0) + members.length);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return most && most[1] * 2 >= all ? most[0] : undefined;
}
