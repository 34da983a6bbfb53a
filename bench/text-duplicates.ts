/** Which messages are nearly the same, so that none is tested on what was learned nearly verbatim. */

/** Runs of so many characters are compared; a run that many messages hold says nothing. */
const RUN = 5;
const COMMON = 50;

/** The same number for messages of which the shorter shares more than half of its runs with the longer, and for theirs. */
export function duplicateGroups(messages: readonly string[]): Int32Array {
  const runs = messages.map((words) => {
    const bare = words.replace(/\s+/g, '').replace(/\d+/g, '0');
    return new Set(Array.from({ length: Math.max(0, bare.length - RUN + 1) }, (_, at) => bare.slice(at, at + RUN)));
  });
  const holders = new Map<string, number[]>();
  runs.forEach((own, at) => {
    for (const run of own) {
      const known = holders.get(run);
      if (known) known.push(at);
      else holders.set(run, [at]);
    }
  });
  const above = Int32Array.from(messages.keys());
  const top = (at: number): number => (above[at] === at ? at : top(above[at]!));
  runs.forEach((own, at) => {
    const shared = new Map<number, number>();
    for (const run of own) {
      const of = holders.get(run)!;
      if (of.length < COMMON) for (const other of of) if (other > at) shared.set(other, (shared.get(other) ?? 0) + 1);
    }
    for (const [other, count] of shared) {
      if (count > Math.min(own.size, runs[other]!.size) / 2) above[top(other)] = top(at);
    }
  });
  return Int32Array.from(messages.keys(), top);
}
