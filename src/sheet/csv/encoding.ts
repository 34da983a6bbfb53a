/** In which encoding a text file is written. */
import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { problem } from '#platform/problem.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030';

/** Bytes looked at where the whole file is not valid UTF-8. */
const sampleBytes = 1024 * 1024;

/** A decoder that swallows the byte order mark and puts U+FFFD for what is no character. */
export function decoderFor(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding);
}

/**
 * By the byte order mark, by zero bytes (UTF-16 without a mark), by being valid UTF-8 throughout or all but a few
 * characters cut in two; else GB18030. Reads the file once.
 * @throws sheet_not_a_table for what is no text
 */
export async function encodingOf(path: string): Promise<Encoding> {
  const strict = new TextDecoder('utf-8', { fatal: true });
  let sample: Buffer | undefined;
  for await (const chunk of createReadStream(path, { highWaterMark: sampleBytes }) as AsyncIterable<Buffer>) {
    if (!sample) {
      sample = chunk;
      const seen = markedOrWide(chunk);
      if (seen) return seen;
    }
    try {
      strict.decode(chunk, { stream: true });
    } catch {
      return likelier(sample);
    }
  }
  try {
    strict.decode();
    return 'utf-8';
  } catch {
    return likelier(sample!);
  }
}

function markedOrWide(head: Buffer): Encoding | undefined {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  let controls = 0;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < head.length; i++) {
    const byte = head[i]!;
    if (byte < 9 || (byte > 13 && byte < 26)) controls++;
    if (byte === 0) i % 2 === 0 ? even++ : odd++;
  }
  // A stray control character in somebody's words is no reason to refuse the file.
  if (controls <= head.length / 500) return undefined;
  const wide = odd >= even ? 'utf-16le' : 'utf-16be';
  // ASCII has its zero on one side. What is no text at all shows holes and control characters when read so.
  const text = decoderFor(wide).decode(head.subarray(0, head.length & ~1));
  if (even + odd > 0 && !/[^\P{Cc}\s]|\ufffd/u.test(text)) return wide;
  throw problem('sheet_not_a_table', { what: 'binary' });
}

/**
 * For bytes that are not valid UTF-8 throughout. Chinese in GB18030 read as UTF-8 is nearly all holes; the other way round
 * it is other Chinese without a hole, so only the first can be told.
 */
function likelier(sample: Buffer): Encoding {
  const read = decoderFor('utf-8').decode(sample);
  const holes = read.split('\ufffd').length - 1;
  const characters = read.replace(/[^\u0080-\ufffc]+/g, '').length;
  return characters > 10 * holes ? 'utf-8' : 'gb18030';
}

/** Of HTML and XML in memory: by the mark, else UTF-8 if it is that, whatever the markup declares. */
export function encodingOfMarkup(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return likelier(bytes.subarray(0, sampleBytes));
  }
}
