/** Accounts carried from one schema of a city into another in which the same logins belong to other rows. */
import type pg from 'pg';
import { totpPlace } from '#people/totp.actions.ts';
import type { CityKeys } from '#platform/keys.ts';
import { open, seal } from '#platform/keys.ts';

/**
 * Passwords, second factors, unused codes: by login. Sessions are not carried: everybody signs in again. What has no login
 * in the new schema stays behind.
 * @param client in a transaction that may read the one and write the other
 */
export async function carryAccounts(
  client: pg.ClientBase,
  keys: CityKeys,
  { old, fresh }: { old: string; fresh: string },
): Promise<number> {
  const { rows } = await client.query(
    `select n.person_id as id, o.person_id as was, o.totp_sealed as sealed
       from "${old}".account o join "${fresh}".account n on n.login = o.login`,
  );
  await client.query(
    `update "${fresh}".account n
        set (password_hash, password_set_at, past_hashes, totp_confirmed_at, totp_last_step, language, disabled_at) =
            (o.password_hash, o.password_set_at, o.past_hashes, o.totp_confirmed_at, o.totp_last_step, o.language, o.disabled_at)
       from "${old}".account o where n.login = o.login`,
  );
  for (const { id, was, sealed } of rows) {
    // A secret is sealed to its row: opened from the one, sealed to the other.
    const secret = sealed && seal(keys, open(keys, sealed, totpPlace(was)), totpPlace(id));
    await client.query(`update "${fresh}".account set totp_sealed = $2 where person_id = $1`, [id, secret]);
  }
  await client.query(`delete from "${fresh}".activation`);
  await client.query(
    `insert into "${fresh}".activation (code_hash, person_id, made_at, expires_at, used_at, voided_at)
     select a.code_hash, n.person_id, a.made_at, a.expires_at, a.used_at, a.voided_at from "${old}".activation a
       join "${old}".account o on o.person_id = a.person_id join "${fresh}".account n on n.login = o.login`,
  );
  return rows.length;
}
