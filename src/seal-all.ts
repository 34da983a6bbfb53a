/** The job that seals every city's ledger: once a minute, and when many rows wait. */
import { type Anchor, anchorFile, anchorPath } from '#ledger/anchor.ts';
import { sealLedger } from '#ledger/seal.actions.ts';
import type { City } from '#platform/city.ts';
import type { Config } from '#platform/config.ts';
import { Problem } from '#platform/problem.ts';
import type { Installation } from '#root/install.ts';

export const SEAL = 'seal';
export const sealCrontab = `* * * * * ${SEAL} ?max=1`;

const MANY = 20_000;

/** Counts what is written between two minutes: true each time that so many rows have come. */
export function waitingRows(): (rows: number) => boolean {
  let waiting = 0;
  return (rows) => {
    waiting += rows;
    if (waiting < MANY) return false;
    waiting = 0;
    return true;
  };
}

const none: Anchor = { last: async () => undefined, append: async () => {} };

/** The ledger of a training city begins anew every night: nothing outside vouches for it. */
export const anchorOf = ({ anchorsDir }: Pick<Config, 'anchorsDir'>, { slug, training }: City): Anchor =>
  training ? none : anchorFile(anchorPath(anchorsDir, slug));

/** One city's alarm does not keep the others from being sealed; it goes to the program's own log, every minute until it is looked into. */
export async function sealAll({ owner, cities, config }: Installation): Promise<void> {
  for (const city of cities.values()) {
    await sealLedger(owner, city, anchorOf(config, city)).catch((error: unknown) => {
      const said = error instanceof Problem ? `${error.body.message.zh}  ${error.body.message.en}` : String(error);
      process.stderr.write(`${city.slug} 封存 seal: ${said}\n`);
    });
  }
}
