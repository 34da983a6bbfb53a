/** The rules of the house that only a database can tell. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { states as causeStates } from '#cause/cause.ts';
import { states as measureStates } from '#cause/measure.ts';
import { states as creditStates } from '#credit/credit.ts';
import { states as extractStates } from '#extract/extract.ts';
import { states as indicatorStates } from '#indicator/indicator.ts';
import { states as knowledgeStates } from '#knowledge/knowledge.ts';
import { states as noteStates } from '#note/note.ts';
import { runStates as procedureRunStates, versionStates } from '#procedure/procedure.ts';
import { milestoneStates } from '#project/milestone.ts';
import { states as projectStates } from '#project/project.ts';
import { states as timeStates } from '#rules/time/time-request.ts';
import { signalState, states as signalStates } from '#signal/signal.ts';
import { letterStates, talkStates } from '#supervision/letter.ts';
import { states as taskStates } from '#task/task.ts';
import { testCity } from '#test/database.ts';
import { testServer } from '#test/server.ts';
import { states as callbackStates } from '#triage/callback/callback.ts';
import { states as modelStates, trainingStates } from '#triage/category/model.ts';
import { states as deferralStates } from '#triage/deferral/deferral.ts';
import { states as dutyStates } from '#triage/duty/duty.ts';
import { states as monthlyStates } from '#triage/monthly/monthly.ts';
import { states as problemStates } from '#triage/problem.ts';
import { states as exclusionStates } from '#triage/rate/exclusion.ts';
import { runStates } from '#triage/theme/survey.ts';
import { states as themeStates } from '#triage/theme/theme.ts';
import { states as warningStates } from '#triage/warning/warning.ts';
import { glossaryPage } from '../bin/glossary.ts';
import { statesPage } from '../bin/states.ts';
import { generate } from '../db/generate.ts';

const { city, installation } = await testCity();
const rows = async (sql: string) => (await installation.owner.query(sql, [city.schema])).rows;
const read = (file: string) => readFileSync(path.resolve(import.meta.dirname, '..', file), 'utf8');

test('what is derived from the migrations and the life cycles is fresh', async () => {
  const { adminUrl } = await testServer();
  for (const [file, text] of Object.entries(await generate(adminUrl)))
    assert.equal(read(file), text, `${file}: run npm run generate`);
  assert.equal(read('docs/states.md'), statesPage(), 'docs/states.md: run npm run generate');
  assert.equal(read('docs/glossary.md'), glossaryPage(), 'docs/glossary.md: run npm run generate');
});

test('every foreign key has an index that begins with its columns', async () => {
  const bare = await rows(`
    select c.conrelid::regclass::text as "table", a.attname as "column" from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.connamespace = $1::regnamespace and c.conparentid = 0
       and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])`);
  assert.deepEqual(bare, []);
});

test('no triggers of ours or the queue, and no key into another schema: city schemas move between nodes', async () => {
  assert.deepEqual(await rows(`select tgname from pg_trigger where not tgisinternal and $1::text is not null`), []);
  assert.deepEqual(
    await rows(`select c.conname from pg_constraint c join pg_class t on t.oid = c.confrelid
      where c.contype = 'f' and c.connamespace = $1::regnamespace and t.relnamespace <> c.connamespace`),
    [],
  );
});

test('the app role owns every table but the ledger and its seals, and may not change a row of them', async () => {
  const owners = await rows(`select c.relname as name, pg_get_userbyid(c.relowner) as owner from pg_class c
    where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p')`);
  const { appRole } = installation;
  assert.deepEqual(
    owners.filter(({ name, owner }) => /^(ledger|seal$)/.test(name) === (owner === appRole)),
    [],
  );
  for (const sql of [
    'update ledger set verb = verb',
    'delete from ledger',
    'truncate ledger',
    'drop table ledger',
    'insert into seal select from seal',
    'update seal set rows = 1',
    'delete from seal',
  ]) {
    await assert.rejects(installation.pool.query(`set search_path to ${city.schema}; ${sql}`), { code: '42501' }, sql);
  }
});

test('the states of the code are the states the database takes', async () => {
  const checks =
    await rows(`select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as def from pg_constraint
    where contype = 'c' and connamespace = $1::regnamespace and conname like '%_state_check'`);
  const of = (table: string) => {
    const def = checks.find((one) => one.table.endsWith(table))?.def ?? '';
    return [...def.matchAll(/'(\w+)'::text/g)].map((match) => match[1]).sort();
  };
  assert.deepEqual(of('.signal'), Object.keys(signalStates).sort());
  assert.deepEqual(signalState.options.toSorted(), Object.keys(signalStates).sort());
  assert.deepEqual(of('.problem'), Object.keys(problemStates).sort());
  assert.deepEqual(of('.duty_list'), Object.keys(dutyStates).sort());
  assert.deepEqual(of('.theme'), Object.keys(themeStates).sort());
  assert.deepEqual(of('.survey_run'), Object.keys(runStates).sort());
  assert.deepEqual(of('.cause'), Object.keys(causeStates).sort());
  assert.deepEqual(of('.measure'), Object.keys(measureStates).sort());
  assert.deepEqual(of('.data_extract'), Object.keys(extractStates).sort());
  assert.deepEqual(of('.indicator'), Object.keys(indicatorStates).sort());
  assert.deepEqual(of('.knowledge_entry'), Object.keys(knowledgeStates).sort());
  assert.deepEqual(of('.leader_note'), Object.keys(noteStates).sort());
  assert.deepEqual(of('.project'), Object.keys(projectStates).sort());
  assert.deepEqual(of('.milestone'), Object.keys(milestoneStates).sort());
  assert.deepEqual(of('.task'), Object.keys(taskStates).sort());
  assert.deepEqual(of('.text_model'), Object.keys(modelStates).sort());
  assert.deepEqual(of('.text_training'), Object.keys(trainingStates).sort());
  assert.deepEqual(of('.callback_item'), Object.keys(callbackStates).sort());
  assert.deepEqual(of('.time_request'), Object.keys(timeStates).sort());
  assert.deepEqual(of('.deferral'), Object.keys(deferralStates).sort());
  assert.deepEqual(of('.exclusion'), Object.keys(exclusionStates).sort());
  assert.deepEqual(of('.credit_case'), Object.keys(creditStates).sort());
  assert.deepEqual(of('.letter'), Object.keys(letterStates).sort());
  assert.deepEqual(of('.procedure_version'), Object.keys(versionStates).sort());
  assert.deepEqual(of('.procedure_run'), Object.keys(procedureRunStates).sort());
  assert.deepEqual(of('.talk'), Object.keys(talkStates).sort());
  assert.deepEqual(of('.monthly'), Object.keys(monthlyStates).sort());
  assert.deepEqual(of('.warning'), Object.keys(warningStates).sort());
});
