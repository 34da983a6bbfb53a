import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { permission } from '#people/permissions.ts';
import { sorts, verbsRefused } from '#people/role.ts';
import { builtInRoles } from '#people/roles.ts';

test('no built-in role joins what has to stay apart', () => {
  for (const [code, role] of Object.entries(builtInRoles))
    assert.deepEqual(verbsRefused(role.sort, role.verbs), [], code);
});

test('every permission is held by some built-in role', () => {
  const held = new Set<string>(Object.values(builtInRoles).flatMap((role) => [...role.verbs]));
  assert.deepEqual(
    permission.options.filter((verb) => !held.has(verb)),
    [],
  );
});

test('whatever roles a city makes, no verb but reading the directory and revealing serves two sorts', () => {
  const role = fc.record({
    sort: fc.constantFrom(...sorts),
    verbs: fc.uniqueArray(fc.constantFrom(...permission.options)),
  });
  fc.assert(
    fc.property(role, role, (one, other) => {
      fc.pre(
        one.sort !== other.sort &&
          verbsRefused(one.sort, one.verbs).length + verbsRefused(other.sort, other.verbs).length === 0,
      );
      const both = one.verbs.filter(
        (verb) => other.verbs.includes(verb) && verb !== 'people.read' && verb !== 'person.reveal',
      );
      assert.deepEqual(both, []);
    }),
  );
});
