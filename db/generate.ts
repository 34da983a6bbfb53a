/** Writes what is derived from the migrations: the table types, and db/schema.sql. */
import { execFile } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import { migrateCity, migrateInstallation } from '#platform/migrate.ts';
import { givenServer, inDatabase, startTestServer } from '#test/server.ts';

const root = path.resolve(import.meta.dirname, '..');
const SLUG = 'generated';
const SCHEMA = 'city_generated';

/** `column in ('a', 'b')` of a check constraint as the union `'a' | 'b'`, which the generator of types does not see. */
async function unions(db: pg.Pool): Promise<Record<string, string>> {
  const { rows } = await db.query(
    `select c.conrelid::regclass::text as "table", a.attname as "column", a.attnotnull as required, a.atthasdef as filled,
            pg_get_constraintdef(c.oid) as def
       from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
      where c.contype = 'c' and cardinality(c.conkey) = 1 and c.connamespace = $1::regnamespace`,
    [SCHEMA],
  );
  const found: Record<string, string> = {};
  for (const { table, column, required, filled, def } of rows) {
    const values = /^CHECK \(\(\w+ = ANY \(ARRAY\[(.*)\]\)\)\)$/.exec(def)?.[1];
    if (!values) continue;
    const union = [...values.matchAll(/'([^']+)'::text/g)].map((match) => `'${match[1]}'`).join(' | ');
    const bare = table.replace(`${SCHEMA}.`, '');
    const type = required ? union : `${union} | null`;
    found[`${bare}.${column}`] = filled ? `Generated<${type}>` : type;
  }
  return found;
}

/** Types of all tables of a city, as kysely-codegen prints them. */
async function tableTypes(url: string, db: pg.Pool): Promise<string> {
  const out = path.join(root, 'node_modules/.tables.gen.ts');
  await promisify(execFile)(
    process.execPath,
    [
      path.join(root, 'node_modules/kysely-codegen/dist/cli/bin.js'),
      ...['--dialect', 'postgres', '--url', url, '--out-file', out, '--include-pattern', `${SCHEMA}.*`],
      ...['--default-schema', SCHEMA, '--date-parser', 'string', '--numeric-parser', 'number'],
      ...['--type-mapping', JSON.stringify({ int8: 'number', bytea: 'Buffer', xid8: 'string' })],
      ...['--overrides', JSON.stringify({ columns: await unions(db) })],
    ],
    { cwd: root },
  );
  const text = await readFile(out, 'utf8');
  return text.replace(
    /^\/\*\*[\s\S]*?\*\//,
    '/** Generated from the migrations by `npm run generate`; do not edit. */',
  );
}

/** The schema as the database holds it after all migrations: to be read, and compared in review. */
async function schemaSql(db: pg.Pool): Promise<string> {
  const { rows } = await db.query(
    `select c.relname as name, c.relkind as kind,
       (select string_agg('  ' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
          || case when a.attnotnull then ' not null' else '' end
          || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), ''), E',\n' order by a.attnum)
          from pg_attribute a left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
         where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped) as columns,
       (select string_agg(E',\n  constraint ' || conname || ' ' || pg_get_constraintdef(oid), '' order by contype desc, conname)
          from pg_constraint where conrelid = c.oid and contype <> 'n') as constraints,
       (select string_agg(E'\n' || pg_get_indexdef(i.indexrelid) || ';', '' order by i.indexrelid::regclass::text)
          from pg_index i where i.indrelid = c.oid
           and not exists (select from pg_constraint k where k.conindid = i.indexrelid)) as indexes
      from pg_class c where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
     order by c.relname`,
    [SCHEMA],
  );
  const tables = rows.map(
    ({ name, kind, columns, constraints, indexes }) =>
      `create table ${name} (\n${columns}${constraints ?? ''}\n)${kind === 'p' ? ' partition by range (at)' : ''};${indexes ?? ''}\n`,
  );
  const text = tables.join('\n').replaceAll(`${SCHEMA}.`, '');
  return `-- Generated from the migrations by \`npm run generate\`; do not edit.\n\n${text}`;
}

/** Makes both texts on a scratch database of the server at `adminUrl`. */
export async function generate(adminUrl: string): Promise<Record<string, string>> {
  const admin = new pg.Pool({ connectionString: adminUrl, max: 1 });
  const name = `generate_${process.pid}`;
  await admin.query(`create database ${name}`);
  const url = inDatabase(adminUrl, name);
  const db = new pg.Pool({ connectionString: url, max: 2 });
  // A connection that is still closing when the scratch database is dropped is cut: nothing is lost with it.
  db.on('error', () => {});
  try {
    const { rows } = await db.query('select current_user as name');
    await migrateInstallation(db, rows[0].name);
    await migrateCity(db, SLUG, rows[0].name, new Date(0));
    return {
      'src/platform/tables.gen.ts': await tableTypes(url, db),
      'db/schema.sql': await schemaSql(db),
    };
  } finally {
    await db.end();
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}

if (import.meta.main) {
  const server = givenServer() ?? (await startTestServer());
  for (const [file, text] of Object.entries(await generate(server.adminUrl)))
    await writeFile(path.join(root, file), text);
  if ('end' in server) await (server as Awaited<ReturnType<typeof startTestServer>>).end();
}
