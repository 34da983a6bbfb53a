/** The roles, the database and its extensions: made where they are missing, so that a cut-off start is completed. */
import type { ClientBase } from 'pg';
import type { Passwords } from '#platform/embedded/passwords.ts';

/** Any number no other program locks; held while something is made, so that two starts do not meet. */
const LOCK = 8311;

/** In the database `postgres`, as superuser. The owner may make the app role owner of a table (SET ROLE to it). */
export async function makeRoles(admin: ClientBase, passwords: Passwords): Promise<void> {
  await admin.query('select pg_advisory_lock($1)', [LOCK]);
  try {
    const { rows } = await admin.query<{ name: string }>(
      `select rolname as name from pg_roles where rolname like 'suyuan\\_%'
       union all select datname from pg_database where datname = 'suyuan'`,
    );
    const has = new Set(rows.map((row) => row.name));
    if (!has.has('suyuan_app')) await admin.query(`create role suyuan_app login password '${passwords.suyuan_app}'`);
    if (!has.has('suyuan_owner')) {
      await admin.query(`create role suyuan_owner login password '${passwords.suyuan_owner}' in role suyuan_app`);
    }
    if (!has.has('suyuan')) await admin.query('create database suyuan owner suyuan_owner');
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [LOCK]);
  }
}

/** In the program's database, as owner: both extensions are trusted, a superuser is not needed. */
export async function makeExtensions(owner: ClientBase): Promise<void> {
  const { rows } = await owner.query(
    `select from pg_extension e join pg_namespace n on n.oid = e.extnamespace
     where nspname = 'ext' and extname in ('btree_gin', 'btree_gist')`,
  );
  if (rows.length === 2) return;
  // One message, so one transaction: it is all there or nothing is.
  await owner.query(`
    select pg_advisory_xact_lock(${LOCK});
    create schema if not exists ext;
    grant usage on schema ext to public;
    create extension if not exists btree_gin schema ext;
    create extension if not exists btree_gist schema ext`);
}
