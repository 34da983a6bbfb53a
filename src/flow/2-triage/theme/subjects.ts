/** Themes of matters by what they are about, wherever they happen: words that several matters share and few of all. Pure. */
import { LEAST } from '#triage/theme/heat.ts';

/** The words of (some of) its members, how many they are, and the names of places that tell it from others. */
export type Matter = { texts: readonly (readonly string[])[]; size: number; names: readonly string[] };
export type Subject = { name: string; words: string[] };

/** A word that fewer matters use is a place or a chance; one that more of them use says nothing. */
const FEWEST = 3;
const COMMONEST = 0.15;
/** Among a handful of matters every word is common. */
const FEW_ENOUGH = 20;
/** So many words tell a matter, and a theme. */
const KEPT = 14;
const KEPT_OF_THEME = 60;
/** Cosine from which a matter belongs to a theme, and from which two themes are one. */
const JOINS = 0.25;
const ALIKE = 0.4;
const NAMED_BY = 3;
const LONGEST = 16;

/** So many matters found themes, the largest and some of the others; the rest is only asked. */
const LEADERS = 20_000;

type Vector = ReadonlyMap<string, number>;
type Sum = { words: Map<string, number>; square: number };
type Index = Map<string, Set<number>>;

/**
 * The largest matters lead; each next one joins the theme it is nearest to, or begins one; themes alike become one; then every
 * matter is asked again. Costs as much as there are words, for a theme is found through the words it has.
 * @returns for each matter the number of its theme, −1 where it is of none
 */
export function subjectsOf(matters: readonly Matter[]): { of: number[]; subjects: Subject[] } {
  const vectors = vectorsOf(matters);
  const sizes = matters.map(({ size }) => size);
  const weights = sizes.map((size) => Math.log2(1 + size));
  // Of equal size in no order of time: what leads must not be all of one season.
  const order = sizes.map((_, at) => at).sort((a, b) => sizes[b]! - sizes[a]! || scattered(a) - scattered(b));
  const led = lead(order.slice(0, LEADERS), vectors, weights);
  const joined = joinAlike(centresOf(led, vectors, weights).map(({ words }) => words));
  const merged = largeOnly(
    led.map((theme) => (theme < 0 ? -1 : joined[theme]!)),
    sizes,
  );
  const centres = centresOf(merged, vectors, weights);
  const index: Index = new Map();
  for (const [at, { words }] of centres.entries()) for (const word of words.keys()) put(index, word, at);
  const asked = vectors.map((vector, at) => {
    const nearest = nearestOf(vector, centres, index);
    return nearest && nearest.cosine >= JOINS ? nearest.at : merged[at]!;
  });
  return numbered(asked, centresOf(asked, vectors, weights));
}

const scattered = (at: number): number => Math.imul(at + 1, 0x9e3779b1) >>> 0;

function largeOnly(of: number[], sizes: readonly number[]): number[] {
  const totals = new Map<number, number>();
  for (const [at, theme] of of.entries()) totals.set(theme, (totals.get(theme) ?? 0) + sizes[at]!);
  return of.map((theme) => (totals.get(theme)! < LEAST ? -1 : theme));
}

