/** The passwords of the database's three roles, in `database.json` of the keys folder, readable by us alone. */
import { randomBytes } from 'node:crypto';
import { existsSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { problem } from '#platform/problem.ts';

const password = z.string().regex(/^[\w-]{20,}$/);
const schema = z.object({ postgres: password, suyuan_owner: password, suyuan_app: password });

/** Role name → password. `postgres` is the superuser, used by this folder's files and by tests only. */
export type Passwords = z.infer<typeof schema>;

function make(path: string): void {
  const secret = () => randomBytes(24).toString('base64url');
  const passwords: Passwords = { postgres: secret(), suyuan_owner: secret(), suyuan_app: secret() };
  const beside = `${path}.${process.pid}.${randomBytes(3).toString('hex')}`;
  const file = openSync(beside, 'wx', 0o600);
  writeSync(file, `${JSON.stringify(passwords, null, 2)}\n`);
  fsyncSync(file);
  try {
    // A link is made whole or not at all: of two programs starting at once both read the one that came first.
    linkSync(beside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(beside);
  }
}

/** Reads the passwords; makes them only where there is no database yet that would not know them. */
export function databasePasswords(keysDir: string, { databaseExists }: { databaseExists: boolean }): Passwords {
  const path = join(keysDir, 'database.json');
  if (!existsSync(path)) {
    if (databaseExists) throw problem('database_passwords_lost', { path });
    mkdirSync(keysDir, { recursive: true, mode: 0o700 });
    make(path);
  }
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    throw problem('database_passwords_lost', { path });
  }
}
