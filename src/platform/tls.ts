/** The certificate by which the program itself speaks HTTPS: read at start, and again on SIGHUP. */
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import { createSecureContext } from 'node:tls';
import { Problem, problem } from '#platform/problem.ts';
import type { Say } from '#platform/say.ts';

export type Tls = { cert: string; key: string };

/** PEM texts out of two files that belong together. @throws tls_invalid */
export function readTls({ cert, key }: { cert: string; key: string }): Tls {
  try {
    const read = { cert: readFileSync(cert, 'utf8'), key: readFileSync(key, 'utf8') };
    createSecureContext(read);
    return read;
  } catch (error) {
    throw problem('tls_invalid', { cert, key, why: (error as Error).message });
  }
}

/** What was in use stays in use where the new files are no good. */
export function renewTls(server: Server | HttpsServer, files: { cert: string; key: string }, say: Say): void {
  try {
    const tls = readTls(files);
    if ('setSecureContext' in server) server.setSecureContext(tls);
    const { validTo } = new X509Certificate(tls.cert);
    say({ zh: `证书已更换，有效期至 ${validTo}`, en: `The certificate was renewed, valid to ${validTo}` });
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    say(error.body.message);
  }
}
