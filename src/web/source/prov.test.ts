import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { provOf } from '#views/prov.ts';
import { edgeNames } from '#web/source/source.words.ts';

test('docs/prov.md tells the mapping as the file has it', () => {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../../docs/prov.md'), 'utf8');
  const told = [...text.matchAll(/^\| `(\w+)` \| (.+) \| `(\w+)` \| `suyuan:([\w-]+)` \|$/gm)].map((row) =>
    row.slice(1),
  );
  const done = Object.entries(provOf).map(([kind, { relation, activity }]) => [
    kind,
    edgeNames[kind as keyof typeof provOf].en,
    relation,
    activity,
  ]);
  assert.deepEqual(told, done);
});
