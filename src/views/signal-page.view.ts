/** The page of a signal: what was said, by whom (masked), where it stands, and what was said back. */
import { sql } from 'kysely';
import { type Actor, may } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { dueOf } from '#rules/limits.store.ts';
import { openSteps } from '#rules/steps.ts';
import { loadReporter, openReporter } from '#signal/reporter.store.ts';
import { mayReveal, signalRoles } from '#signal/signal.actions.ts';
import { signalSeen } from '#signal/signal.scope.ts';
import { type ListRow, lines, showLine } from '#signal/signal.store.ts';
import { type Disposition, type DispositionCode, lifeCycle } from '#signal/signal.ts';
import { maskName, maskPhone, maskWords } from '#text/mask.ts';
import { maskAddress } from '#text/mask-address.ts';
import type { SignalPage } from '#views/desk.api.ts';
import { exchangeWith } from '#views/exchange.store.ts';
import { historyOf } from '#views/history.store.ts';

type Row = ListRow & {
  full: string;
  wants_reply: boolean;
  area: { id: string; name: string } | null;
  said_at: Date | null;
  recorded_at: Date;
  extra: Record<string, string>;
  disposition: Disposition | null;
  disposition_code: DispositionCode | null;
  divided_from: { id: string; number: string } | null;
  divided_into: { id: string; number: string }[];
};

export async function signalPage(tx: Tx, actor: Actor, id: string): Promise<SignalPage> {
  const { rows } = await sql<Row>`
    with page as (select s.id from signal s where s.id = ${id} and ${signalSeen(actor)}), line as (${lines(actor)})
    select line.*, s.words as full, s.wants_reply, s.said_at, s.recorded_at, s.extra, s.disposition, s.disposition_code,
           (select json_build_object('id', a.id, 'name', a.name) from area a where a.id = s.area_id) as area,
           (select json_build_object('id', d.id, 'number', d.number) from signal d where d.id = s.divided_from) as divided_from,
           (select coalesce(json_agg(json_build_object('id', d.id, 'number', d.number) order by d.id), '[]')
              from signal d where d.divided_from = s.id) as divided_into
      from line join signal s on s.id = line.id`.execute(tx);
  const row = rows[0];
  if (!row) throw problem('not_found');
  const { shown, name } = await reporterFor(tx, actor, id);
  const say = (text: string) => maskWords(text, name ? [name] : []);
  const exchange = await exchangeWith(tx, id, say);
  const waits = exchange.wishes.some(({ outcome }) => outcome === null);
  return {
    ...showLine(row),
    words: say(row.full),
    wantsReply: row.wants_reply,
    area: row.area,
    reporter: shown,
    reporterHidden: shown === null && name !== '',
    saidAt: row.said_at?.toISOString() ?? null,
    recordedAt: row.recorded_at.toISOString(),
    extra: Object.fromEntries(Object.entries(row.extra).map(([key, value]) => [key, say(String(value))])),
    disposition: row.disposition && { kind: row.disposition, code: row.disposition_code! },
    dividedFrom: row.divided_from,
    dividedInto: row.divided_into,
    ...(await replies(tx, id)),
    ...exchange,
    versions: await versionsOf(tx, id, say),
    turn: row.state === 'untriaged' ? { role: { zh: '派单员', en: 'the dispatcher' }, people: [], units: [] } : null,
    due: await dueOf(tx, id),
    buttons: openSteps(lifeCycle, row.state, signalRoles(actor)).filter(
      ({ step }) => (step !== 'ask' || exchange.follows) && (step !== 'decline' || waits),
    ),
    history: await historyOf(tx, id),
  };
}

/** Masked for those who may know of the reporter at all; the name is kept beside, to be masked in the words. */
async function reporterFor(tx: Tx, actor: Actor, id: string): Promise<{ shown: SignalPage['reporter']; name: string }> {
  const sealed = await loadReporter(tx, id);
  if (!sealed) return { shown: null, name: '' };
  const { name, phone, address } = openReporter(tx, sealed);
  const hidden = sealed.hidden && !mayReveal(actor, true);
  if (hidden || !(name || phone || address)) return { shown: null, name };
  const masked = { name: maskName(name), phone: maskPhone(phone), address: maskAddress(address) };
  return { shown: { ...masked, mayReveal: may(actor, 'reporter.read') && mayReveal(actor, sealed.hidden) }, name };
}

async function replies(tx: Tx, id: string) {
  const list = async <T>(table: 'signal_contact' | 'signal_answer' | 'signal_callback', columns: string) => {
    const { rows } = await sql<T & { at: Date }>`
      select r.id, coalesce(p.name, '') as by, r.at, ${sql.raw(columns)} from ${sql.table(table)} r left join person p on p.id = r.by_person
       where r.signal_id = ${id} order by r.at, r.id`.execute(tx);
    return rows.map((row) => ({ ...row, at: row.at.toISOString() }));
  };
  const photos = await tx
    .selectFrom('signal_photo')
    .select(['id', 'type', 'size', 'question_id as question'])
    .where('signal_id', '=', id)
    .orderBy('at')
    .execute();
  return {
    photos,
    contacts: await list<Omit<SignalPage['contacts'][0], 'at'>>('signal_contact', 'r.way, r.reached, r.words'),
    answers: await list<Omit<SignalPage['answers'][0], 'at'>>('signal_answer', 'r.way, r.words'),
    callbacks: await list<Omit<SignalPage['callbacks'][0], 'at'>>(
      'signal_callback',
      'r.way, r.reached, r.solved, r.satisfied, r.contacted, r.words',
    ),
  };
}

async function versionsOf(tx: Tx, id: string, say: (text: string) => string): Promise<SignalPage['versions']> {
  const rows = await tx
    .selectFrom('signal_version')
    .select(['number', 'words', 'until'])
    .where('signal_id', '=', id)
    .orderBy('number', 'desc')
    .execute();
  return rows.map((row) => ({ number: row.number, words: say(row.words), until: row.until.toISOString() }));
}
