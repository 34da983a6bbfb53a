/** `suyuan text train`: past messages with their categories into a model file. */
import { writeFile } from 'node:fs/promises';
import { problem } from '#platform/problem.ts';
import { readTextRows, thresholdOf } from '#root/cli/text-rows.ts';
import type { Options } from '#root/cli.ts';
import { encodeModel } from '#text/category/model-file.ts';
import { train } from '#text/category/train.ts';

export async function textTrain({ data, out, threshold, json }: Options): Promise<boolean> {
  if (data === undefined || out === undefined) return false;
  const least = thresholdOf(threshold);
  const { rows, read } = await readTextRows(data, { labelled: true });
  const began = process.hrtime.bigint();
  const model = train(rows, { threshold: least ?? 0 });
  const train_s = Number(process.hrtime.bigint() - began) / 1e9;
  const bytes = encodeModel(model);
  await writeFile(out, bytes).catch(() => {
    throw problem('text_file_unwritable', { file: out });
  });
  const { report } = model;
  const categories = model.names.size;
  if (json) {
    process.stdout.write(`${JSON.stringify({ ...report, categories, read, train_s, bytes: bytes.length })}\n`);
    return true;
  }
  process.stdout.write(
    `样本 ${report.examples} 条，分类 ${categories} 个，用时 ${train_s.toFixed(1)} 秒，模型 ${(bytes.length / 1e6).toFixed(1)} MB\n` +
      `  ${report.examples} examples, ${categories} categories, ${train_s.toFixed(1)} s\n` +
      `读取的字段 fields read: ${read.words.join(' + ')} → ${read.label.join(' / ')}\n`,
  );
  for (const { taken, written } of report.folded) {
    process.stdout.write(`写法不同，按“${taken}”合并 taken as one: ${written.join('、')}\n`);
  }
  for (const { label, examples, as } of report.thin) {
    process.stdout.write(`样本少 few examples: ${label} ${examples}${as === label ? '' : ` → ${as}`}\n`);
  }
  if (report.repeated > 0) process.stdout.write(`略过内容与分类都相同的 ${report.repeated} 条 repeated, left out\n`);
  if (report.empty > 0)
    process.stdout.write(`略过无内容或无分类的 ${report.empty} 条 without words or category, left out\n`);
  return true;
}
