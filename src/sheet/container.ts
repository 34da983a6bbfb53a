/** What a file is by its first bytes. */
import { open } from 'node:fs/promises';
import { problem } from '#platform/problem.ts';

/** `ole`: the container of .xls (and of encrypted .xlsx); `xml`: a spreadsheet of Excel 2003 in XML. */
export type Container = 'zip' | 'ole' | 'html' | 'xml' | 'text';

const headBytes = 4096;

/** Beginnings, in hexadecimal, of files that people upload by mistake. */
const others: [what: string, magic: RegExp][] = [
  ['PDF', /^25504446/],
  ['PNG', /^89504e47/],
  ['JPEG', /^ffd8ff/],
  ['GIF', /^47494638/],
  ['BMP', /^424d.{8}0{8}/],
  ['WebP', /^52494646.{8}57454250/],
  ['HEIC', /^.{8}66747970/],
  ['RAR', /^52617221/],
  ['7z', /^377abcaf/],
  ['gzip', /^1f8b/],
  ['RTF', /^7b5c727466/],
];

/** Refuses an empty file and every kind that holds no table. */
export async function containerOf(path: string): Promise<Container> {
  const head = await headOf(path);
  if (head.length === 0) throw problem('sheet_empty');
  const hex = head.toString('hex', 0, 64);
  if (hex.startsWith('504b0304')) return 'zip';
  if (hex.startsWith('d0cf11e0a1b11ae1')) return 'ole';
  for (const [what, magic] of others) if (magic.test(hex)) throw problem('sheet_not_a_table', { what });

  const text = readable(head).trimStart();
  if (/^<\?xml\b/i.test(text) && text.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml';
  if (
    /^<(!doctype html|html|head|meta|body|style|script|title|table|div|!--)\b/i.test(text) ||
    /^<\?xml\b[\s\S]*<html\b/i.test(text)
  ) {
    return 'html';
  }
  if (/^<\?xml\b/i.test(text)) throw problem('sheet_not_a_table', { what: 'XML' });
  if (/^(\{\s*["}]|\[\s*[\]{["])/.test(text)) throw problem('sheet_not_a_table', { what: 'JSON' });
  if (/^MIME-Version:/i.test(text)) throw problem('sheet_not_a_table', { what: 'MHTML' });
  return 'text';
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(headBytes), position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Enough of the text to see its markup, which is ASCII in every encoding but UTF-16. */
function readable(head: Buffer): string {
  if (head[0] === 0xff && head[1] === 0xfe) return head.toString('utf16le', 2);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return head.toString('utf8', 3);
  return head.toString('utf8');
}
