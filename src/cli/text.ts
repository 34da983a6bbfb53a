/** `suyuan text …`: reading messages by machine, for data officers and for measuring; needs no city and no database. */
import { textBench } from '#root/cli/text-bench.ts';
import { textClassify } from '#root/cli/text-classify.ts';
import { textGroup } from '#root/cli/text-group.ts';
import { textPairs } from '#root/cli/text-pairs.ts';
import { textTrain } from '#root/cli/text-train.ts';
import { usage } from '#root/cli/usage.ts';
import type { Options } from '#root/cli.ts';

const verbs: Record<string, (options: Options) => Promise<boolean>> = {
  train: textTrain,
  classify: textClassify,
  bench: textBench,
  group: textGroup,
  pairs: textPairs,
};

/** A verb answers false where an option that it needs is not there. */
export async function textCommand([verb = '']: string[], options: Options): Promise<void> {
  if (await verbs[verb]?.(options)) return;
  process.stderr.write(usage);
  process.exitCode = 2;
}
