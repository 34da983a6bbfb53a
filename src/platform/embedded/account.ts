/** As whom the database server runs: PostgreSQL refuses to be root, so root lends it an ordinary system account. */
import { spawnSync } from 'node:child_process';
import { fchownSync, lchownSync, lstatSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { problem } from '#platform/problem.ts';

export type Account = { uid: number; gid: number };

const root = () => process.getuid?.() === 0;

/** What `spawn` needs to run something as this account; nothing when we are that account already. */
export const actingAs = (account: Account): Partial<Account> => (root() ? { uid: account.uid, gid: account.gid } : {});

const id = (option: '-u' | '-g', name: string): number | undefined => {
  const answer = spawnSync('id', [option, name], { encoding: 'utf8' });
  return answer.status === 0 ? Number(answer.stdout) : undefined;
};

function lookUp(name: string): Account | undefined {
  const uid = id('-u', name);
  const gid = id('-g', name);
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** The account of this machine that may run the server. Throws `database_no_account` where there is none to be had. */
export function serverAccount(): Account {
  if (!root()) return { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  const known = lookUp('postgres') ?? lookUp('suyuan');
  if (known) return known;
  const login = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent'];
  spawnSync('useradd', [...login, '--shell', '/usr/sbin/nologin', 'suyuan']);
  const made = lookUp('suyuan');
  if (!made) throw problem('database_no_account');
  return made;
}

/** Whether this account can do `test FLAG PATH`, e.g. `-w` to a folder: asked of the kernel, by being that account. */
export const canReach = (account: Account, flag: '-w' | '-x', path: string): boolean =>
  spawnSync('test', [flag, path], actingAs(account)).status === 0;

/** Makes a folder of the account's own, closed to others. Root follows no link there: the account could have put it. */
export function makeFolder(path: string, { uid, gid }: Account): void {
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const found = lstatSync(path);
  if (root() && found.uid === 0) lchownSync(path, uid, gid);
  else if (!found.isDirectory() || found.uid !== uid) throw problem('database_foreign', { path, uid: found.uid });
}

/** Opens a new file of the account's, for writing; for the same reason one that stands there is removed first. */
export function makeFile(path: string, { uid, gid }: Account): number {
  rmSync(path, { force: true });
  const file = openSync(path, 'wx', 0o600);
  if (root()) fchownSync(file, uid, gid);
  return file;
}