/** Of each matter the words of its members by how many use them, weighed by how few matters do. */
function vectorsOf(matters: readonly Matter[]): Vector[] {
  const shares = matters.map(({ texts, names }) => {
    const counts = new Map<string, number>();
    for (const words of texts) for (const word of new Set(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
    const said = [...counts].filter(
      ([word, count]) => (texts.length < 4 || count * 6 >= texts.length) && !names.some((name) => name.includes(word)),
    );
    return new Map(said.map(([word, count]) => [word, count / texts.length]));
  });
  const used = new Map<string, number>();
  for (const share of shares) for (const word of share.keys()) used.set(word, (used.get(word) ?? 0) + 1);
  const most = Math.max(FEW_ENOUGH, COMMONEST * matters.length);
  return shares.map((share) => {
    const weighed = [...share].flatMap(([word, part]): [string, number][] => {
      const times = used.get(word)!;
      return times < FEWEST || times > most
        ? []
        : [[word, Math.sqrt(part) * Math.log(matters.length / times) * Math.log(1 + times)]];
    });
    return normal(strongest(weighed, KEPT));
  });
}

const strongest = (words: [string, number][], count: number): [string, number][] =>
  words.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, count);

function normal(words: [string, number][]): Vector {
  const length = Math.sqrt(words.reduce((sum, [, value]) => sum + value * value, 0)) || 1;
  return new Map(words.map(([word, value]) => [word, value / length]));
}

function lead(order: readonly number[], vectors: readonly Vector[], weights: readonly number[]): number[] {
  const of = vectors.map(() => -1);
  const sums: Sum[] = [];
  const index: Index = new Map();
  for (const at of order) {
    const vector = vectors[at]!;
    if (vector.size === 0) continue;
    const nearest = nearestOf(vector, sums, index);
    const theme = nearest && nearest.cosine >= JOINS ? nearest.at : sums.push({ words: new Map(), square: 0 }) - 1;
    of[at] = theme;
    grow(sums[theme]!, vector, weights[at]!);
    for (const word of vector.keys()) put(index, word, theme);
  }
  return of;
}

function grow(sum: Sum, vector: Vector, weight: number): void {
  for (const [word, value] of vector) {
    const before = sum.words.get(word) ?? 0;
    const now = before + value * weight;
    sum.words.set(word, now);
    sum.square += now * now - before * before;
  }
}

/** The middle of each theme, of its strongest words; one that nobody is in is empty. */
function centresOf(of: readonly number[], vectors: readonly Vector[], weights: readonly number[]) {
  const count = of.reduce((most, theme) => Math.max(most, theme), -1) + 1;
  const sums = Array.from({ length: count }, (): Sum => ({ words: new Map(), square: 0 }));
  for (const [at, theme] of of.entries()) if (theme >= 0) grow(sums[theme]!, vectors[at]!, weights[at]!);
  return sums.map(({ words }) => ({ words: normal(strongest([...words], KEPT_OF_THEME)), square: 1 }));
}

/** For each theme the one it becomes: an earlier one that is alike, or what that has become. */
function joinAlike(centres: readonly Vector[]): number[] {
  const among = centres.map((words) => ({ words, square: 1 }));
  const becomes = centres.map((_, at) => at);
  const index: Index = new Map();
  for (const [at, centre] of centres.entries()) {
    const nearest = nearestOf(centre, among, index);
    if (nearest && nearest.cosine >= ALIKE) becomes[at] = becomes[nearest.at]!;
    for (const word of centre.keys()) put(index, word, at);
  }
  return becomes;
}

function put(index: Index, word: string, at: number): void {
  const list = index.get(word);
  if (list) list.add(at);
  else index.set(word, new Set([at]));
}

type Among = readonly { words: Vector; square: number }[];

function nearestOf(vector: Vector, among: Among, index: Index): { at: number; cosine: number } | undefined {
  const dots = new Map<number, number>();
  for (const [word, value] of vector)
    for (const at of index.get(word) ?? [])
      dots.set(at, (dots.get(at) ?? 0) + value * (among[at]!.words.get(word) ?? 0));
  let best: { at: number; cosine: number } | undefined;
  for (const [at, dot] of dots) {
    const cosine = dot / Math.sqrt(among[at]!.square);
    if (!best || cosine > best.cosine || (cosine === best.cosine && at < best.at)) best = { at, cosine };
  }
  return best;
}

/** Numbered anew without gaps, each called by its strongest words. */
function numbered(of: readonly number[], centres: Among): { of: number[]; subjects: Subject[] } {
  const numbers = new Map<number, number>();
  for (const theme of of) if (theme >= 0 && !numbers.has(theme)) numbers.set(theme, numbers.size);
  const subjects = [...numbers.keys()].map((theme) => {
    const words = [...centres[theme]!.words.keys()].slice(0, 8);
    let name = '';
    for (const word of words.slice(0, NAMED_BY)) {
      if (name.includes(word)) continue;
      const longer = name === '' ? word : `${name}、${word}`;
      if (longer.length <= LONGEST) name = longer;
    }
    return { name, words };
  });
  return { of: of.map((theme) => (theme < 0 ? -1 : numbers.get(theme)!)), subjects };
}
