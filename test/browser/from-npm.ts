/** The browser of last resort: Chromium, the libraries it wants and a Chinese font, all out of npm packages. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

const here = join(import.meta.dirname, 'npm');
const packages = join(here, 'node_modules');
const unpacked = join(packages, '.unpacked');
const font = join(packages, '@expo-google-fonts/noto-sans-sc');

const install = (): boolean => {
  const options = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  return spawnSync('npm', ['ci', ...options], { cwd: here, stdio: 'ignore' }).status === 0;
};

const unpack = (name: string) => brotliDecompressSync(readFileSync(join(packages, '@sparticuz/chromium/bin', name)));

/** Regular and bold; the machine's own fonts stay in reach for all that is not Chinese. */
const fontsConf = `<?xml version="1.0"?>
<fontconfig>
  <dir>${font}/400Regular</dir>
  <dir>${font}/700Bold</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${unpacked}/fonts-cache</cachedir>
</fontconfig>
`;

/** A command that starts `browser` with the font, and with the libraries where `libraries` is given. */
function wrap(name: string, browser: string, libraries?: string): string {
  const path = join(unpacked, name);
  const lines = ['#!/bin/sh', `export FONTCONFIG_FILE='${unpacked}/fonts.conf'`];
  if (libraries) lines.push(`export LD_LIBRARY_PATH='${libraries}'`);
  writeFileSync(path, [...lines, `exec '${browser}' "$@"`, ''].join('\n'), { mode: 0o755 });
  return path;
}

/** Commands to try, best first: the machine's browser (if it runs at all) with our font, then the package's own. */
export function browsersFromNpm(runsWithoutChinese: string | undefined): string[] {
  if (!install()) return [];
  mkdirSync(unpacked, { recursive: true });
  writeFileSync(join(unpacked, 'fonts.conf'), fontsConf);
  const commands = runsWithoutChinese ? [wrap('machine', runsWithoutChinese)] : [];
  if (process.arch !== 'x64') return commands;
  const chromium = join(unpacked, 'chromium');
  writeFileSync(chromium, unpack('chromium.br'), { mode: 0o755 });
  spawnSync('tar', ['-x', '-C', unpacked], { input: unpack('al2023.tar.br') });
  return [...commands, wrap('package', chromium, join(unpacked, 'lib'))];
}
