/** What the cast lives through in the last three months: signals, problems and projects at every stage, three traced to causes. */
import { planCauses } from '#demo/causes.ts';
import { planWork } from '#demo/flow.ts';
import { type Act, type Cast, DEMO_DAYS } from '#demo/make.ts';
import { planProjects } from '#demo/projects.ts';
import type { Random } from '#demo/random.ts';
import { planSignals } from '#demo/signals.ts';
import { loadActor } from '#people/actor.store.ts';
import { type City, transact } from '#platform/city.ts';

/** In the order of time. */
export async function planStory(
  city: City,
  cast: Cast,
  random: Random,
  end: Date,
): Promise<{ acts: Act[]; signals: number }> {
  const { channel, dispatcher } = await transact(city, async (tx) => {
    const rows = await tx.selectFrom('channel').select(['id', 'code']).execute();
    const id = (code: string) => rows.find((row) => row.code === code)!.id;
    const by = (await loadActor(tx, cast.people.get('dispatcher')!))!;
    return { channel: { desk: id('00'), hotline: id('01') }, dispatcher: by };
  });
  const { bursts, acts, signals } = planSignals(city, dispatcher, channel, random, end, DEMO_DAYS);
  const work = planWork(cast, bursts, random, end);
  const later = [...planProjects(cast, bursts, random, end), ...planCauses(cast, bursts, random, end)];
  return { acts: [...acts, ...work, ...later].sort((a, b) => a.at.getTime() - b.at.getTime()), signals };
}
