/** What presses the demo: a ladder in force since this week, a letter that was answered, one that waits, and a talk. */
import { sql } from 'kysely';
import { dayMs } from '#clock/day.ts';
import type { Act, Cast } from '#demo/make.ts';
import { randomFrom } from '#demo/random.ts';
import { loadActor } from '#people/actor.store.ts';
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { issueLadder } from '#supervision/ladder.actions.ts';
import { presets } from '#supervision/ladder.ts';
import { decideOnLetter, sendLetter } from '#supervision/letter.actions.ts';
import { callTalk } from '#supervision/talk.actions.ts';

/** Chance of its own, which changes nothing of what else happens in the city. */
const SEED = 37;

export function pressActs(cast: Cast, end: Date): Act[] {
  const random = randomFrom(SEED);
  const letters: string[] = [];
  const act = (ago: number, run: (tx: Tx, as: (key: string) => Promise<Actor>) => Promise<unknown>): Act => ({
    at: new Date(end.getTime() - ago * dayMs),
    run: (tx) => run(tx, async (key) => (await loadActor(tx, cast.people.get(key)!))!),
  });
  const urban = cast.units.get('urban')!;
  const ladder = { limitName: null, condition: null, to: null, from: null, replaces: null, kind: 'problem' as const };
  return [
    act(3, async (tx, as) =>
      issueLadder(tx, await as('office'), {
        ...{ ...ladder, id: random.id(tx.now), name: '问题办理督办', fallbackId: cast.people.get('office')! },
        ...{ rungs: [...presets.lights.rungs], reason: '《青澜市督查工作办法（试行）》第六条' },
      }),
    ),
    act(2, async (tx, as) => {
      const expected = '请说明进展、存在的困难和完成日期，并报送整改单。';
      for (const thing of await longestOpen(tx, urban)) {
        const id = random.id(tx.now);
        const letter = { id, kind: 'problem' as const, thing, unitId: urban, expected, answerDays: 3 };
        await sendLetter(tx, await as('office'), letter);
        letters.push(id);
      }
    }),
    act(1, async (tx, as) => {
      const words = '施工围挡已拆除一半，余下部分 3 日内完成，完成后报照片。';
      if (letters[0])
        await decideOnLetter(tx, await as('head'), letters[0], 'answer', { id: random.id(tx.now), version: 1, words });
    }),
    act(0.5, async (tx, as) => {
      if (letters[1]) await callTalk(tx, await as('office'), { id: random.id(tx.now), letterId: letters[1] });
    }),
  ];
}

async function longestOpen(tx: Tx, unit: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from problem p join assignment a on a.problem_id = p.id and a.role = 'lead' and a.closed_at is null
     where a.to_unit = ${unit} and p.state = 'working' order by p.made_at, p.number limit 2`.execute(tx);
  return rows.map(({ id }) => id);
}
