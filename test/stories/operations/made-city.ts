/** A city with something of everything in it: callers, a problem, a task, evidence, a sealed sheet, a job that waits. */
import { readdirSync } from 'node:fs';
import { Readable } from 'node:stream';
import { putFile } from '#platform/files.ts';
import { newId } from '#platform/ids.ts';
import type { TestCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

export const PHONE = '138 0013 8000';
export const PDF = Buffer.from(`%PDF-1.4\n${'更换接头前后对比 '.repeat(20_000)}\n%%EOF\n`);

export async function makeLife(story: TestCity) {
  const { ok, seen, signal, problem, decide } = stepsOf(story);
  const { city, world, installation } = story;
  const reported = await signal('望湖小区3号楼西侧水管漏水\t\\N 第二行\n', {
    reporter: { name: '钱多多', phone: PHONE, address: '望湖小区3号楼2单元501室' },
  });
  const other = await signal('三号楼一直在漏水');
  const problemId = await problem([reported, other], '望湖小区漏水');
  const path = `/problems/${problemId}`;
  await decide('dispatcher', path, 'assignments', { unitId: world.units.urban });
  await decide('head', path, 'signatures');
  const taskId = newId();
  const people = { assigneeId: world.people.official, reviewerId: world.people.head };
  await decide('head', path, 'tasks', { taskId, title: '修好水管', ...people });
  const task = `/tasks/${taskId}`;
  await decide('official', task, 'acceptances');
  const { hash } = await putFile(city, Readable.from([PDF]), { limit: 50 << 20, seal: false });
  await ok('official', 'POST', `${task}/hand-ins`, {
    ...(await seen('official', task)),
    words: '已更换接头',
    files: [{ hash, name: '对比.pdf' }],
  });
  await putFile(city, Readable.from([Buffer.from('号码,姓名\n')]), { limit: 1 << 20, seal: true });
  await installation.pool.query(`select graphile_worker.add_job('merge', json_build_object('city', $1::text))`, [
    city.slug,
  ]);
  return { reported, problemId, taskId, hash };
}

/** Rows of every table, asked table by table. */
export async function countRows({ installation }: Pick<TestCity, 'installation'>, schema: string) {
  const { rows } = await installation.owner.query(
    `select relname as name from pg_class where relnamespace = $1::regnamespace and relkind in ('r', 'p') order by 1`,
    [schema],
  );
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const { rows: one } = await installation.owner.query(`select count(*) as n from "${schema}"."${name}"`);
    counts[name] = one[0].n;
  }
  return counts;
}

/** What stands in a folder, without what has no name yet. */
export const finishedIn = (folder: string) => readdirSync(folder).filter((name) => !name.endsWith('.part'));
