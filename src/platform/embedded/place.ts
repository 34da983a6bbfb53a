/** Where the database lives: `data/postgres`, or outside when the server's account cannot reach a closed checkout. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { type Account, canReach, makeFolder, serverAccount } from '#platform/embedded/account.ts';
import { openFolder, outside } from '#platform/embedded/binaries.ts';
import { problem } from '#platform/problem.ts';
import type { Say } from '#platform/say.ts';

/** `home` holds `cluster` (PostgreSQL's data folder) and its logs; `socket` is the folder of its one socket. */
export type Place = { home: string; cluster: string; logs: string; socket: string; account: Account };

/** A unix socket's address is at most 107 bytes; the name PostgreSQL gives it in the folder takes 14 of them. */
const LONGEST_FOLDER = 107 - '/.s.PGSQL.5432'.length;

const short = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 12);

/** Beside the folder outside, in root's own: which data folder it belongs to. */
const noteOf = (home: string) => `${home}.data-folder`;

/** A folder of the server's outside the checkout, with a symlink to it. */
function makeOutside(data: string, account: Account): string {
  openFolder(outside);
  let home = join(outside, short(data));
  // An older database of a checkout that stood here is nobody's to delete.
  for (let n = 2; fs.existsSync(home); n++) home = join(outside, `${short(data)}-${n}`);
  makeFolder(home, account);
  fs.writeFileSync(noteOf(home), data);
  const link = join(data, 'postgres');
  try {
    fs.symlinkSync(home, link);
    return home;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // Another program began in this moment; its folder is the one.
    fs.rmSync(home, { recursive: true });
    fs.rmSync(noteOf(home));
    return followLink(data, link);
  }
}

function makeHome(data: string, account: Account, say: Say): string {
  const inside = join(data, 'postgres');
  if (canReach(account, '-x', data)) {
    makeFolder(inside, account);
    return inside;
  }
  const home = makeOutside(data, account);
  say({
    zh: `系统账户进不了 ${data}，数据库放在 ${home}`,
    en: `The server's account cannot enter ${data}; the database is kept in ${home}`,
  });
  return home;
}

/** Follows the symlink, and refuses when this data folder is a copy of one whose database it would share. */
function followLink(data: string, link: string): string {
  const home = fs.readlinkSync(link);
  if (!fs.existsSync(home) || !fs.existsSync(noteOf(home))) throw problem('database_missing', { path: home });
  const original = fs.readFileSync(noteOf(home), 'utf8');
  if (original === data) return home;
  const stillThere = fs.lstatSync(join(original, 'postgres'), { throwIfNoEntry: false });
  if (stillThere) throw problem('database_is_anothers', { path: link, original });
  fs.writeFileSync(noteOf(home), data);
  return home;
}

/** As whom the found database runs: its owner; a copy made by root is given back to an ordinary account. */
function accountOf(home: string): Account {
  const { uid, gid } = fs.statSync(home);
  const me = process.getuid?.();
  if (me !== 0 && uid !== me) throw problem('database_foreign', { path: home, uid });
  if (uid !== 0) return { uid, gid };
  const account = serverAccount();
  spawnSync('chown', ['-R', `${account.uid}:${account.gid}`, home]);
  return account;
}

/** A private folder short enough for a socket: beside the data, or under /tmp, where another's is refused. */
function socketFolder(home: string, account: Account): string {
  const inside = join(home, 'socket');
  const folder = Buffer.byteLength(inside) <= LONGEST_FOLDER ? inside : `/tmp/suyuan-${account.uid}-${short(home)}`;
  makeFolder(folder, account);
  return folder;
}

/** Others may pass through it, to the one folder in it that is the server's; keys and files are closed by themselves. */
function dataFolder(path: string): string {
  try {
    if (!fs.existsSync(path)) openFolder(path, 0o711);
    fs.accessSync(path, fs.constants.W_OK | fs.constants.X_OK);
    return fs.realpathSync(path);
  } catch (error) {
    throw problem('data_folder_closed', { path, why: (error as NodeJS.ErrnoException).code ?? String(error) });
  }
}

/** Finds or makes the place of this data folder's database. */
export function findPlace(dataDir: string, say: Say): Place {
  const data = dataFolder(dataDir);
  const link = join(data, 'postgres');
  const found = fs.lstatSync(link, { throwIfNoEntry: false });
  let account: Account;
  let home: string;
  if (found) {
    home = found.isSymbolicLink() ? followLink(data, link) : link;
    account = accountOf(home);
    if (!canReach(account, '-w', home)) throw problem('database_folder_unreachable', { path: home, uid: account.uid });
  } else {
    account = serverAccount();
    home = makeHome(data, account, say);
  }
  // As the kernel names it: a process is known to be this cluster's by the folder it works in.
  home = fs.realpathSync(home);
  const logs = join(home, 'log');
  makeFolder(logs, account);
  return { home, cluster: join(home, 'cluster'), logs, socket: socketFolder(home, account), account };
}
