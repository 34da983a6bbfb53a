/** A model as bytes: mark, version, length, checksum, a head in JSON, then the tables, little-endian. */
import { z } from 'zod';
import { problem, type Said } from '#platform/problem.ts';
import { checksum } from '#text/category/checksum.ts';
import type { Fork, Model } from '#text/category/model.ts';

/** “溯源 category model”; not the beginning of any format in use. */
const MARK = 'SYCATM';
/** Counts whenever bytes, folding or grams change: a model answers only to the reading that it was trained with. */
export const MODEL_VERSION = 3;
/** Mark 6, version 2, bytes behind these 16 as two numbers of 32 bits: length and checksum. */
const PREFIX = 16;

const count = z.int().min(0);
const headShape = z.object({
  names: z.array(z.tuple([z.string(), z.string()])),
  threshold: z.number(),
  report: z.object({
    examples: count,
    empty: count,
    repeated: count,
    folded: z.array(z.object({ taken: z.string(), written: z.array(z.string()) })),
    thin: z.array(z.object({ label: z.string(), examples: count, as: z.string() })),
  }),
  forks: z
    .array(z.object({ path: z.string(), branches: z.array(z.string()).min(2), keys: count, sharpness: z.number() }))
    .min(1),
});

export function encodeModel(model: Model): Uint8Array {
  const head = new TextEncoder().encode(
    JSON.stringify({
      names: [...model.names],
      threshold: model.threshold,
      report: model.report,
      forks: model.forks.map(({ path, branches, keys, sharpness }) => ({
        path,
        branches,
        keys: keys.length,
        sharpness,
      })),
    }),
  );
  const tables = model.forks.flatMap(({ keys, worth, scales, bias, weights }) => [keys, worth, scales, bias, weights]);
  const length = 4 + head.length + tables.reduce((sum, { byteLength }) => sum + byteLength, 0);
  const bytes = new Uint8Array(PREFIX + length);
  const view = new DataView(bytes.buffer);
  bytes.set(new TextEncoder().encode(MARK));
  view.setUint16(6, MODEL_VERSION, true);
  view.setUint32(8, length, true);
  view.setUint32(PREFIX, head.length, true);
  bytes.set(head, PREFIX + 4);
  let at = PREFIX + 4 + head.length;
  for (const table of tables) {
    bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), at);
    at += table.byteLength;
  }
  view.setUint32(12, checksum(bytes.subarray(PREFIX)), true);
  return bytes;
}

/** @throws model_unreadable */
export function decodeModel(bytes: Uint8Array): Model {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PREFIX || new TextDecoder().decode(bytes.subarray(0, MARK.length)) !== MARK) {
    throw unreadable('不是分类模型', 'it is no category model');
  }
  const version = view.getUint16(6, true);
  if (version !== MODEL_VERSION) {
    const [zh, en] = [
      `它是第 ${version} 版，本程序读第 ${MODEL_VERSION} 版，请重新训练`,
      `it is of version ${version}`,
    ];
    throw unreadable(zh, `${en}, this program reads version ${MODEL_VERSION}; train again`);
  }
  if (view.getUint32(8, true) !== bytes.length - PREFIX)
    throw unreadable('长度不对，可能只传了一部分', 'it is not whole');
  if (view.getUint32(12, true) !== checksum(bytes.subarray(PREFIX))) {
    throw unreadable('内容被改动过或已损坏', 'it was changed or damaged');
  }
  const headLength = view.getUint32(PREFIX, true);
  const head = headOf(bytes.subarray(PREFIX + 4, PREFIX + 4 + headLength));
  const needed = head.forks.reduce(
    (sum, { keys, branches: { length } }) => sum + 8 * keys + 8 * length + 2 * keys * length,
    0,
  );
  if (PREFIX + 4 + headLength + needed !== bytes.length) throw unreadable('表格长度不对', 'its tables do not fit');
  let at = bytes.byteOffset + PREFIX + 4 + headLength;
  /** A copy, for a view must begin at a multiple of its element's size. */
  const next = (size: number) => {
    at += size;
    return bytes.buffer.slice(at - size, at);
  };
  return {
    forks: head.forks.map(
      ({ path, branches, keys, sharpness }): Fork => ({
        path,
        branches,
        sharpness,
        keys: new Int32Array(next(4 * keys)),
        worth: new Float32Array(next(4 * keys)),
        scales: new Float32Array(next(4 * branches.length)),
        bias: new Float32Array(next(4 * branches.length)),
        weights: new Int16Array(next(2 * keys * branches.length)),
      }),
    ),
    names: new Map(head.names),
    threshold: head.threshold,
    report: head.report,
  };
}

function headOf(bytes: Uint8Array): z.infer<typeof headShape> {
  try {
    return headShape.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    throw unreadable('开头部分读不懂', 'its head makes no sense');
  }
}

function unreadable(zh: string, en: string) {
  const reason: Said = { zh, en };
  return problem('model_unreadable', { reason });
}
