/** What presses the demo: a ladder in force since this week, a letter that was answered, one that waits, and a talk. */
import { sql } from 'kysely';
import { dayMs } from '#clock/day.ts';
import { at, type Cast } from '#demo/make.ts';
import { randomFrom } from '#demo/random.ts';
import { loadActor } from '#people/actor.store.ts';
import type { Actor } from '#people/actor.ts';
import { type City, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { issueLadder } from '#supervision/ladder.actions.ts';
import { presets } from '#supervision/ladder.ts';
import { decideOnLetter, sendLetter } from '#supervision/letter.actions.ts';
import { callTalk } from '#supervision/talk.actions.ts';

/** Chance of its own, which changes nothing of what else happens in the city. */
const SEED = 37;

export async function pressLate(city: City, cast: Cast, end: Date): Promise<void> {
  const random = randomFrom(SEED);
  const person = async (tx: Tx, key: string): Promise<Actor> => (await loadActor(tx, cast.people.get(key)!))!;
  const day = (ago: number) => at(city, new Date(end.getTime() - ago * dayMs));
  const none = { limitName: null, condition: null, to: null, from: null, replaces: null };
  await transact(day(3), async (tx) => {
    const ladder = { ...none, name: '问题办理督办', fallbackId: cast.people.get('office')!, kind: 'problem' as const };
    const reason = '《青澜市督查工作办法（试行）》第六条';
    await issueLadder(tx, await person(tx, 'office'), {
      ...{ ...ladder, id: random.id(tx.now), rungs: [...presets.lights.rungs], reason },
    });
  });
  const urban = cast.units.get('urban')!;
  const { rows: late } = await transact(city, (tx) =>
    sql<{ id: string }>`
      select p.id from problem p join assignment a on a.problem_id = p.id and a.role = 'lead' and a.closed_at is null
       where a.to_unit = ${urban} and p.state = 'working' order by p.made_at, p.number limit 2`.execute(tx),
  );
  const letters: string[] = [];
  for (const { id: thing } of late) {
    const expected = '请说明进展、存在的困难和完成日期，并报送现场照片。';
    const letter = { kind: 'problem' as const, thing, unitId: urban, expected, answerDays: 3 };
    await transact(day(2), async (tx) => {
      const id = random.id(tx.now);
      await sendLetter(tx, await person(tx, 'office'), { ...letter, id });
      letters.push(id);
    });
  }
  const [first, second] = letters;
  if (!first || !second) return;
  await transact(day(1), async (tx) => {
    const words = '施工围挡已拆除一半，余下部分 3 日内完成，完成后报照片。';
    await decideOnLetter(tx, await person(tx, 'head'), first, 'answer', { id: random.id(tx.now), version: 1, words });
  });
  await transact(day(0.5), async (tx) => {
    await callTalk(tx, await person(tx, 'office'), { id: random.id(tx.now), letterId: second });
  });
}
