/** How fast matters are found, and in how much memory: `bench/text-group.ts [--at N]`, each size in a process of its own. */
import { execFileSync } from 'node:child_process';
import { group } from '#text/same/group.ts';
import { messagesOf } from '#text/same/made-messages.ts';
import { writerOf } from './words.ts';

const sizes = [10_000, 30_000, 120_000, 360_000];
/** One in three of a matter of four; the rest alone: as common as repeats are. Real messages have some 350 characters. */
const length = 280;

function messages(many: number): { id: string; words: string }[] {
  const writer = writerOf(11);
  const { messages: repeats } = messagesOf({ matters: Math.floor(many / 12), each: 4, seed: 5 });
  return Array.from({ length: many }, (_, at) => {
    const repeated = at % 3 === 0 ? repeats[at / 3] : undefined;
    const words = `${repeated?.words ?? writer.message(12)}\n${writer.message(length)}`;
    return { id: String(at).padStart(7, '0'), words };
  });
}

if (process.argv[2] === '--at') {
  const all = messages(Number(process.argv[3]));
  const began = process.cpuUsage();
  const started = performance.now();
  const { groups } = group(all);
  const cpu = process.cpuUsage(began);
  console.log(
    JSON.stringify({
      messages: all.length,
      groups: groups.length,
      seconds: +((performance.now() - started) / 1000).toFixed(1),
      'CPU seconds': +((cpu.user + cpu.system) / 1e6).toFixed(1),
      'peak MB': Math.round(process.resourceUsage().maxRSS / 1024),
    }),
  );
} else {
  const rows = sizes.map((size) =>
    JSON.parse(
      execFileSync(process.execPath, ['--max-old-space-size=6000', import.meta.filename, '--at', String(size)], {
        encoding: 'utf8',
      }),
    ),
  );
  console.table(rows);
}
