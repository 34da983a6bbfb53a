/** How far a run is: which steps come next, and what another version of its procedure would change in it. */
import type { Step } from '#procedure/step.ts';

type Ordered = Pick<Step, 'key' | 'after'>;
/** Of the steps that were given: whether they are done. */
export type Given = ReadonlyMap<string, boolean>;

/** Those not given yet whose predecessors are all done. One that the version does not have holds nobody up. */
export const readySteps = <S extends Ordered>(steps: readonly S[], given: Given): S[] => {
  const known = new Set(steps.map(({ key }) => key));
  return steps.filter(
    ({ key, after }) => !given.has(key) && after.every((before) => !known.has(before) || given.get(before) === true),
  );
};

/** Every step of the version is done, and nothing of another version is still open. */
export const isOver = (steps: readonly Ordered[], given: Given): boolean =>
  steps.every(({ key }) => given.get(key) === true) && [...given.values()].every((done) => done);

export type StepChange = 'same' | 'changed' | 'added' | 'gone';
type Compared = { key: string; title: string; change: StepChange };

/** Two versions step by step, in the order of the new one; what is gone stands at the end. */
export function compareSteps(before: readonly Step[], after: readonly Step[]): Compared[] {
  const old = new Map(before.map((one) => [one.key, one]));
  const kept = after.map((one): Compared => {
    const was = old.get(one.key);
    const change = !was ? 'added' : plain(was) === plain(one) ? 'same' : 'changed';
    return { key: one.key, title: one.title, change };
  });
  const now = new Set(after.map(({ key }) => key));
  const gone = before
    .filter(({ key }) => !now.has(key))
    .map(({ key, title }) => ({ key, title, change: 'gone' as const }));
  return [...kept, ...gone];
}

const plain = ({ key: _, ...one }: Step): string => JSON.stringify(Object.entries({ ...one, id: undefined }).sort());

/** What moving a run to other steps does: done ones stay done, open tasks go on as they were given, the rest is as in the new version. */
export function moveOf(before: readonly Step[], after: readonly Step[], given: Given) {
  const key = ({ key: one }: Pick<Step, 'key'>) => one;
  const ready = readySteps(after, given).map(key);
  return compareSteps(before, after).map((one) => ({
    ...one,
    stands:
      given.get(one.key) === true ? ('done' as const) : given.has(one.key) ? ('open' as const) : ('waits' as const),
    /** Given at once when the run moves. */
    begins: ready.includes(one.key),
  }));
}
