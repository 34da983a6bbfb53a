/** What the pages need to know of who is signed in. */

import { accountOf } from '#people/account.store.ts';
import type { Actor, Post } from '#people/actor.ts';
import { demandsOn } from '#people/identify.ts';
import type { Me } from '#people/me.api.ts';
import { PASSWORD_DAYS } from '#people/password.ts';
import { permission } from '#people/permissions.ts';
import { personNames } from '#people/person.store.ts';
import { IDLE_MS, type Session } from '#people/session.store.ts';
import { unitBriefs } from '#people/unit.store.ts';
import type { Tx } from '#platform/db.ts';

export async function loadMe(tx: Tx, actor: Actor, session: Session): Promise<Me> {
  const account = await accountOf(tx, session.personId);
  const held = new Set(actor.posts.flatMap((post) => post.verbs));
  const expires = session.passwordSetAt && new Date(session.passwordSetAt.getTime() + PASSWORD_DAYS * 86_400_000);
  return {
    person: { id: session.personId, name: actor.name },
    city: { slug: tx.city.slug, name: tx.city.name },
    login: account?.login ?? '',
    language: account?.language ?? 'zh',
    posts: await postsShown(tx, actor.posts),
    permissions: permission.options.filter((verb) => held.has(verb)),
    demands: demandsOn(tx, session, actor),
    totp: { enrolled: session.totpEnrolled, demanded: actor.posts.some((post) => post.totpDemanded) },
    passwordExpiresAt: expires?.toISOString() ?? null,
    sessionEndsAt: session.endsAt.toISOString(),
    idleMinutes: IDLE_MS / 60_000,
  };
}

async function postsShown(tx: Tx, posts: Post[]): Promise<Me['posts']> {
  const units = await unitBriefs(
    tx,
    posts.map((post) => post.unit),
  );
  const names = await personNames(
    tx,
    posts.flatMap((post) => post.onBehalfOf ?? []),
  );
  return posts.map((post) => ({
    id: post.id,
    role: post.role,
    roleName: post.roleName,
    sort: post.sort,
    unit: units.get(post.unit)!,
    reach: post.reach,
    onBehalfOf: post.onBehalfOf ? { id: post.onBehalfOf, name: names.get(post.onBehalfOf) ?? '' } : null,
  }));
}
