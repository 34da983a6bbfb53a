/** The plain methods that grouping is measured against: TF-IDF of jieba words with DBSCAN, or with average linkage. */
import { cutKnownWords } from '#text/same/2-terms.ts';

/** Cosines of all pairs, n × n; words of two characters or more, idf as scikit-learn has it. */
export function cosines(texts: readonly string[]): Float32Array {
  const n = texts.length;
  const lists = new Map<string, [message: number, times: number][]>();
  texts.forEach((text, message) => {
    const times = new Map<string, number>();
    for (const word of cutKnownWords(text)) if (word.trim().length > 1) times.set(word, (times.get(word) ?? 0) + 1);
    for (const [word, many] of times) {
      const list = lists.get(word);
      if (list) list.push([message, many]);
      else lists.set(word, [[message, many]]);
    }
  });
  const squares = new Float64Array(n);
  const idf = (count: number) => Math.log((1 + n) / (1 + count)) + 1;
  for (const list of lists.values())
    for (const [message, many] of list) squares[message]! += (many * idf(list.length)) ** 2;
  const all = new Float32Array(n * n);
  for (const list of lists.values()) {
    const weight = idf(list.length) ** 2;
    for (const [a, timesOfA] of list)
      for (const [b, timesOfB] of list) if (a < b) all[a * n + b]! += timesOfA * timesOfB * weight;
  }
  for (let a = 0; a < n; a++)
    for (let b = a + 1; b < n; b++) {
      const cosine = all[a * n + b]! / (Math.sqrt(squares[a]! * squares[b]!) || 1);
      all[a * n + b] = cosine;
      all[b * n + a] = cosine;
    }
  return all;
}

/** With two as the fewest of a cluster, DBSCAN is what hangs together by links of `least` or more. */
export function dbscan(cosine: Float32Array, n: number, least: number): Int32Array {
  const group = new Int32Array(n).fill(-1);
  for (let first = 0; first < n; first++) {
    if (group[first] !== -1) continue;
    const open = [first];
    group[first] = first;
    for (let one = open.pop(); one !== undefined; one = open.pop())
      for (let other = 0; other < n; other++)
        if (group[other] === -1 && cosine[one * n + other]! >= least) {
          group[other] = first;
          open.push(other);
        }
  }
  return group;
}

/** Average linkage (UPGMA) by chains of nearest neighbours; gives its merges, to be cut at any height. */
export function averageLinkage(cosine: Float32Array, n: number): { a: number; b: number; height: number }[] {
  const near = cosine.slice();
  const size = new Int32Array(n).fill(1);
  const merges: { a: number; b: number; height: number }[] = [];
  const living = new Set(Array.from({ length: n }, (_, at) => at));
  const chain: number[] = [];
  while (living.size > 1) {
    if (chain.length === 0) chain.push(living.values().next().value!);
    const top = chain.at(-1)!;
    const below = chain.at(-2) ?? -1;
    let best = below;
    for (const other of living)
      if (other !== top && (best < 0 || near[top * n + other]! > near[top * n + best]!)) best = other;
    if (best !== below) {
      chain.push(best);
      continue;
    }
    chain.splice(-2);
    merges.push({ a: top, b: best, height: near[top * n + best]! });
    const [low, high] = [size[top]!, size[best]!];
    for (const other of living) {
      const mean = (near[top * n + other]! * low + near[best * n + other]! * high) / (low + high);
      near[top * n + other] = mean;
      near[other * n + top] = mean;
    }
    size[top] = low + high;
    living.delete(best);
  }
  return merges;
}

export function cutAt(
  merges: readonly { a: number; b: number; height: number }[],
  n: number,
  least: number,
): Int32Array {
  const parent = Int32Array.from({ length: n }, (_, at) => at);
  const root = (one: number): number => {
    let at = one;
    while (parent[at] !== at) at = parent[at]!;
    return at;
  };
  for (const { a, b, height } of merges) if (height >= least) parent[root(b)] = root(a);
  return parent.map((_, at) => root(at));
}
