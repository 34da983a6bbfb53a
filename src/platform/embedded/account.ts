/** As whom the database server runs: PostgreSQL refuses to be root, so root lends it an ordinary system account. */
import { spawnSync } from 'node:child_process';
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
