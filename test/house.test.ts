/** The rules of the house: what STYLE and ARCHITECTURE ask of every file, kept by the machine. */
import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';

const root = path.resolve(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const code = globSync(['src/**/*.{ts,tsx}', 'db/**/*.ts', 'test/**/*.{ts,tsx}', 'bench/**/*.ts', 'bin/*.ts'], {
  cwd: root,
  exclude: ['**/node_modules/**'],
}).filter((file) => !file.endsWith('.gen.ts'));
const program = code.filter((file) => file.startsWith('src/'));
const own = program.filter((file) => !file.includes('.test.') && !file.includes('/fixture/'));

const imports = (file: string, { types = true } = {}): string[] => {
  const text = types
    ? read(file)
    : read(file)
        .replace(/^import type [^;]*;/gm, '')
        .replace(/^import \{(\s*type \w+,?)+\s*\} [^;]*;/gm, '');
  return [...text.matchAll(/(?:from|import)\s*\(?'([^']+)'/g)].map((match) => match[1]!);
};

const names: Record<string, string> = JSON.parse(read('package.json')).imports;

/** The file an import names, from the project's root; nothing where it is a package. */
function target(from: string, name: string): string | undefined {
  if (name.startsWith('.')) return path.join(path.dirname(from), name);
  const [key, folder] = Object.entries(names).find(([one]) => name.startsWith(one.slice(0, -1))) ?? [];
  return key && folder ? path.join(folder.slice(2, -1), name.slice(key.length - 1)) : undefined;
}

/** Rooms from the ground up; a room imports from itself and from those below it. */
const floors = [
  ['src/platform/', 'src/text/', 'src/clock/', 'src/ledger/', 'src/sheet/', 'src/statistics/'],
  ['src/people/'],
  ['src/intake/', 'src/rules/'],
  ['src/indicator/'],
  ['src/flow/1-signal/'],
  ['src/flow/2-triage/'],
  ['src/flow/3-cause/'],
  ['src/flow/4-project/'],
  ['src/flow/5-task/'],
  ['src/flow/6-evidence/'],
  ['src/flow/7-acceptance/'],
  ['src/flow/8-outcome/'],
  ['src/message/'],
  ['src/supervision/'],
  ['src/procedure/'],
  ['src/extract/'],
  ['src/credit/'],
  ['src/knowledge/'],
  ['src/knowledge/', 'src/paper/'],
  ['src/knowledge/', 'src/note/', 'src/paper/'],
  ['src/flow/reactions.ts'],
  ['src/views/'],
  ['src/demo/', 'src/web/', 'src/public/'],
  ['src/'],
];
const floorOf = (file: string) => floors.findIndex((rooms) => rooms.some((room) => file.startsWith(room)));

test('imports go down only', () => {
  const wrong = own.flatMap((file) =>
    imports(file)
      .map((name) => target(file, name))
      .filter((to): to is string => (to?.startsWith('src/') ?? false) && floorOf(to as string) > floorOf(file))
      .map((to) => `${file} → ${to}`),
  );
  assert.deepEqual(wrong, []);
});

/** Files that run everywhere: no Node, no database. */
const pure = (file: string) =>
  /\.api\.ts$|\.words\.ts$/.test(file) || !/\.(store|actions|routes|jobs|view|scope|worker|work)\.ts$/.test(file);

test('the browser imports only what runs in a browser', () => {
  const reached = new Map<string, string>();
  const visit = (file: string, by: string) => {
    if (reached.has(file)) return;
    reached.set(file, by);
    for (const name of imports(file, { types: false })) {
      const to = target(file, name);
      if (to && /\.tsx?$/.test(to)) visit(to, file);
    }
  };
  for (const file of own.filter((one) => one.startsWith('src/web/'))) visit(file, file);
  const wrong = [...reached].filter(([file]) => {
    if (file.startsWith('src/web/')) return false;
    return (
      !pure(file) ||
      imports(file, { types: false }).some((name) => /^node:|^(kysely|pg|fastify|sharp|exceljs)\b/.test(name))
    );
  });
  assert.deepEqual(
    wrong.map(([file, by]) => `${by} → ${file}`),
    [],
  );
});

test('no file is longer than 300 lines', () => {
  const long = code.map((file) => [file, read(file).split('\n').length] as const).filter(([, lines]) => lines > 301);
  assert.deepEqual(long, []);
});

test('every file begins with a sentence that says what it is for', () => {
  const silent = code.filter(
    (file) => !/\.test\.tsx?$/.test(file) && !/^(#!.*\n)?\/\*\*[\s\S]*?[.!?…]/.test(read(file)),
  );
  assert.deepEqual(silent, []);
});

test('no barrels, and no rooms for what nobody could name', () => {
  const vague = code.filter((file) =>
    /(^|\/)(index|utils?|helpers?|common|services?|managers?|misc)(\.|\/)/.test(file),
  );
  assert.deepEqual(vague, []);
});

test('nobody reads the clock but the clock and the platform', () => {
  const wrong = own.filter((file) => {
    if (/^src\/(clock|platform)\//.test(file)) return false;
    return /Date\.now\(\)|new Date\(\)|performance\.now\(\)/.test(read(file).replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''));
  });
  // A page counts down on the screen by the machine it stands on.
  assert.deepEqual(
    wrong.filter((file) => !file.startsWith('src/web/')),
    [],
  );
});

test('nothing is left undone, skipped, or silenced without a reason', () => {
  const marks =
    /\b(TODO|FIXME|XXX)\b|@ts-(ignore|nocheck|expect-error)|biome-ignore(?! [\w/]+: .{20})|\.(only|todo|skip)\(/;
  const wrong = code.filter((file) => file !== 'test/house.test.ts' && marks.test(read(file)));
  assert.deepEqual(wrong, []);
});

test('every refusal that is thrown stands in the catalogue, and each sentence is there in both languages', async () => {
  const { problems } = await import('#platform/problems.ts');
  for (const [name, [status, zh, en]] of Object.entries(problems)) {
    assert.ok(status >= 400 && status < 600, name);
    assert.match(zh, /\p{Script=Han}/u, name);
    assert.doesNotMatch(en, /\p{Script=Han}/u, name);
  }
});

test('a table is written by its own room alone', () => {
  const owners: Record<string, RegExp> = {
    '001_ledger': /^src\/ledger\//,
    '002_people': /^src\/people\//,
    '003_rules': /^src\/(rules|clock)\//,
    '004_intake': /^src\/intake\//,
    '005_signal': /^src\/(flow\/1-signal\/|create-city\.ts)/,
    '006_triage': /^src\/flow\/2-triage\//,
    '021_category': /^src\/flow\/2-triage\//,
    '022_duty': /^src\/flow\/2-triage\//,
    '027_limits': /^src\/(rules|clock)\//,
    '025_warning': /^src\/flow\/2-triage\//,
    '040_retracted': /^src\/flow\/2-triage\//,
    '039_monthly': /^src\/flow\/2-triage\//,
    '030_rate': /^src\/flow\/2-triage\//,
    '013_cause': /^src\/flow\/3-cause\//,
    '019_project': /^src\/flow\/4-project\//,
    '020_acceptance': /^src\/flow\/[78]-/,
    '032_flow_actions': /^src\/flow\/2-triage\//,
    '007_task': /^src\/flow\/5-task\//,
    '008_evidence': /^src\/flow\/6-evidence\//,
    '010_seal': /^src\/ledger\//,
    '011_erasure': /^src\/flow\/1-signal\//,
    '014_indicator': /^src\/indicator\//,
    '026_clocks': /^src\/(rules|clock)\//,
    '024_theme': /^src\/flow\/2-triage\/theme\//,
    '028_message': /^src\/message\//,
    '035_sign_in': /^src\/people\//,
    '035_extract': /^src\/extract\//,
    '035_outside': /^src\/message\//,
    '042_todo': /^src\/message\//,
    '031_written_note': /^src\/note\//,
    '031_paper': /^src\/paper\//,
    '031_knowledge': /^src\/knowledge\//,
    '037_credit': /^src\/credit\//,
    '029_supervision': /^src\/supervision\//,
    '033_procedure': /^src\/procedure\//,
    '034_dispatch': /^src\/(people\/skill|flow\/5-task\/(choose|share)|flow\/2-triage\/centre)/,
    '015_public': /^src\/(public\/|flow\/1-signal\/|flow\/2-triage\/publi)/,
  };
  // The state of a signal follows its edge: triage moves both in one statement each, in one file.
  const agreed = new Set(['src/flow/2-triage/edge.store.ts signal']);
  const wrong: string[] = [];
  for (const [file, room] of Object.entries(owners)) {
    const tables = [...read(`db/migrations/city/${file}.sql`).matchAll(/^create table (\w+)/gm)].map(
      (match) => match[1]!,
    );
    for (const source of own.filter((one) => !room.test(one))) {
      const text = read(source);
      for (const table of tables) {
        const written = new RegExp(
          `(insert into|update|delete from) ${table}\\b|(insertInto|updateTable|deleteFrom)\\('${table}'\\)`,
        );
        if (written.test(text) && !agreed.has(`${source} ${table}`)) wrong.push(`${source} writes ${table}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});
