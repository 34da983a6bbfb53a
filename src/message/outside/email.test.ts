import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import type { SettingsOf } from '#message/outside/channel.ts';
import { email } from '#message/outside/email.ts';
import type { Outcome, Push } from '#message/outside.ts';
import type { City } from '#platform/city.ts';
import { makeCertificate } from '#test/certificate.ts';

const own = makeCertificate('127.0.0.1');
const PASSWORD = 'p4ss-of-the-mail-server';
const city = { slug: 'qinglan', name: { zh: '青岚市', en: 'Qinglan' } } as City;
const words = { zh: '问题今天到期', en: 'Due today' };
const push: Push = {
  ...{ key: 'email:1', personId: 'p', address: 'official@example.com', language: 'zh' },
  ...{ what: 'message', words, lines: [], urgent: false },
};
const printed: string[] = [];
for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream);
  stream.write = ((chunk: string | Uint8Array, ...rest: []) => {
    printed.push(String(chunk));
    return write(chunk, ...rest);
  }) as typeof stream.write;
}

type Given = ConstructorParameters<typeof SMTPServer>[0];
let arrived = 0;

/** On loopback, with a certificate that nobody else signed, for one account. */
async function mailServer(options: Given): Promise<number> {
  const server = new SMTPServer({
    ...{ logger: false, ...own },
    onAuth: ({ password }, _session, done) =>
      password === PASSWORD ? done(null, { user: 'suyuan' }) : done(new Error('no')),
    onData(stream, _session, done) {
      stream.resume();
      stream.on('end', () => {
        arrived += 1;
        done();
      });
    },
    ...options,
  });
  server.on('error', () => {}); // who does not trust it hangs up
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  after(() => server.close());
  return (server.server.address() as { port: number }).port;
}

const ports = {
  tls: await mailServer({ secure: true }),
  starttls: await mailServer({}),
  plain: await mailServer({ disabledCommands: ['STARTTLS'], allowInsecureAuth: true }),
};

const send = (port: number, security: string, more: Partial<SettingsOf<'email'>> = {}, secret = PASSWORD) => {
  const settings = { host: '127.0.0.1', port, security, user: 'suyuan', from: 'suyuan@example.com', ...more };
  return email.send(push, { name: 'email', settings, secret }, city);
};
const trusted = own.cert;
const later = (failure: string): Outcome => ({ later: failure }) as Outcome;

test('by TLS from the first byte and by STARTTLS, where the authority is trusted', async () => {
  assert.equal(await send(ports.tls, 'tls', { trusted }), 'gone');
  assert.equal(await send(ports.starttls, 'starttls', { trusted }), 'gone');
  assert.equal(arrived, 2);
});

test('a certificate that nobody knows, or of another name, is refused, and nothing is sent', async () => {
  assert.deepEqual(await send(ports.tls, 'tls'), later('certificate'));
  assert.deepEqual(await send(ports.starttls, 'starttls'), later('certificate'));
  assert.deepEqual(await send(ports.tls, 'tls', { trusted, host: 'localhost' }), later('certificate'));
  assert.equal(arrived, 2);
});

test('encryption that was chosen is never given up: where the server has none, nothing is sent', async () => {
  assert.deepEqual(await send(ports.plain, 'starttls'), later('no_tls'));
  assert.deepEqual(await send(ports.plain, 'tls'), later('no_tls'));
  assert.deepEqual(await send(9, 'tls'), later('no_answer'));
  assert.equal(arrived, 2);
});

test('a wrong password is told as such and printed nowhere', async () => {
  assert.deepEqual(await send(ports.starttls, 'starttls', { trusted }, 'wrong-p4ss'), later('sign_in'));
  assert.deepEqual(await send(ports.tls, 'tls', { trusted }, 'wrong-p4ss'), later('sign_in'));
  assert.doesNotMatch(printed.join(''), /p4ss/);
});
