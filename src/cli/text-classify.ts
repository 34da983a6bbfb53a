/** `suyuan text classify`: one line of JSON for each message, with label, confidence and because. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { problem } from '#platform/problem.ts';
import { readTextRows, thresholdOf } from '#root/cli/text-rows.ts';
import type { Options } from '#root/cli.ts';
import { classify } from '#text/category/classify.ts';
import { decodeModel } from '#text/category/model-file.ts';

export async function textClassify({ data, model: file, threshold }: Options): Promise<boolean> {
  if (data === undefined || file === undefined) return false;
  const bytes = await readFile(file).catch(() => {
    throw problem('text_file_missing', { file });
  });
  const model = decodeModel(bytes);
  model.threshold = thresholdOf(threshold) ?? model.threshold;
  const ask = classify(model);
  const { rows } = await readTextRows(data, { labelled: false });
  for (const { words } of rows) {
    const { label, confidence, because } = ask(words);
    if (!process.stdout.write(`${JSON.stringify({ label, confidence, because })}\n`))
      await once(process.stdout, 'drain');
  }
  return true;
}
