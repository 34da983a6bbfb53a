/** `suyuan text group`: which messages of a file are the same matter, as a table of id and group. */
import { writeFile } from 'node:fs/promises';
import { problem } from '#platform/problem.ts';
import { readMessages } from '#root/cli/text-messages.ts';
import type { Options } from '#root/cli.ts';
import { group } from '#text/same/group.ts';

const shown = 10;

export async function textGroup({ data, out, json }: Options): Promise<boolean> {
  if (data === undefined || out === undefined) return false;
  const messages = await readMessages(data);
  const began = process.hrtime.bigint();
  const { groups, named } = group(messages);
  const seconds = Number(process.hrtime.bigint() - began) / 1e9;
  const groupOf = new Map(groups.flatMap(({ id, members }) => members.map((member) => [member, id] as const)));
  const lines = messages.map(({ id }) => `${cell(id)},${cell(groupOf.get(id)!)}\n`);
  await writeFile(out, `id,group\n${lines.join('')}`).catch(() => {
    throw problem('text_file_unwritable', { file: out });
  });
  const several = groups.filter(({ members }) => members.length > 1);
  const figures = { messages: messages.length, groups: groups.length, of_several: several.length, seconds };
  const largest = several
    .slice(0, shown)
    .map((one) => ({ id: one.id, name: named(one).name, members: one.members.length }));
  process.stdout.write(
    json
      ? `${JSON.stringify({ ...figures, largest })}\n`
      : `${messages.length} 条归为 ${groups.length} 组，其中多条的 ${several.length} 组，用时 ${seconds.toFixed(1)} 秒\n` +
          `${messages.length} messages in ${groups.length} groups, ${several.length} of several, ${seconds.toFixed(1)} s\n` +
          largest.map(({ name, members }) => `  ${String(members).padStart(5)}  ${name}\n`).join(''),
  );
  return true;
}

const cell = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
