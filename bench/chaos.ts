/** Chaos: a city under load, 200 rounds (BENCH_ROUNDS) of kill −9 on server, worker and database; then what must hold is counted. */
import { breachesOf, counted } from '#test/chaos/held.ts';
import { chaos } from '#test/chaos/rounds.ts';
import { benchPlace, table } from './place.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 200);
const seed = Number(process.env.BENCH_SEED ?? 1);

const { installation, city, world, end } = await benchPlace();
try {
  const { held, kills, answered, tries, seconds } = await chaos(installation, city, world, {
    ...{ rounds, seed, clients: 4, clocks: 20 * rounds },
    say: (words) => void process.stderr.write(`${words}\n`),
  });
  table(
    `${rounds} rounds of kill −9, seed ${seed}`,
    ['', 'counted', 'must be'],
    [
      ['seconds', Math.round(seconds), ''],
      ...Object.entries(kills).map(([name, times]) => [`${name} killed`, times, '']),
      ['requests answered by 2xx', answered, ''],
      ['lost or answered by 5xx, and sent again', tries, ''],
      ...Object.entries(held).map(([name, n]) => [name, n, counted.has(name) ? '' : 0]),
    ],
  );
  const breaches = breachesOf(held);
  if (breaches.length > 0) process.exitCode = 1;
  process.stdout.write(breaches.length > 0 ? `\nBREACHED: ${breaches.join('; ')}\n` : '\nnothing breached\n');
} finally {
  await end();
}
