/** What a file is, told by its content alone: the uploader's name and type are never believed, nor sent to a browser. */

export type FileType = { type: string; extension: string };

/**
 * The type of an evidence document, or nothing when it is none of those accepted (pdf, docx, xlsx, pptx, jpg, png, webp,
 * heic, mp4, csv, txt). `bytes` is the whole file or its first 64 KiB.
 */
export function sniffType(bytes: Buffer): FileType | undefined {
  const starts = (text: string, at = 0) => bytes.toString('latin1', at, at + text.length) === text;
  if (starts('%PDF-')) return { type: 'application/pdf', extension: 'pdf' };
  if (starts('\xff\xd8\xff')) return { type: 'image/jpeg', extension: 'jpg' };
  if (starts('\x89PNG\r\n\x1a\n')) return { type: 'image/png', extension: 'png' };
  if (starts('RIFF') && starts('WEBP', 8)) return { type: 'image/webp', extension: 'webp' };
  if (starts('ftyp', 4)) return media[bytes.toString('latin1', 8, 12)];
  if (starts('PK\x03\x04')) return officeType(bytes);
  return textType(bytes);
}

const mp4 = { type: 'video/mp4', extension: 'mp4' };
const heic = { type: 'image/heic', extension: 'heic' };
/** Major brands of ISO base media files (ISO/IEC 14496-12); QuickTime's `qt  ` is not played by every browser. */
const media: Record<string, FileType> = {
  ...Object.fromEntries(['isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V '].map((b) => [b, mp4])),
  ...Object.fromEntries(['heic', 'heix', 'mif1', 'avif'].map((b) => [b, heic])),
};

const office: Record<string, FileType> = {
  'word/': { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', extension: 'docx' },
  'xl/': { type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', extension: 'xlsx' },
  'ppt/': { type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation', extension: 'pptx' },
};

/**
 * By the entry names in a zip's local headers (APPNOTE 4.3.7). A seen macro part is refused; one out of sight does no
 * harm, since Office does not run macros in a file that is served as .docx or .xlsx.
 */
function officeType(bytes: Buffer): FileType | undefined {
  let found: FileType | undefined;
  for (let at = 0; at >= 0; at = bytes.indexOf('PK\x03\x04', at + 4, 'latin1')) {
    if (at + 30 > bytes.length) break;
    const name = bytes.toString('latin1', at + 30, at + 30 + bytes.readUInt16LE(at + 26));
    if (name.endsWith('vbaProject.bin')) return undefined;
    found ??= Object.entries(office).find(([folder]) => name.startsWith(folder))?.[1];
  }
  return found;
}

/** UTF-8 or GB18030 without control characters, and no markup that a browser might be talked into running. */
function textType(bytes: Buffer): FileType | undefined {
  if (bytes.length === 0) return undefined;
  for (const charset of ['utf-8', 'gb18030']) {
    const text = decode(bytes, charset);
    if (text === undefined || controls.test(text) || /^\s*<[a-z!?/]/i.test(text)) continue;
    const csv = isCsv(text);
    return { type: `text/${csv ? 'csv' : 'plain'}; charset=${charset}`, extension: csv ? 'csv' : 'txt' };
  }
  return undefined;
}

/** Control characters but for tab and line ends: a text has none. */
const controls = /[^\P{Cc}\t\n\v\f\r]/u;

/** `stream`: the first 64 KiB may end inside a character. */
function decode(bytes: Buffer, charset: string): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}

/** At least two lines, and the first five have the same number of commas outside quotes, at least one. */
function isCsv(text: string): boolean {
  const lines = text.split(/\r?\n/, 6).filter((line) => line !== '');
  const commas = lines.slice(0, 5).map((line) => line.replace(/"[^"]*"/g, '').split(',').length - 1);
  return commas.length > 1 && commas[0]! > 0 && commas.every((count) => count === commas[0]);
}
