/** The command line: `suyuan start | demo | training | import … | city create … | activation … | backup … | restore … | keys …`. */
import { parseArgs } from 'node:util';
import { Problem } from '#platform/problem.ts';
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

type Command = (words: string[], options: Options) => Promise<void>;

/** Each loads what it needs and no more: the whole server would take two seconds, which a command on a file can spare. */
const commands: Record<string, () => Promise<Command>> = {
  start: async () => {
    const { startCommand } = await import('#root/cli/start.ts');
    return (_, options) => startCommand(options);
  },
  demo: async () => (await import('#root/cli/demo.ts')).demoCommand,
  training: async () => (await import('#root/cli/training.ts')).trainingCommand,
  import: async () => (await import('#root/cli/import.ts')).importCommand,
  ledger: async () => (await import('#root/cli/ledger.ts')).ledgerCommand,
  city: async () => (await import('#root/cli/city.ts')).cityCommand,
  activation: async () => {
    const { cityCommand } = await import('#root/cli/city.ts');
    return (words, options) => cityCommand(['activation', ...words], options);
  },
  backup: async () => (await import('#root/cli/backup.ts')).backupCommand,
  restore: async () => (await import('#root/cli/backup.ts')).restoreCommand,
  release: async () => (await import('#root/cli/backup.ts')).releaseCommand,
  keys: async () => (await import('#root/cli/keys.ts')).keysCommand,
  text: async () => (await import('#root/cli/text.ts')).textCommand,
};

const [name = '', ...words] = positionals;
const load = commands[name];
if (!load || values.help) {
  process.stderr.write(usage);
  process.exit(values.help ? 0 : 2);
}
try {
  const command = await load();
  await command(words, values);
} catch (error) {
  if (!(error instanceof Problem)) throw error;
  process.stderr.write(`${error.body.message.zh}\n${error.body.message.en}\n`);
  process.exitCode = 1;
}
