/** `suyuan ledger verify` and `suyuan ledger proof`: whether the ledger is what was sealed. */
import { existsSync } from 'node:fs';
import { anchorPath, lineOf } from '#ledger/anchor.ts';
import { proofOf } from '#ledger/proof.ts';
import { verifyLedger } from '#ledger/verify.ts';
import { findingWords, reportWords } from '#ledger/verify-report.ts';
import { cityFor, withInstallation } from '#root/cli/open.ts';
import { usage } from '#root/cli/usage.ts';
import type { Options } from '#root/cli.ts';

export async function ledgerCommand([verb, seq]: string[], options: Options): Promise<void> {
  if (verb === 'verify') return verify(options);
  if (verb === 'proof' && /^\d{1,15}$/.test(seq ?? '')) return proof(Number(seq), options);
  process.stderr.write(usage);
  process.exitCode = 2;
}

const time = (at: Date) => at.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });

/** Without `--anchor` the installation's own anchor file is taken, where there is one. Exit code 1: not whole. */
async function verify({ city: slug, anchor, json }: Options): Promise<void> {
  await withInstallation(async (installation) => {
    const city = cityFor(installation, slug);
    const own = anchorPath(installation.config.anchorsDir, city.slug);
    const file = anchor ?? (existsSync(own) ? own : undefined);
    const report = await verifyLedger(city, file, (rows) => void process.stderr.write(`\r${rows} 条 rows`));
    process.stderr.write('\n');
    const findings = report.findings.map((finding) => ({ ...finding, message: findingWords(finding) }));
    process.stdout.write(
      json
        ? `${JSON.stringify({ city: city.slug, ...report, findings })}\n`
        : `${reportWords(report, time)
            .map(({ zh, en }) => `${zh}\n  ${en}`)
            .join('\n')}\n`,
    );
    if (!report.ok) process.exitCode = 1;
  });
}

async function proof(seq: number, { city: slug }: Options): Promise<void> {
  await withInstallation(async (installation) => {
    const { leaf, path, block, ...rest } = await proofOf(cityFor(installation, slug), seq);
    const shown = {
      ...{ ...rest, leaf: leaf.toString('hex') },
      path: path.map(({ side, code }) => ({ side, code: code.toString('hex') })),
      block: lineOf(block),
    };
    process.stdout.write(`${JSON.stringify(shown, null, 2)}\n`);
  });
}
