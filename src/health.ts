/** The health of the installation, for whoever watches it: figures only, nothing of people or of what they said. */
import { statfs } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { sealState } from '#ledger/seal-state.ts';
import { oldestUndone } from '#ledger/sweep.ts';
import { type City, transact } from '#platform/city.ts';
import type { Installation } from '#root/install.ts';
import { reactions } from '#root/reactions.ts';
import { anchorOf } from '#root/seal-all.ts';
import { missingYears } from '#rules/calendar.store.ts';
import { taught } from '#triage/category/lesson.ts';
import { troubleOf } from '#triage/category/model-memory.store.ts';

/** Below this the next import or evening's photos may not fit: writes begin to fail. */
const LEAST_FREE = 512 << 20;
/** Work that waits longer than this is behind. */
const PATIENCE_SECONDS = 300;
/** A database that has not answered by then is as good as gone. */
const ANSWER_MS = 3_000;
/** Whoever asks more often gets the same answer. */
const KEEP_MS = 5_000;

export type Health = {
  /** False: cannot serve. A warning alone leaves it true. */
  ok: boolean;
  warnings: (
    | 'database_gone'
    | 'disk_low'
    | 'queue_behind'
    | 'reactions_behind'
    | 'seal_behind'
    | 'seal_alarm'
    | 'model_unreadable'
    | 'calendar_missing'
  )[];
  database: { ok: boolean };
  disk: { free_bytes: number; ok: boolean };
  /** Jobs whose time has come; `failed` have used up their tries. */
  queue: { waiting: number; oldest_seconds: number; failed: number } | null;
  /** Age of the oldest ledger row that a reaction has still to do; 0: all done. */
  reactions: { oldest_undone_seconds: number } | null;
  /** Age of the oldest ledger row in no block, how many there are (counted to 20,000), and cities whose anchor is wrong. */
  seal: { oldest_unsealed_seconds: number; unsealed_rows: number; alarms: number } | null;
  /** Models that serve and cannot be read: nothing is proposed meanwhile. */
  models: { unreadable: number } | null;
  /** Years whose calendar should have been imported by now, over all cities, and running deadlines that are provisional. */
  calendar: { missing_years: number; provisional_deadlines: number } | null;
  cities: number;
};

/** A function that looks, at most every five seconds. */
export function healthOf(installation: Installation): () => Promise<Health> {
  let kept: { health: Promise<Health>; at: bigint } | undefined;
  return () => {
    const now = process.hrtime.bigint();
    if (!kept || now - kept.at > BigInt(KEEP_MS) * 1_000_000n) kept = { health: look(installation), at: now };
    return kept.health;
  };
}

async function look(installation: Installation): Promise<Health> {
  const free = await freeBytes(installation.config.dataDir);
  const patience = new AbortController();
  const inside = await Promise.race([
    work(installation).catch(() => null),
    sleep(ANSWER_MS, null, { signal: patience.signal, ref: false }).catch(() => null),
  ]);
  patience.abort();
  const disk = { free_bytes: free, ok: free >= LEAST_FREE };
  const warnings: Health['warnings'] = [];
  if (!inside) warnings.push('database_gone');
  if (!disk.ok) warnings.push('disk_low');
  if (inside && inside.queue.oldest_seconds > PATIENCE_SECONDS) warnings.push('queue_behind');
  if (inside && inside.reactions.oldest_undone_seconds > PATIENCE_SECONDS) warnings.push('reactions_behind');
  if (inside && inside.seal.oldest_unsealed_seconds > PATIENCE_SECONDS) warnings.push('seal_behind');
  if (inside && inside.seal.alarms > 0) warnings.push('seal_alarm');
  if (inside && inside.models.unreadable > 0) warnings.push('model_unreadable');
  if (inside && inside.calendar.missing_years > 0) warnings.push('calendar_missing');
  return {
    ok: inside !== null && disk.ok,
    warnings,
    database: { ok: inside !== null },
    disk,
    queue: inside?.queue ?? null,
    reactions: inside?.reactions ?? null,
    seal: inside?.seal ?? null,
    models: inside?.models ?? null,
    calendar: inside?.calendar ?? null,
    cities: installation.cities.size,
  };
}

async function work(installation: Installation) {
  const { pool, cities, clock } = installation;
  const queue = await queueDepth(pool);
  let oldest = 0;
  const seal = { oldest_unsealed_seconds: 0, unsealed_rows: 0, alarms: 0 };
  const models = { unreadable: 0 };
  const calendar = { missing_years: 0, provisional_deadlines: 0 };
  for (const city of cities.values()) {
    const at = await transact(city, (tx) => oldestUndone(tx, reactions));
    if (at) oldest = Math.max(oldest, (clock.now().getTime() - at.getTime()) / 1000);
    const { seconds, rows, alarm } = await sealDepth(installation, city);
    seal.oldest_unsealed_seconds = Math.max(seal.oldest_unsealed_seconds, seconds);
    seal.unsealed_rows += rows;
    seal.alarms += alarm ? 1 : 0;
    const { expected, provisional } = await transact(city, missingYears);
    calendar.missing_years += expected.length;
    calendar.provisional_deadlines += provisional;
    for (const kind of taught()) if (await transact(city, (tx) => troubleOf(tx, kind))) models.unreadable++;
  }
  return { queue, reactions: { oldest_undone_seconds: Math.round(oldest) }, seal, models, calendar };
}

/**
 * How long the oldest row of a city has waited to be sealed, and how many wait. An alarm: its anchor says other than its
 * ledger, or cannot be read, or has for minutes not been given the last block, which is how a failing seal shows.
 */
export async function sealDepth(
  { config }: Pick<Installation, 'config'>,
  city: City,
): Promise<{ seconds: number; rows: number; alarm: boolean }> {
  const anchor = anchorOf(config, city);
  const { oldest, rows, anchor: state, lastBlock } = await transact(city, (tx) => sealState(tx, anchor));
  const age = (at: Date | null) => (at ? Math.round((city.clock.now().getTime() - at.getTime()) / 1000) : 0);
  const late = state === 'behind' && !city.training && age(lastBlock) > PATIENCE_SECONDS;
  return { seconds: age(oldest), rows, alarm: late || !['level', 'behind'].includes(state) };
}

/** Jobs that wait and how long the oldest has; those that failed for good are counted apart. */
export async function queueDepth(pool: pg.Pool): Promise<NonNullable<Health['queue']>> {
  const { rows } = await pool.query(
    `select count(*) filter (where attempts < max_attempts) as waiting,
            coalesce(extract(epoch from now() - min(run_at) filter (where attempts < max_attempts)), 0)::float8 as oldest,
            count(*) filter (where attempts >= max_attempts) as failed
       from graphile_worker.jobs where run_at <= now() or attempts >= max_attempts`,
  );
  const { waiting, oldest, failed } = rows[0];
  return { waiting, oldest_seconds: Math.round(oldest), failed };
}

/** On the fuller of the two: files may lie on another disk than the database brought along. */
export async function freeBytes(dataDir: string): Promise<number> {
  const places = await Promise.all(
    [dataDir, path.join(dataDir, 'postgres')].map((one) => statfs(one).catch(() => null)),
  );
  return Math.min(...places.map((one) => (one ? one.bavail * one.bsize : Number.MAX_SAFE_INTEGER)));
}
