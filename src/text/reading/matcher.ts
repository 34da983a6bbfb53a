/** Finds known names in words: the longest from the left, without overlap, in time linear in the words. */

export type Match = { start: number; end: number };
export type Matcher = { matches(text: string): Match[]; has(name: string): boolean };

/** Names of 2 to 40 characters. The order in which they are given makes no difference. */
export function matcher(names: Iterable<string>): Matcher {
  const all = new Set<string>();
  const lengths = new Map<string, number[]>(); // by first two units: how long the names are that begin so, longest first
  const pairs = new Uint8Array(0x1_0000); // whether a name may begin with two units of this mix
  for (const name of names) {
    if (name.length < 2 || name.length > 40 || all.has(name)) continue;
    all.add(name);
    pairs[mix(name, 0)] = 1;
    const pair = name.slice(0, 2);
    const known = lengths.get(pair) ?? [];
    if (!known.includes(name.length)) known.push(name.length);
    lengths.set(
      pair,
      known.sort((a, b) => b - a),
    );
  }
  return {
    has: (name) => all.has(name),
    matches(text) {
      const found: Match[] = [];
      if (all.size === 0) return found;
      for (let at = 0; at + 1 < text.length; ) {
        const end = pairs[mix(text, at)] ? longest(text, at) : 0;
        if (end > 0) found.push({ start: at, end });
        at = end > 0 ? end : at + 1;
      }
      return found;
    },
  };

  function longest(text: string, at: number): number {
    for (const length of lengths.get(text.slice(at, at + 2)) ?? []) {
      if (at + length <= text.length && all.has(text.slice(at, at + length))) return at + length;
    }
    return 0;
  }
}

function mix(text: string, at: number): number {
  return (Math.imul(text.charCodeAt(at), 0x9e37) + text.charCodeAt(at + 1)) & 0xffff;
}
