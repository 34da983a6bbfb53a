import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { promisify } from 'node:util';
import { readMessages } from '#root/cli/text-messages.ts';
import { textPairs } from '#root/cli/text-pairs.ts';
import { writeWorkbookByHand } from '#sheet/fixture/workbook.ts';
import { messagesOf } from '#text/same/made-messages.ts';

const folder = mkdtempSync(join(tmpdir(), 'text-group-'));
after(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const refused =
  (code: string, ...parts: string[]) =>
  (error: Error & { body?: { code: string } }) => {
    const said = JSON.stringify(error.body);
    return error.body?.code === code && parts.every((part) => said.includes(part));
  };
/** What the command line says, as JSON. */
async function said(...words: string[]): Promise<Record<string, unknown>> {
  const cli = join(import.meta.dirname, '..', 'cli.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [cli, 'text', ...words, '--json']);
  return JSON.parse(stdout);
}
const options = { 'without-identifiers': false, json: true, help: false };
const { messages, matterOf } = messagesOf({ matters: 40, each: 3, seed: 3 });

test('a file is grouped, and the groups are measured against judged pairs', async () => {
  const data = file(
    'm.jsonl',
    messages.map(({ id, words }) => JSON.stringify({ 留言编号: id, 详情: words })).join('\n'),
  );
  const out = join(folder, 'groups.csv');
  const told = await said('group', '--data', data, '--out', out);
  assert.equal(told.messages, 120);
  assert.equal(readFileSync(out, 'utf8').split('\n').length, 122);
  const pair = (a: number, b: number) => {
    const same = matterOf.get(messages[a]!.id) === matterOf.get(messages[b]!.id);
    return `${messages[a]!.id},${messages[b]!.id},${Number(same)},2.5`;
  };
  const pairs = file(
    'p.csv',
    `id_a,id_b,same,weight\n${[0, 3, 6, 9].flatMap((at) => [pair(at, at + 1), pair(at, at + 20)]).join('\n')}\n`,
  );
  const figures = await said('pairs', '--groups', out, '--pairs', pairs);
  assert.deepEqual(figures, { precision: 1, recall: 1, f1: 1, pairs: 8, weight: 20 });
});

test('the key is found by its name, or as the column that is different in every row', async () => {
  const byName = file('a.csv', '工单编号,标题,内容\n7,路灯,不亮\n8,,积水\n');
  assert.deepEqual(await readMessages(byName), [
    { id: '7', words: '路灯\n不亮' },
    { id: '8', words: '积水' },
  ]);
  const unnamed = file('b.csv', '街道,代码,内容\n东,x1,路灯不亮\n东,x2,积水了\n');
  assert.deepEqual(
    (await readMessages(unnamed)).map(({ id }) => id),
    ['x1', 'x2'],
  );
  const book = join(folder, 'c.xlsx');
  const shared = ['编号', '内容', 'k1', '路灯\n不亮', 'k2', '积水'];
  await writeWorkbookByHand(book, {
    rows: [0, 1, 2].map(
      (r) =>
        `<row r="${r + 1}"><c r="A${r + 1}" t="s"><v>${2 * r}</v></c><c r="B${r + 1}" t="s"><v>${2 * r + 1}</v></c></row>`,
    ),
    strings: shared.map((text) => `<si><t>${text}</t></si>`),
  });
  assert.deepEqual(
    (await readMessages(book)).map(({ id }) => id),
    ['k1', 'k2'],
  );
});

test('bad files of messages are refused with their row', async () => {
  await assert.rejects(readMessages(join(folder, 'none.csv')), refused('text_file_missing', 'none.csv'));
  await assert.rejects(
    readMessages(file('d.jsonl', '{"id":1,"text":"路灯"}\n[1]\n')),
    refused('text_line_unreadable', '第 2 行'),
  );
  await assert.rejects(readMessages(file('e.csv', 'id,colour\n1,红\n2,绿\n')), refused('text_field_missing', 'colour'));
  await assert.rejects(
    readMessages(file('f.csv', 'id,内容\n1,路灯\n1,积水\n')),
    refused('text_key_twice', '第 3 行', 'row 3'),
  );
  await assert.rejects(readMessages(file('g.csv', 'id,内容\n1,路灯\n,积水\n')), refused('text_key_missing', '第 3 行'));
});

test('bad pairs and groups are refused with their row', async () => {
  const groups = file('groups1.csv', 'id,group\n1,1\n2,1\n');
  const ask = (pairs: string, of = groups) => textPairs({ ...options, groups: of, pairs: file('bad.csv', pairs) });
  const head = 'id_a,id_b,same,weight\n';
  await assert.rejects(ask(`${head}1,9,1,1\n`), refused('text_pairs_unknown', '9', 'key is'));
  await assert.rejects(ask(`${head}1,2,1,heavy\n`), refused('text_pair_unreadable', '第 2 行'));
  await assert.rejects(ask(`${head}1,2,1,-3\n`), refused('text_pair_unreadable'));
  await assert.rejects(ask(`${head}1,2,perhaps,1\n`), refused('text_pair_unreadable'));
  await assert.rejects(ask('id_a,id_b,weight\n1,2,1\n'), refused('text_field_missing', 'same'));
  await assert.rejects(ask(`${head}1,2,1,1\n`, file('twice.csv', 'id,group\n1,1\n1,2\n')), refused('text_key_twice'));
  assert.equal(await textPairs({ ...options, groups }), false);
});
