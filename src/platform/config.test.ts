/** What the environment may say, and what is refused with an example of how to write it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readConfig } from '#platform/config.ts';
import { Problem } from '#platform/problem.ts';

test('without settings everything has its default, in the folder the program stands in', () => {
  assert.deepEqual(readConfig({ PORT: '', PATH: '/bin' }, '/srv/suyuan'), {
    host: '127.0.0.1',
    port: 8311,
    dataDir: '/srv/suyuan/data',
    keysDir: '/srv/suyuan/data/keys',
    anchorsDir: '/srv/suyuan/data/anchors',
    databaseUrl: undefined,
    databaseOwnerUrl: undefined,
    fixedClock: undefined,
    trustProxy: false,
    metrics: { host: '127.0.0.1', port: 9311, asked: false },
    tls: undefined,
  });
});

test('what is set is taken', () => {
  const config = readConfig(
    {
      PORT: '80',
      HOST: '::',
      DATABASE_URL: 'postgres://app:x@db/suyuan',
      DATABASE_OWNER_URL: 'postgresql://owner:x@/suyuan?host=/run/postgresql',
      SUYUAN_DATA: '/var/data',
      SUYUAN_KEYS: 'secret',
      FIXED_CLOCK: '2026-03-12T09:00:00+08:00',
      TRUST_PROXY: '127.0.0.1, 10.0.0.0/8,fd00::/8',
      METRICS: '[::1]:9000',
      TLS_CERT: 'cert.pem',
      TLS_KEY: '/etc/key.pem',
    },
    '/srv',
  );
  assert.equal(config.port, 80);
  assert.equal(config.dataDir, '/var/data');
  assert.equal(config.keysDir, '/srv/secret');
  assert.equal(config.fixedClock?.toISOString(), '2026-03-12T01:00:00.000Z');
  assert.equal(config.trustProxy, '127.0.0.1, 10.0.0.0/8,fd00::/8');
  assert.deepEqual(config.metrics, { host: '::1', port: 9000, asked: true });
  assert.deepEqual(config.tls, { cert: '/srv/cert.pem', key: '/etc/key.pem' });
  assert.equal(readConfig({ METRICS: 'off' }, '/srv').metrics, false);
});

const wrong: [Record<string, string>, names: string[]][] = [
  [{ PORT: '99999' }, ['PORT']],
  [{ PORT: '80a' }, ['PORT']],
  [{ PORT: '-1', HOST: 'a b' }, ['PORT', 'HOST']],
  [{ DATABASE_URL: 'mysql://app:secret@db/suyuan' }, ['DATABASE_URL']],
  [{ DATABASE_OWNER_URL: 'postgres://owner:secret@db/suyuan' }, ['DATABASE_URL']],
  [{ FIXED_CLOCK: '2026-03-12' }, ['FIXED_CLOCK']],
  [{ FIXED_CLOCK: '2026-03-12T09:00:00' }, ['FIXED_CLOCK']],
  [{ TRUST_PROXY: 'true' }, ['TRUST_PROXY']],
  [{ TRUST_PROXY: '10.0.0.0/33' }, ['TRUST_PROXY']],
  [{ TRUST_PROXY: '10.0.0.1,' }, ['TRUST_PROXY']],
  [{ TLS_CERT: 'cert.pem' }, ['TLS_KEY']],
  [{ METRICS: '9311' }, ['METRICS']],
];

for (const [env, names] of wrong) {
  test(`refused, without repeating a secret: ${Object.keys(env).join(', ')} = ${Object.values(env).join(', ')}`, () => {
    assert.throws(
      () => readConfig(env, '/srv'),
      (error: unknown) => {
        assert.ok(error instanceof Problem && error.body.code === 'settings_invalid');
        const { zh, en } = error.body.message;
        for (const name of names) assert.ok(zh.includes(`${name}=`) && en.includes(`${name}=`), en);
        return !en.includes('secret');
      },
    );
  });
}
