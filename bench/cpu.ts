/** Seconds of CPU, of this process and of the database's backends: what a noisy machine does not change much. */
import { readFileSync } from 'node:fs';
import type pg from 'pg';

export type Cpu = { node: number; postgres: number };

/** Linux counts in hundredths (USER_HZ). */
const TICKS = 100;

/** What has been used so far, by the backends of these roles that live: of two of these the difference tells. 0 where there is no /proc. */
export async function cpu(...pools: pg.Pool[]): Promise<Cpu> {
  const pids = new Set<number>();
  for (const pool of pools) {
    const { rows } = await pool.query<{ pid: number }>(
      `select pid from pg_stat_activity where usename = current_user and datname = current_database()`,
    );
    for (const { pid } of rows) pids.add(pid);
  }
  const { user, system } = process.cpuUsage();
  return { node: (user + system) / 1e6, postgres: [...pids].reduce((sum, pid) => sum + ofProcess(pid), 0) };
}

/** utime and stime, the 14th and 15th field; the second is a name in brackets, which may hold anything. */
function ofProcess(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\)/s, '').trim().split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return 0;
  }
}
