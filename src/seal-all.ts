/** The job that seals every city's ledger: once a minute, and when many rows wait. */
import { anchorFile, anchorPath } from '#ledger/anchor.ts';
import { sealLedger } from '#ledger/seal.actions.ts';
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

/** One city's alarm does not keep the others from being sealed; it goes to the program's own log, every minute until it is looked into. */
export async function sealAll({ owner, cities, config }: Installation): Promise<void> {
  for (const city of cities.values()) {
    await sealLedger(owner, city, anchorFile(anchorPath(config.anchorsDir, city.slug))).catch((error: unknown) => {
      const said = error instanceof Problem ? `${error.body.message.zh}  ${error.body.message.en}` : String(error);
      process.stderr.write(`${city.slug} 封存 seal: ${said}\n`);
    });
  }
}
