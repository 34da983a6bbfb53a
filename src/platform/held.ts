/** A city that was restored is held: nothing of it goes outside until a person releases it. Of a training city nothing ever does. */
import type { City } from '#platform/city.ts';

/** To be asked before anything is sent outside (a message, a push to another system). */
export async function mayGoOut({ pool, slug }: Pick<City, 'pool' | 'slug'>): Promise<boolean> {
  const { rows } = await pool.query(
    'select held_since is null and not training as free from suyuan.city where slug = $1',
    [slug],
  );
  return rows[0]?.free === true;
}
