import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sniffType } from '#platform/files-type.ts';

/** The local header of a zip entry, as far as it is read, and a little body. */
function entry(name: string): Buffer {
  const header = Buffer.alloc(30);
  header.write('PK\x03\x04', 'latin1');
  header.writeUInt16LE(Buffer.byteLength(name), 26);
  return Buffer.concat([header, Buffer.from(name), Buffer.from('body')]);
}
const zip = (...names: string[]) => Buffer.concat(names.map(entry));
const boxed = (brand: string) => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0isom`, 'latin1');
const latin1 = (text: string) => Buffer.from(text, 'latin1');
/** “噪音” and “扰民” in GB18030. */
const gb = Buffer.from('d4ebd2f4c8c5c3f1', 'hex');

const table: [name: string, bytes: Buffer, extension: string | undefined, type?: string][] = [
  ['pdf', latin1('%PDF-1.7\n%\xe2\xe3'), 'pdf', 'application/pdf'],
  ['jpg', latin1('\xff\xd8\xff\xe0\0\x10JFIF'), 'jpg', 'image/jpeg'],
  ['png', latin1('\x89PNG\r\n\x1a\n\0\0'), 'png', 'image/png'],
  ['webp', latin1('RIFF\x10\0\0\0WEBPVP8 '), 'webp', 'image/webp'],
  ['wav', latin1('RIFF\x10\0\0\0WAVEfmt '), undefined],
  ['mp4', boxed('isom'), 'mp4', 'video/mp4'],
  ['phone mp4', boxed('mp42'), 'mp4'],
  ['heic', boxed('heic'), 'heic', 'image/heic'],
  ['quicktime', boxed('qt  '), undefined],
  ['docx', zip('[Content_Types].xml', '_rels/.rels', 'word/document.xml'), 'docx'],
  ['xlsx', zip('[Content_Types].xml', 'xl/workbook.xml'), 'xlsx'],
  ['pptx', zip('[Content_Types].xml', 'ppt/presentation.xml'), 'pptx'],
  ['a macro inside', zip('[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin'), undefined],
  ['some zip', zip('readme.txt'), undefined],
  ['a name that only looks like it', zip('sword/document.xml'), undefined],
  ['a cut zip', zip('word/document.xml').subarray(0, 20), undefined],
  ['jar', zip('META-INF/MANIFEST.MF'), undefined],
  ['text', Buffer.from('3号楼西侧水管漏水，已修好。\r\n'), 'txt', 'text/plain; charset=utf-8'],
  ['text with BOM', Buffer.from('\ufeff已修好'), 'txt', 'text/plain; charset=utf-8'],
  ['text cut inside a character', Buffer.from('已修好').subarray(0, 8), 'txt', 'text/plain; charset=utf-8'],
  ['GB18030', gb, 'txt', 'text/plain; charset=gb18030'],
  ['csv', Buffer.from('序号,来源,"问题,描述"\n1,热线,漏水\n2,网格,"噪音,夜里"\n'), 'csv', 'text/csv; charset=utf-8'],
  ['one line with commas', Buffer.from('a,b,c'), 'txt'],
  ['sentences with commas', Buffer.from('first, second\nthird, fourth, fifth\n'), 'txt'],
  ['html', Buffer.from('<!DOCTYPE html><script>alert(1)</script>'), undefined],
  ['html after spaces', Buffer.from('\n  <html>'), undefined],
  ['svg', Buffer.from('<svg onload="alert(1)"/>'), undefined],
  ['xml', Buffer.from('<?xml version="1.0"?><x/>'), undefined],
  ['a sentence that begins with <', Buffer.from('<3号楼> 漏水'), 'txt'],
  ['exe', latin1('MZ\x90\0\x03\0\0\0'), undefined],
  ['elf', latin1('\x7fELF\x02\x01\x01'), undefined],
  ['old doc', latin1('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'), undefined],
  ['gif', latin1('GIF89a\x01\0\x01\0'), undefined],
  ['empty', Buffer.alloc(0), undefined],
  ['one zero', Buffer.alloc(1), undefined],
];

for (const [name, bytes, extension, type] of table) {
  test(`${name} → ${extension ?? 'not accepted'}`, () => {
    const found = sniffType(bytes);
    assert.equal(found?.extension, extension);
    if (type) assert.equal(found?.type, type);
  });
}
