/** Telling those who confirm credit levels that one waits for them. */
import { sql } from 'kysely';
import { type Level, levels } from '#credit/credit.ts';
import { tellAll } from '#message/tell.actions.ts';
import { today } from '#people/actor.store.ts';
import { type Actor, may, reachOf } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import type { Said } from '#platform/problem.ts';
import { maskWords } from '#text/mask.ts';

/** Kinds of messages that this room sends. */
export const messageKindsHere = {
  'credit.waiting': { zh: '信用等级待确认、修复待审定', en: 'A credit level or its repair waits for you' },
} as const satisfies Record<string, Said>;

/**
 * Whoever may confirm in the whole city: an organisation is of no unit. Only where the city has nobody of that kind, whoever
 * may at all: the heads of its units would else each be told of every firm.
 */
async function deciders(tx: Tx): Promise<{ all: string[]; cityWide: boolean }> {
  const { rows } = await sql<{ person: string; city: boolean }>`
    select p.person_id as person, bool_or(r.reach = 'city') as city from post p join role r on r.code = p.role_code
      join person h on h.id = p.person_id and coalesce(h.left_on, 'infinity') > ${today(tx)}
     where 'credit.decide' = any(r.verbs) and r.reach <> 'self' and p.valid_from <= ${today(tx)} and coalesce(p.valid_to, 'infinity') > ${today(tx)}
     group by p.person_id order by p.person_id`.execute(tx);
  const cityWide = rows.some(({ city }) => city);
  return { all: rows.filter(({ city }) => city || !cityWide).map(({ person }) => person), cityWide };
}

/** Do levels that wait stand in the work of this actor? */
export async function confirmsLevels(tx: Tx, actor: Actor): Promise<boolean> {
  if (!may(actor, 'credit.decide')) return false;
  return reachOf(actor, 'credit.decide') === 'city' || !(await deciders(tx)).cityWide;
}

/** `decision`: what made it wait, so that each asking is told once. */
export type Waiting = {
  decision: string;
  organisation: string;
  name: string;
  level: Level;
  what: 'proposed' | 'asked';
};

/** So many firms are named one by one when a file brings many at once; the others are counted in one message. */
const NAMED = 10;

export async function tellWaiting(tx: Tx, list: readonly Waiting[]): Promise<void> {
  if (list.length === 0) return;
  const { all: to } = await deciders(tx);
  const rest = list.length - NAMED;
  await tellAll(
    tx,
    list.slice(0, rest > 0 ? NAMED + 1 : NAMED).map((one, n) => ({
      ...{ to, kind: 'credit.waiting', thing: { kind: 'organisation' as const, id: one.organisation } },
      ...{ urgent: one.level === 'red', key: `credit:${one.decision}` },
      words:
        n < NAMED
          ? wordsOf(one)
          : { zh: `另有 ${rest} 家企业的信用等级待确认`, en: `${rest} more levels wait to be confirmed` },
    })),
  );
}

function wordsOf({ name, level, what }: Waiting): Said {
  const [firm, { zh, en }] = [maskWords(name), levels[level]];
  return what === 'proposed'
    ? {
        zh: `“${firm}”按规则提出${zh}色等级，请确认`,
        en: `${firm}: level ${en.toLowerCase()} is proposed, please confirm`,
      }
    : {
        zh: `“${firm}”申请修复${zh}色等级，请审定`,
        en: `${firm} asks for repair of level ${en.toLowerCase()}, please decide`,
      };
}
