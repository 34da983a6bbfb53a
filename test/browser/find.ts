/** bin/setup --browser: finds a Chromium that writes Chinese, or installs one, and notes where it is. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { browsersFromNpm } from '#test/browser/from-npm.ts';
import { browserPath, noteFile } from '#test/browser/path.ts';
import { tryBrowser } from '#test/browser/try.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const tell = (line: string) => process.stderr.write(`${line}\n`);

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** What the machine has under the usual names. */
function ofTheMachine(): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).filter(isExecutable);
}

let runsWithoutChinese: string | undefined;

/** The first that writes Chinese. Remembers one that at least runs. */
async function firstGood(candidates: string[]): Promise<string | undefined> {
  for (const candidate of candidates) {
    const ability = await tryBrowser(candidate);
    if (ability === 'writes Chinese') return candidate;
    if (ability === 'writes no Chinese') runsWithoutChinese ??= candidate;
  }
  return undefined;
}

function installByApt(): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  tell('正在安装 Chromium 和中文字体… Installing Chromium and a Chinese font by apt …');
  const patience = ['-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=20', '-o', 'DPkg::Lock::Timeout=120'];
  const apt = (...args: string[]) =>
    spawnSync('apt-get', ['-qq', ...patience, ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      // The pages of output go nowhere: the next way is tried when this one fails.
      stdio: 'ignore',
    }).status === 0;
  apt('update');
  return apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk');
}

async function find(): Promise<string | undefined> {
  const named = [process.env.CHROMIUM, browserPath()].filter((path) => path !== undefined);
  const found = await firstGood([...named, ...ofTheMachine()]);
  if (found) return found;
  if (installByApt()) {
    const installed = await firstGood(ofTheMachine());
    if (installed) return installed;
  }
  tell('正在从 npm 取 Chromium 和中文字体… Taking Chromium and a Chinese font from npm …');
  return firstGood(browsersFromNpm(runsWithoutChinese));
}

const browser = await find();
if (browser) {
  writeFileSync(noteFile, browser);
} else {
  rmSync(noteFile, { force: true });
  tell(
    '没有能运行的浏览器：请由管理员执行 apt-get install chromium fonts-noto-cjk，或用 CHROMIUM=/路径 指定一个 ' +
      'No browser runs here: have an administrator run apt-get install chromium fonts-noto-cjk, or name one by CHROMIUM=/path',
  );
  process.exitCode = 1;
}
