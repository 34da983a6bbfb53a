/** The program's settings, read once from the environment. Everything has a default; a wrong value is refused in words. */
import { isIP } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import { problem } from '#platform/problem.ts';

/** `10.0.0.0/8`, `127.0.0.1` or `::1`. */
function isAddressOrRange(text: string): boolean {
  const [address = '', bits, ...rest] = text.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

const database = z.string().regex(/^postgres(ql)?:\/\/\S+$/);

const environment = z
  .object({
    /** 0 lets the system choose a free one, for tests. */
    PORT: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.number().max(65_535))
      .default(8311),
    HOST: z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('127.0.0.1'),
    /** A PostgreSQL of the user's, as the app role; without it the program starts its own. */
    DATABASE_URL: database.optional(),
    /** The same database as the role that owns schemas and ledger. */
    DATABASE_OWNER_URL: database.optional(),
    SUYUAN_DATA: z.string().default('data'),
    /** Keys apart from the data they open, e.g. on another disk; without it `keys` in the data folder. */
    SUYUAN_KEYS: z.string().optional(),
    /** Folder of the anchor files, best on another machine or medium; without it `anchors` in the data folder. */
    SUYUAN_ANCHORS: z.string().optional(),
    /** An instant at which all clocks stand still: tests and screenshots. */
    FIXED_CLOCK: z.iso
      .datetime({ offset: true })
      .transform((text) => new Date(text))
      .optional(),
    /** Proxies whose X-Forwarded-For is believed: addresses and ranges, by commas. */
    TRUST_PROXY: z
      .string()
      .refine((list) => list.split(',').every((entry) => isAddressOrRange(entry.trim())))
      .optional(),
    /** Where metrics are served, apart from the pages: an address and a port, or `off`. */
    METRICS: z
      .string()
      .regex(/^(off|[\w.-]+:\d{1,5}|\[[\da-fA-F:]+\]:\d{1,5})$/)
      .optional(),
    /** PEM files: the program then speaks HTTPS itself. The certificate with its chain. */
    TLS_CERT: z.string().optional(),
    TLS_KEY: z.string().optional(),
  })
  .refine((env) => env.DATABASE_URL || !env.DATABASE_OWNER_URL, { path: ['DATABASE_URL'] })
  .refine((env) => env.TLS_CERT || !env.TLS_KEY, { path: ['TLS_CERT'] })
  .refine((env) => env.TLS_KEY || !env.TLS_CERT, { path: ['TLS_KEY'] });

/** What a right value looks like; values themselves are never repeated, for some hold a password. */
const examples: Record<string, string> = {
  PORT: '8311',
  HOST: '127.0.0.1',
  DATABASE_URL: 'postgresql://suyuan_app:…@host:5432/suyuan',
  DATABASE_OWNER_URL: 'postgresql://suyuan_owner:…@host:5432/suyuan',
  FIXED_CLOCK: '2026-03-12T09:00:00+08:00',
  TRUST_PROXY: '127.0.0.1,10.0.0.0/8',
  METRICS: '127.0.0.1:9311',
  TLS_CERT: '/etc/suyuan/cert.pem',
  TLS_KEY: '/etc/suyuan/key.pem',
};

export type Config = {
  host: string;
  port: number;
  /** Absolute, as are the next two. */
  dataDir: string;
  keysDir: string;
  anchorsDir: string;
  databaseUrl: string | undefined;
  databaseOwnerUrl: string | undefined;
  fixedClock: Date | undefined;
  trustProxy: string | false;
  /** `asked`: named by a setting, so that it must be had. */
  metrics: { host: string; port: number; asked: boolean } | false;
  tls: { cert: string; key: string } | undefined;
};

function metricsPlace(text: string | undefined): Config['metrics'] {
  if (text === 'off') return false;
  const [, host, port] = /^\[?(.+?)\]?:(\d+)$/.exec(text ?? '127.0.0.1:9311')!;
  return { host: host!, port: Number(port), asked: text !== undefined };
}

/** An empty variable counts as not set. Throws `settings_invalid`, naming every wrong one with an example. */
export function readConfig(env: Record<string, string | undefined>, cwd: string): Config {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const { data, error } = environment.safeParse(set);
  if (!data) {
    const wrong = new Set(error.issues.map((issue) => String(issue.path[0])));
    throw problem('settings_invalid', { examples: [...wrong].map((name) => `${name}=${examples[name]}`).join(' ') });
  }
  const dataDir = resolve(cwd, data.SUYUAN_DATA);
  return {
    host: data.HOST,
    port: data.PORT,
    dataDir,
    keysDir: resolve(cwd, data.SUYUAN_KEYS ?? `${dataDir}/keys`),
    anchorsDir: resolve(cwd, data.SUYUAN_ANCHORS ?? `${dataDir}/anchors`),
    databaseUrl: data.DATABASE_URL,
    databaseOwnerUrl: data.DATABASE_OWNER_URL,
    fixedClock: data.FIXED_CLOCK,
    trustProxy: data.TRUST_PROXY ?? false,
    metrics: metricsPlace(data.METRICS),
    tls:
      data.TLS_CERT && data.TLS_KEY
        ? { cert: resolve(cwd, data.TLS_CERT), key: resolve(cwd, data.TLS_KEY) }
        : undefined,
  };
}
