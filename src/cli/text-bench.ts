/** `suyuan text bench`: trains on one file, classifies another, and says how right and how fast. */
import { readTextRows } from '#root/cli/text-rows.ts';
import type { Options } from '#root/cli.ts';
import { classify } from '#text/category/classify.ts';
import { judge } from '#text/category/judge.ts';
import { decodeModel, encodeModel } from '#text/category/model-file.ts';
import { train } from '#text/category/train.ts';

export async function textBench({ train: learned, test, json }: Options): Promise<boolean> {
  if (learned === undefined || test === undefined) return false;
  const { rows: examples, read } = await readTextRows(learned, { labelled: true });
  const { rows: heldBack } = await readTextRows(test, { labelled: true });
  const began = process.hrtime.bigint();
  const trained = train(examples);
  const train_s = secondsSince(began);
  const bytes = encodeModel(trained);
  const model = decodeModel(bytes);
  const ask = classify(model);
  for (const { words } of heldBack) ask(words); // not timed: compiled on the way
  const asked = process.hrtime.bigint();
  for (const { words } of heldBack) ask(words);
  const per_s = heldBack.length / secondsSince(asked);
  const { macroF1, accuracy, calibrationError, ...more } = judge(model, heldBack);
  const figures = { macro_f1: macroF1, accuracy, train_s, per_s, calibration_error: calibrationError };
  const sizes = { trained_on: trained.report.examples, tested_on: more.tested, model_bytes: bytes.length, read };
  process.stdout.write(
    json
      ? `${JSON.stringify({ ...figures, ...sizes, ...more })}\n`
      : Object.entries(figures)
          .map(([name, value]) => `${name} ${value.toFixed(name === 'per_s' ? 0 : 4)}\n`)
          .join(''),
  );
  return true;
}

const secondsSince = (began: bigint) => Number(process.hrtime.bigint() - began) / 1e9;
