/** The command line: `suyuan start | demo | training | import … | city create … | activation … | backup … | restore … | keys …`. */
import { parseArgs } from 'node:util';
import { Problem } from '#platform/problem.ts';
import { backupCommand, releaseCommand, restoreCommand } from '#root/cli/backup.ts';
import { cityCommand } from '#root/cli/city.ts';
import { demoCommand } from '#root/cli/demo.ts';
import { importCommand } from '#root/cli/import.ts';
import { keysCommand } from '#root/cli/keys.ts';
import { ledgerCommand } from '#root/cli/ledger.ts';
import { startCommand } from '#root/cli/start.ts';
import { textCommand } from '#root/cli/text.ts';
import { trainingCommand } from '#root/cli/training.ts';
import { usage } from '#root/cli/usage.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    city: { type: 'string' },
    map: { type: 'string' },
    channel: { type: 'string' },
    name: { type: 'string' },
    'name-en': { type: 'string' },
    anchor: { type: 'string' },
    'tls-cert': { type: 'string' },
    'tls-key': { type: 'string' },
    'without-identifiers': { type: 'boolean', default: false },
    data: { type: 'string' },
    model: { type: 'string' },
    out: { type: 'string' },
    train: { type: 'string' },
    test: { type: 'string' },
    threshold: { type: 'string' },
    groups: { type: 'string' },
    pairs: { type: 'string' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

export type Options = typeof values;

const commands: Record<string, (words: string[], options: Options) => Promise<void>> = {
  start: (_, options) => startCommand(options),
  demo: demoCommand,
  training: trainingCommand,
  import: importCommand,
  ledger: ledgerCommand,
  city: cityCommand,
  activation: (words, options) => cityCommand(['activation', ...words], options),
  backup: backupCommand,
  restore: restoreCommand,
  release: releaseCommand,
  keys: keysCommand,
  text: textCommand,
};

const [name = '', ...words] = positionals;
const command = commands[name];
if (!command || values.help) {
  process.stderr.write(usage);
  process.exit(values.help ? 0 : 2);
}
try {
  await command(words, values);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${error.body.message.zh}\n${error.body.message.en}\n`);
  process.exitCode = 1;
}
