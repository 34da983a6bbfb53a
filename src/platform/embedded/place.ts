/** Where the database lives: `data/postgres`, or outside when the server's account cannot reach a closed checkout. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import * as fs from 'node:fs';
import { join } from 'node:path';
import { type Account, canReach, serverAccount } from '#platform/embedded/account.ts';
import { openFolder, outside } from '#platform/embedded/binaries.ts';
import { problem } from '#platform/problem.ts';
import type { Say } from '#platform/say.ts';

/** `home` holds `cluster` (PostgreSQL's data folder) and its logs; `socket` is the folder of its one socket. */
export type Place = { home: string; cluster: string; logs: string; socket: string; account: Account };

/** A unix socket's address is at most 107 bytes; the name PostgreSQL gives it in the folder takes 14 of them. */
const LONGEST_FOLDER = 107 - '/.s.PGSQL.5432'.length;

const short = (path: string) => createHash('sha256').update(path).digest('hex').slice(0, 12);

const own = (folder: string, { uid, gid }: Account) => {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (process.getuid?.() === 0) fs.chownSync(folder, uid, gid);
};

/** A folder of the server's outside the checkout, with a symlink to it and, inside, whose it is. */
function makeOutside(data: string, account: Account): string {
  openFolder(outside);
  let home = join(outside, short(data));
  // An older database of a checkout that stood here is nobody's to delete.
  for (let n = 2; fs.existsSync(home); n++) home = join(outside, `${short(data)}-${n}`);
  own(home, account);
  fs.writeFileSync(join(home, 'data-folder'), data);
  fs.symlinkSync(home, join(data, 'postgres'));
  return home;
}

function makeHome(data: string, account: Account, say: Say): string {
  const inside = join(data, 'postgres');
  own(inside, account);
  if (canReach(account, '-w', inside)) return inside;
  fs.rmdirSync(inside);
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
  const note = join(home, 'data-folder');
  if (!fs.existsSync(note)) throw problem('database_missing', { path: home });
  const original = fs.readFileSync(note, 'utf8');
  if (original === data) return home;
  const stillThere = fs.lstatSync(join(original, 'postgres'), { throwIfNoEntry: false });
  if (stillThere) throw problem('database_is_anothers', { path: link, original });
  fs.writeFileSync(note, data);
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

/** A private folder short enough for a socket: beside the data, or under /tmp when that path is too long. */
function socketFolder(home: string, account: Account): string {
  const inside = join(home, 'socket');
  const folder = Buffer.byteLength(inside) <= LONGEST_FOLDER ? inside : `/tmp/suyuan-${account.uid}-${short(home)}`;
  own(folder, account);
  // In /tmp somebody else may have been first: whoever owns the folder could listen to the passwords.
  const found = fs.lstatSync(folder);
  if (!found.isDirectory() || found.uid !== account.uid)
    throw problem('database_foreign', { path: folder, uid: found.uid });
  fs.chmodSync(folder, 0o700);
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
  own(logs, account);
  return { home, cluster: join(home, 'cluster'), logs, socket: socketFolder(home, account), account };
}
