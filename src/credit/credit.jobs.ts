/** Each night: levels that are over return, and what the facts call for by the rules of the new day is proposed. */
import type { TaskList } from 'graphile-worker';
import { evaluate, expire } from '#credit/evaluate.actions.ts';
import { type City, transact } from '#platform/city.ts';

/** To be added to the worker's crontab, which reads UTC: ten past one in Shanghai. */
export const creditCrontab = '10 17 * * * credit-evaluate ?fill=1d&max=1';

/** Run twice, it proposes nothing twice. */
export async function evaluateCity(city: City): Promise<{ expired: number; proposed: number }> {
  const expired = await transact(city, expire);
  return { expired, proposed: await transact(city, (tx) => evaluate(tx, null)) };
}

export function creditTasks(cities: ReadonlyMap<string, City>): TaskList {
  return {
    'credit-evaluate': async () => {
      for (const city of cities.values()) await evaluateCity(city);
    },
  };
}
