/** `npm start` with a certificate speaks HTTPS itself, takes a renewed one without a restart, and refuses a bad one. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TLSSocket } from 'node:tls';
import { makeCertificate } from '#test/certificate.ts';
import { testCity } from '#test/database.ts';

const { installation } = await testCity();
const folder = mkdtempSync(path.join(tmpdir(), 'suyuan-tls-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const files = { cert: path.join(folder, 'cert.pem'), key: path.join(folder, 'key.pem') };
const lay = (made: { cert: string; key: string }) => {
  writeFileSync(files.cert, made.cert);
  writeFileSync(files.key, made.key, { mode: 0o600 });
};

type Started = { child: ChildProcess; heard(): string };

function start(): Started {
  const { databaseUrl, databaseOwnerUrl, dataDir, keysDir } = installation.config;
  const cli = path.resolve(import.meta.dirname, '../../../src/cli.ts');
  const child = spawn(process.execPath, [cli, 'start', '--tls-cert', files.cert, '--tls-key', files.key], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: {
      ...process.env,
      PORT: '0',
      METRICS: 'off',
      DATABASE_URL: databaseUrl,
      DATABASE_OWNER_URL: databaseOwnerUrl,
      SUYUAN_DATA: dataDir,
      SUYUAN_KEYS: keysDir,
    },
  });
  after(() => child.kill('SIGKILL'));
  let all = '';
  child.stderr!.on('data', (chunk) => {
    all += chunk;
  });
  return { child, heard: () => all };
}

/** Waits for something on its standard error that matches. */
async function said({ child, heard }: Started, pattern: RegExp): Promise<RegExpExecArray> {
  for (;;) {
    const match = pattern.exec(heard());
    if (match) return match;
    assert.equal(child.exitCode, null, `not said: ${pattern}; instead: ${heard()}`);
    await sleep(20);
  }
}

function ask(url: string, ca: string): Promise<{ status: number; hsts: unknown; serial: string; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<Awaited<ReturnType<typeof ask>>>();
  get(url, { ca, agent: false }, async (reply) => {
    const serial = (reply.socket as TLSSocket).getPeerCertificate().subject.CN as string;
    const hsts = reply.headers['strict-transport-security'];
    resolve({ status: reply.statusCode!, hsts, serial, body: await text(reply) });
  }).on('error', reject);
  return promise;
}

test('served over HTTPS; a renewed certificate is in use after SIGHUP, a broken one is told and not taken', async () => {
  const first = makeCertificate('first');
  lay(first);
  const started = start();
  const { child } = started;
  const [, address] = await said(started, /serves at (https:\/\/\S+)/);
  const answer = await ask(`${address}/health`, first.cert);
  assert.deepEqual([answer.status, answer.serial], [200, 'first']);
  assert.match(String(answer.hsts), /max-age=\d+/);
  await assert.rejects(fetch(address!.replace('https', 'http')), 'plain HTTP is not answered on this port');

  writeFileSync(files.cert, 'not a certificate');
  child.kill('SIGHUP');
  await said(started, /cannot be used/);
  assert.equal((await ask(`${address}/health`, first.cert)).status, 200);

  const second = makeCertificate('second');
  lay(second);
  child.kill('SIGHUP');
  await said(started, /valid to/);
  assert.equal((await ask(`${address}/health`, second.cert)).serial, 'second');
  child.kill('SIGTERM');
  assert.deepEqual(await once(child, 'exit'), [0, null]);
});

test('a key that belongs to another certificate is refused in words, and the program ends', async () => {
  lay({ cert: makeCertificate('one').cert, key: makeCertificate('other').key });
  const { child, heard } = start();
  const [code] = await once(child, 'close');
  assert.equal(code, 1);
  assert.match(heard(), /不能用.*\n.*cannot be used/);
});
