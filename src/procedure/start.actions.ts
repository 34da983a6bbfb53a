/** Starting a run of a procedure: by hand about a problem, a unit or nothing, or by a trigger. */
import { sql } from 'kysely';
import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import { loadUnit } from '#people/unit.store.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';
import { advanceRuns } from '#procedure/advance.actions.ts';
import { type Audience, countAudience, insertAudience } from '#procedure/audience.store.ts';
import { type AboutKind, MOST_PERSONS } from '#procedure/procedure.ts';
import { insertRun, type Notice } from '#procedure/run.store.ts';
import { type VersionRow, versionOn } from '#procedure/version.store.ts';
import { maskWords } from '#text/mask.ts';
import { problemSeen } from '#triage/problem.scope.ts';

/** `name`: as the thing is called, where this room cannot know it (an organisation with a registered code). */
export type About = { kind: AboutKind; id: string; name?: string };

type Start = {
  id: string;
  procedureId: string;
  about: About | null;
  /** To whom the step given to many goes. */
  persons?: string[];
  audience?: Audience | null;
  notice?: Notice | null;
  reason: string;
};

type Done = { id: string; version: number };

/** Its first steps are given with it. @throws procedure_not_in_force, procedure_about_unknown, procedure_nobody_listed, procedure_too_many */
export async function startRun(tx: Tx, actor: Actor, input: Start): Promise<Done> {
  mustBeAbleTo(actor, 'procedure.run');
  const by = signing(actor, 'procedure.run');
  if (!(await once(tx, by, input.id, 'run.start', input))) return { id: input.id, version: 1 };
  const version = await versionOn(tx, input.procedureId, dayOf(tx.now));
  if (!version) throw problem('procedure_not_in_force');
  const about = input.about && { ...input.about, name: await nameOf(tx, actor, input.about) };
  await beginRun(tx, actor, version, { ...input, about });
  await advanceRuns(tx, [input.id], by);
  return { id: input.id, version: 1 };
}

/** The run, its list and the ledger's row; its first steps are given by `advanceRuns`. */
export async function beginRun(tx: Tx, actor: Actor, version: VersionRow, input: Start): Promise<void> {
  const { id, about, reason, notice = null } = input;
  const person = actor.kind === 'program' ? null : personOf(actor);
  const run = await insertRun(tx, {
    ...{ id, procedure_id: version.procedureId, version_id: version.id, unit_id: version.unitId, reason, notice },
    ...{ about_kind: about?.kind ?? null, about_id: about?.id ?? null, about_name: about?.name ?? null },
    ...{ responsible_id: version.responsibleId, second_id: version.secondId, started_by: person },
  });
  const audience = input.audience ?? (input.persons && { units: [], below: false, roles: [], persons: input.persons });
  const listed = audience ? await list(tx, id, audience) : null;
  const data = {
    ...{ procedure: version.procedureId, nth: version.nth },
    ...(about && { about: about.id }),
    ...(listed !== null && { listed }),
  };
  const entry = { verb: 'run.start', kind: 'run', thing: id, unit: run.unit_id, reason, data, request: id };
  await record(tx, signing(actor, 'procedure.run'), entry);
}

async function list(tx: Tx, runId: string, audience: Audience): Promise<number> {
  if ((await countAudience(tx, audience)) > MOST_PERSONS) throw problem('procedure_too_many', { limit: MOST_PERSONS });
  const listed = await insertAudience(tx, runId, audience);
  if (listed === 0) throw problem('procedure_nobody_listed');
  return listed;
}

/** @throws procedure_about_unknown where the actor does not see it */
async function nameOf(tx: Tx, actor: Actor, { kind, id, name }: About): Promise<string> {
  if (kind === 'unit') {
    const unit = await loadUnit(tx, id);
    if (unit) return unit.name;
  } else if (kind === 'problem') {
    const { rows } = await sql<{ name: string }>`
      select p.number || ' ' || p.title as name from problem p where p.id = ${id} and ${problemSeen(tx, actor)}`.execute(
      tx,
    );
    if (rows[0]) return maskWords(rows[0].name);
  } else if (name && actor.kind === 'program') return name;
  throw problem('procedure_about_unknown');
}
