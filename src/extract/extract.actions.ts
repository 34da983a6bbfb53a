/** Verbs on extracts: asked for with a purpose, decided by another person, made by the program, fetched and written down. */
import { sql } from 'kysely';
import type { z } from 'zod';
import { type ExtractItem, type extractApi, extractFilter } from '#extract/extract.api.ts';
import { extractNow, holdExtract, holdsErased, rolesOf } from '#extract/extract.store.ts';
import { DAYS, type ExtractColumn, lifeCycle, MOST, steps } from '#extract/extract.ts';
import { drawExtract } from '#extract/sheet.ts';
import { idsOf, rowsOf } from '#extract/signals.store.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { loadActor } from '#people/actor.store.ts';
import { type Actor, may, mustBeAbleTo, personOf, program, signing } from '#people/actor.ts';
import { personNames } from '#people/person.store.ts';
import type { FileReply } from '#people/serve.ts';
import type { Tx } from '#platform/db.ts';
import { getFile, putFile } from '#platform/files.ts';
import { parse } from '#platform/malformed.ts';
import { fieldProblem, problem } from '#platform/problem.ts';
import { mustBeOpen } from '#rules/decide.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const LIMIT = 64 << 20;
const DAY_MS = 86_400_000;

export const MAKE = 'extract-make';

type Asked = z.output<typeof extractApi.ask.body>;

/** Exactly the signals that fit now are asked for. @throws export_too_large, extract_empty, malformed */
export async function askExtract(tx: Tx, actor: Actor, input: Asked): Promise<ExtractItem> {
  mustBeAbleTo(actor, 'export.personal');
  mustBeAbleTo(actor, 'signal.read');
  mustBeAbleTo(actor, 'reporter.read');
  const by = signing(actor, 'export.personal');
  const filter = parse(extractFilter, input.filter);
  if (await once(tx, by, input.id, 'extract.ask', input)) {
    const ids = await idsOf(tx, actor, filter, MOST);
    if (ids.length > MOST) throw problem('export_too_large', { limit: MOST });
    if (ids.length === 0) throw problem('extract_empty');
    const columns = [...new Set(input.columns)];
    await sql`insert into data_extract (id, purpose, columns, filter, signal_ids, asked_by, asked_at)
      values (${input.id}, ${input.purpose}, ${columns}::text[], ${JSON.stringify(input.filter)}::jsonb, ${ids}::uuid[],
              ${personOf(actor)}, ${tx.now})`.execute(tx);
    const data = { columns, count: ids.length };
    const entry = { verb: 'extract.ask', kind: 'extract', thing: input.id, reason: input.purpose, request: input.id };
    await record(tx, by, { ...entry, data });
  }
  return extractNow(tx, actor, input.id);
}

type Decision = z.output<typeof extractApi.decide.body>;

/** A refusal says why. What is granted is made at once by the worker. */
export async function decideExtract(tx: Tx, actor: Actor, extractId: string, input: Decision) {
  const row = await holdExtract(tx, actor, extractId);
  const { id, step, words } = input;
  const by = step === 'withdraw' ? signing(actor, 'export.personal') : signing(actor, 'export.decide');
  if (!(await once(tx, by, id, 'extract.decide', { extractId, ...input }))) return { id: row.id, version: row.version };
  await mustBeOpen(tx, lifeCycle, step, row, rolesOf(actor, row.askedBy), input.version);
  if (step === 'refuse' && words === '')
    throw problem('malformed', { count: 1 }, { fields: [fieldProblem('words', 'field_required')] });
  const decided = step === 'withdraw' ? null : personOf(actor);
  await sql`update data_extract set state = ${steps[step].to}, version = version + 1, words = ${words || null},
      decided_by = ${decided}, decided_at = ${tx.now} where id = ${extractId}`.execute(tx);
  await record(tx, by, {
    verb: `extract.${step}`,
    kind: 'extract',
    thing: extractId,
    reason: words || null,
    request: id,
  });
  if (step === 'grant')
    await sql`select graphile_worker.add_job(${MAKE}, json_build_object('city', ${tx.city.slug}::text, 'extract', ${extractId}::text),
      job_key => ${`${MAKE}:${extractId}`})`.execute(tx);
  return { id: extractId, version: row.version + 1 };
}

type Granted = {
  purpose: string;
  columns: ExtractColumn[];
  ids: string[];
  askedBy: string;
  decidedBy: string;
  decidedAt: Date;
};

/** Run twice, it makes one file: of the same rows, under the same instant. As the asker sees them now; who may no more gets none. */
export async function makeExtract(tx: Tx, extractId: string): Promise<void> {
  const { state } = await holdExtract(tx, program, extractId);
  if (state !== 'granted') return;
  const { rows: found } = await sql<Granted>`
    select purpose, columns, signal_ids as ids, asked_by as "askedBy", decided_by as "decidedBy", decided_at as "decidedAt"
      from data_extract where id = ${extractId}`.execute(tx);
  const { purpose, columns, ids, askedBy, decidedBy, decidedAt } = found[0]!;
  const asker = await loadActor(tx, askedBy);
  if (!asker || !may(asker, 'export.personal') || !may(asker, 'reporter.read')) {
    await sql`update data_extract set state = 'refused', version = version + 1 where id = ${extractId}`.execute(tx);
    return void (await record(tx, program, { verb: 'extract.drop', kind: 'extract', thing: extractId }));
  }
  const names = await personNames(tx, [decidedBy]);
  const { file, counted } = drawExtract(columns, rowsOf(tx, asker, ids), {
    ...{ city: tx.city.name.zh, by: asker.name, decidedBy: names.get(decidedBy) ?? '' },
    ...{ at: decidedAt, purpose },
  });
  const { hash, size } = await putFile(tx.city, file, { limit: LIMIT, seal: true });
  const count = await counted();
  const until = new Date(tx.now.getTime() + DAYS * DAY_MS);
  await sql`update data_extract set state = 'made', version = version + 1, file_hash = ${hash}, size = ${size}, rows = ${count},
      until = ${until} where id = ${extractId}`.execute(tx);
  const data = { rows: count, columns };
  await record(tx, program, { verb: 'extract.make', kind: 'extract', thing: extractId, data });
}

/** Only to whoever asked, each time written down. @throws extract_over */
export async function fetchExtract(tx: Tx, actor: Actor, extractId: string): Promise<FileReply> {
  const row = await holdExtract(tx, actor, extractId);
  await mustBeOpen(tx, lifeCycle, 'fetch', row, rolesOf(actor, row.askedBy), row.version);
  const item = await extractNow(tx, actor, extractId);
  if (item.over || row.hash === null || (await holdsErased(tx, extractId))) throw problem('extract_over');
  const by = signing(actor, 'export.personal');
  await sql`insert into extract_fetch (extract_id, person_id, at) values (${extractId}, ${personOf(actor)}, ${tx.now})`.execute(
    tx,
  );
  const data = { rows: item.rows, columns: item.columns };
  await record(tx, by, { verb: 'extract.fetch', kind: 'extract', thing: extractId, reason: item.purpose, data });
  return {
    file: await getFile(tx.city, row.hash, true),
    name: `线索-含个人信息-${item.askedAt.slice(0, 10)}.xlsx`,
    type: XLSX,
  };
}
