/** Importing as the stories do it: a file handed in at the desk, looked at, run, watched. */
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after } from 'node:test';
import type { PersonName } from '#db/world.ts';
import { runImport } from '#intake/run-import.ts';
import { cookieName } from '#people/cookie.ts';
import { beginSession } from '#people/session.store.ts';
import { newId } from '#platform/ids.ts';
import { writeWorkbookByHand } from '#sheet/fixture/workbook.ts';
import { cellText, type Row } from '#sheet/sheet.ts';
import { peekSheet } from '#sheet/sheet-rows.ts';
import type { TestCity } from '#test/database.ts';
import { stepsOf } from '#test/steps.ts';

export const folder = mkdtempSync(path.join(tmpdir(), 'suyuan-import-'));
after(() => rmSync(folder, { recursive: true, force: true }));

type Value = string | number | { raw: string };
const xml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');

/** An .xlsx of these rows; a number stands as a number, `raw` as the file writes it; an empty string is no cell. */
export async function sheetFile(name: string, rows: Value[][]): Promise<Buffer> {
  const cell = (value: Value, row: number, column: number) => {
    const at = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (value === '') return '';
    if (typeof value === 'string')
      return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${xml(value)}</t></is></c>`;
    return `<c r="${at}"><v>${typeof value === 'number' ? value : value.raw}</v></c>`;
  };
  const lines = rows.map((row, i) => `<row r="${i + 1}">${row.map((value, j) => cell(value, i, j)).join('')}</row>`);
  const file = path.join(folder, name);
  await writeWorkbookByHand(file, { rows: lines });
  return readFileSync(file);
}

export function importDesk(story: TestCity) {
  const { app, city, world, tx } = story;
  const { ok } = stepsOf(story);
  const cookie = async (name: PersonName) =>
    `${cookieName('qinglan')}=${await tx((own) => beginSession(own, world.people[name], { source: '127.0.0.1', agent: 'story' }, true))}`;

  async function upload(name: PersonName, fileName: string, bytes: Buffer, more: Record<string, string> = {}) {
    const fields = { id: newId(), kind: 'signals', options: JSON.stringify({ channelId: world.channel }), ...more };
    const edge = 'storyboundary';
    const head = Object.entries(fields).map(
      ([key, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${key}"\r\n\r\n${value}\r\n`,
    );
    const file = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
    const payload = Buffer.concat([Buffer.from(head.join('') + file), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]);
    const headers = {
      'x-suyuan': '1',
      cookie: await cookie(name),
      'content-type': `multipart/form-data; boundary=${edge}`,
    };
    const answer = await app.inject({ method: 'POST', url: '/c/qinglan/api/imports', headers, payload });
    return { status: answer.statusCode, body: answer.json() };
  }

  /** Uploads and confirms what is proposed; the job is not run yet. */
  async function begin(
    fileName: string,
    bytes: Buffer,
    more: Record<string, string> = {},
    name: PersonName = 'dispatcher',
  ): Promise<string> {
    const uploaded = await upload(name, fileName, bytes, more);
    assert.equal(uploaded.status, 200, JSON.stringify(uploaded.body));
    const { id } = uploaded.body;
    const { sheet, headerRow, columns } = await ok(name, 'GET', `/imports/${id}/look`);
    const plain = columns.map(
      ({ index, name: called, field }: { index: number; name: string; field: string | null }) => ({
        index,
        name: called,
        field,
      }),
    );
    await ok(name, 'POST', `/imports/${id}/run`, { sheet, headerRow, columns: plain });
    return id;
  }

  return {
    cookie,
    upload,
    begin,
    /** The whole way; the import as it is then. */
    async take(fileName: string, bytes: Buffer, more: Record<string, string> = {}, name: PersonName = 'dispatcher') {
      const id = await begin(fileName, bytes, more, name);
      await runImport(city, id);
      return ok(name, 'GET', `/imports/${id}`);
    },
    signals: async (importId: string) =>
      (await ok('dispatcher', 'GET', `/signals?importId=${importId}&limit=200`)).items,
    /** The rows of the rejects file, cells as text. */
    async rejects(id: string, name: PersonName = 'dispatcher'): Promise<string[][]> {
      const answer = await app.inject({
        method: 'GET',
        url: `/c/qinglan/api/imports/${id}/rejects`,
        headers: { cookie: await cookie(name) },
      });
      assert.equal(answer.statusCode, 200, answer.body);
      return rowsOf('rejects.xlsx', answer.rawPayload);
    },
  };
}

export async function rowsOf(name: string, bytes: Buffer): Promise<string[][]> {
  const file = path.join(folder, `${newId()}-${name}`);
  const { writeFileSync } = await import('node:fs');
  writeFileSync(file, bytes);
  const { rows } = await peekSheet(file, { fileName: name, tempDir: folder }, 10_000);
  return rows.map(({ cells }: Row) => cells.map(cellText));
}

/** `{accepted: 2, …}` without the zeros, to compare. */
export const countsOf = ({ counts }: { counts: Record<string, number> }) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
