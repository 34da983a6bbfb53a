/** Letters and talks as they are shown: lists with keyset pages, one with everything on it. */
import { sql } from 'kysely';
import { type Actor, may } from '#people/actor.ts';
import { cursorOf, keysOf } from '#people/cursor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { dueOf } from '#rules/limits.store.ts';
import { openSteps } from '#rules/steps.ts';
import { letterCycle, talkCycle } from '#supervision/letter.ts';
import type { LetterItem, LetterShown, TalkItem, TalkShown } from '#supervision/paper.api.ts';
import { paperRoles, paperSeen } from '#supervision/paper.scope.ts';

type Query = { cursor?: string | undefined; limit: number; state?: string | undefined };

const unit = sql`json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) as unit`;
const about = (table: string) =>
  sql`${sql.ref(`${table}.kind`)}, ${sql.ref(`${table}.thing`)}, ${sql.ref(`${table}.thing_number`)} as "thingNumber", ${sql.ref(`${table}.matter`)}`;
const letters = sql`select l.id, l.number, l.state, ${about('l')}, ${unit}, l.made_at as "madeAt", l.changed_at as "changedAt",
  l.changed_at::text as us, (select json_build_object('limit', c.limit_name, 'dueAt', c.due_at, 'startedAt', c.started_at,
    'unitOfTime', c.unit_of_time, 'provisional', c.provisional) from clock c where c.thing = l.id and c.stopped_at is null) as due`;

type Row<T, Dates extends string> = Omit<T, Dates> & Record<Dates, Date> & { us: string };
type LetterRow = Row<LetterItem, 'madeAt' | 'changedAt'>;

const showLetter = ({ us: _, madeAt, changedAt, due, ...row }: LetterRow): LetterItem => ({
  ...row,
  madeAt: madeAt.toISOString(),
  changedAt: changedAt.toISOString(),
  due: due && { ...due, dueAt: new Date(due.dueAt).toISOString(), startedAt: new Date(due.startedAt).toISOString() },
});

export async function listLetters(tx: Tx, actor: Actor, { cursor, limit, state }: Query) {
  const after = cursor ? keysOf(cursor, 2) : undefined;
  const { rows } = await sql<LetterRow>`${letters} from letter l join unit u on u.id = l.unit_id
     where ${paperSeen(actor, 'l')} ${state ? sql`and l.state = ${state}` : sql``}
     ${after ? sql`and (l.changed_at, l.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
     order by l.changed_at desc, l.id desc limit ${limit + 1}`.execute(tx);
  return cut(rows, limit, showLetter);
}

function cut<R extends { us: string; id: string }, T>(rows: R[], limit: number, show: (row: R) => T) {
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return { items: items.map(show), next: last ? cursorOf([last.us, last.id]) : null };
}

/** @throws not_found */
export async function mustSeeLetter(tx: Tx, actor: Actor, id: string): Promise<LetterItem> {
  const { rows } = await sql<LetterRow>`${letters} from letter l join unit u on u.id = l.unit_id
     where l.id = ${id} and ${paperSeen(actor, 'l')}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return showLetter(rows[0]);
}

type Facts = Pick<LetterShown, 'limit' | 'expected' | 'answerDays' | 'by' | 'talks' | 'version'> & {
  pressed: Date | null;
  decisions: LetterShown['decisions'];
};

export async function letterPage(tx: Tx, actor: Actor, id: string): Promise<LetterShown> {
  const shown = await mustSeeLetter(tx, actor, id);
  const { rows } = await sql<Facts>`
    select l.limit_name as "limit", l.due_at as pressed, l.expected, l.answer_days as "answerDays", m.name as by, l.version,
           (select coalesce(json_agg(json_build_object('id', d.id, 'step', d.step, 'by', p.name, 'at', d.at, 'words', d.words) order by d.at), '[]')
              from letter_decision d join person p on p.id = d.by_person where d.letter_id = l.id) as decisions,
           (select coalesce(json_agg(json_build_object('id', t.id, 'number', t.number, 'state', t.state) order by t.made_at), '[]')
              from talk t where t.letter_id = l.id) as talks
      from letter l left join person m on m.id = l.made_by where l.id = ${id}`.execute(tx);
  const { pressed, decisions, ...facts } = rows[0]!;
  return {
    ...shown,
    ...facts,
    due: await dueOf(tx, id),
    pressed: pressed?.toISOString() ?? null,
    decisions: decisions.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
    buttons: openSteps(letterCycle, shown.state, paperRoles(actor, shown.unit.id)),
    mayCall: may(actor, 'letter.send') && shown.state !== 'withdrawn',
  };
}

type TalkRow = Row<TalkItem, 'madeAt'>;
const talks = sql`select t.id, t.number, t.state, ${about('t')}, ${unit}, t.made_at as "madeAt", t.changed_at::text as us, t.held_on as "heldOn"`;
const showTalk = ({ us: _, madeAt, ...row }: TalkRow): TalkItem => ({ ...row, madeAt: madeAt.toISOString() });

export async function listTalks(tx: Tx, actor: Actor, { cursor, limit, state }: Query) {
  const after = cursor ? keysOf(cursor, 2) : undefined;
  const { rows } = await sql<TalkRow>`${talks} from talk t join unit u on u.id = t.unit_id
     where ${paperSeen(actor, 't')} ${state ? sql`and t.state = ${state}` : sql``}
     ${after ? sql`and (t.changed_at, t.id) < (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql``}
     order by t.changed_at desc, t.id desc limit ${limit + 1}`.execute(tx);
  return cut(rows, limit, showTalk);
}

/** @throws not_found */
export async function mustSeeTalk(tx: Tx, actor: Actor, id: string): Promise<TalkItem> {
  const { rows } = await sql<TalkRow>`${talks} from talk t join unit u on u.id = t.unit_id
     where t.id = ${id} and ${paperSeen(actor, 't')}`.execute(tx);
  if (!rows[0]) throw problem('not_found');
  return showTalk(rows[0]);
}

export async function talkPage(tx: Tx, actor: Actor, id: string): Promise<TalkShown> {
  const shown = await mustSeeTalk(tx, actor, id);
  const { rows } = await sql<Pick<TalkShown, 'letter' | 'persons' | 'agreed' | 'recordedBy' | 'version'>>`
    select (select json_build_object('id', l.id, 'number', l.number) from letter l where l.id = t.letter_id) as letter,
           (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'part', e.part) order by e.part, p.name), '[]')
              from talk_person e join person p on p.id = e.person_id where e.talk_id = t.id) as persons,
           t.agreed, r.name as "recordedBy", t.version
      from talk t left join person r on r.id = t.recorded_by where t.id = ${id}`.execute(tx);
  const held = new Set(paperRoles(actor, shown.unit.id).has('sender') ? (['sender'] as const) : []);
  return { ...shown, ...rows[0]!, buttons: openSteps(talkCycle, shown.state, held) };
}
