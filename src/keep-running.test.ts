/** A worker whose runner is cut off begins again: with growing pauses, in words, without an end, until it is asked to stop. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as turn } from 'node:timers/promises';
import { problem } from '#platform/problem.ts';
import { keepRunning } from '#root/keep-running.ts';

/** A runner that the test cuts off; nothing sleeps, pauses are noted and pass at once unless `held`. */
function stage() {
  const now = { ms: 0 };
  const said: string[] = [];
  const pauses: number[] = [];
  const runners: { cut(why?: Error): void; stops: number }[] = [];
  let refusals: Error[] = [];
  let held = false;
  const begin = async () => {
    const refused = refusals.shift();
    if (refused) throw refused;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const one = { cut: (why?: Error) => (why ? reject(why) : resolve()), stops: 0 };
    runners.push(one);
    const stop = async () => {
      one.stops += 1;
      resolve();
    };
    return { promise, stop };
  };
  const ways = {
    say: ({ en }: { en: string }) => void said.push(en),
    now: () => now.ms,
    pause: async (ms: number, signal: AbortSignal) => {
      pauses.push(ms);
      now.ms += ms;
      if (held) await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
    },
  };
  return {
    ...{ begin, ways, now, said, pauses, runners },
    refuse: (...errors: Error[]) => {
      refusals = errors;
    },
    hold: () => {
      held = true;
    },
  };
}

const gone = () => problem('unavailable', {}, { retry_after: 5 });
/** Until what was promised has been followed. */
const settled = async () => {
  for (let i = 0; i < 200; i++) await turn();
};

test('where it cannot begin at all the caller hears why', async () => {
  const { begin, ways, refuse } = stage();
  refuse(new Error('no such role'));
  await assert.rejects(keepRunning(begin, ways), /no such role/);
});

test('cut off it begins again after pauses that double up to ten seconds, and does not give up', async () => {
  const { begin, ways, now, pauses, runners, refuse } = stage();
  const worker = await keepRunning(begin, ways);
  refuse(...Array.from({ length: 40 }, gone));
  now.ms += 3_600_000;
  runners[0]!.cut(gone());
  await settled();
  assert.deepEqual(pauses.slice(0, 8), [250, 500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
  assert.equal(pauses.length, 41);
  assert.equal(runners.length, 2);
  await worker.stop();
});

test('what happened is written, each reason once', async () => {
  const { begin, ways, said, runners, refuse } = stage();
  const worker = await keepRunning(begin, ways);
  refuse(gone(), gone(), new Error('too many clients'), new Error('too many clients'));
  runners[0]!.cut(gone());
  await settled();
  assert.equal(said.length, 3, said.join('\n'));
  assert.match(said[0]!, /cut off; beginning again: Temporarily unavailable/);
  assert.match(said[1]!, /cannot begin yet: Error: too many clients/);
  assert.match(said[2]!, /are back/);
  await worker.stop();
});

test('one that is cut off at once is begun more and more seldom; one that ran for a while, soon', async () => {
  const { begin, ways, now, pauses, runners } = stage();
  const worker = await keepRunning(begin, ways);
  for (let nth = 0; nth < 4; nth++) {
    runners[nth]!.cut();
    await settled();
  }
  assert.deepEqual(pauses, [250, 500, 1_000, 2_000]);
  now.ms += 60_000;
  runners[4]!.cut();
  await settled();
  assert.equal(pauses.at(-1), 250);
  await worker.stop();
});

test('asked to stop it ends its runner and begins none; during a pause it does not wait for the end of it', async () => {
  const quiet = stage();
  const worker = await keepRunning(quiet.begin, quiet.ways);
  await worker.stop();
  await settled();
  assert.deepEqual([quiet.runners.length, quiet.runners[0]!.stops, quiet.said], [1, 1, []]);

  const cut = stage();
  const other = await keepRunning(cut.begin, cut.ways);
  cut.hold();
  cut.runners[0]!.cut(gone());
  await settled();
  await other.stop();
  await settled();
  assert.deepEqual([cut.runners.length, cut.pauses], [1, [250]]);
});

test('a runner that came up while it was asked to stop is ended too', async () => {
  const { begin, ways, runners } = stage();
  let late: (() => void) | undefined;
  let slow = false;
  const worker = await keepRunning(async () => {
    if (slow) await new Promise<void>((resolve) => (late = resolve));
    return begin();
  }, ways);
  slow = true;
  runners[0]!.cut(gone());
  await settled();
  const stopping = worker.stop();
  late!();
  await stopping;
  assert.deepEqual([runners.length, runners[1]!.stops], [2, 1]);
});
