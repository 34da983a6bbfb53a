/** Serves the signed-in person's own account. */
import { updateAccount } from '#people/account.store.ts';
import { personOf } from '#people/actor.ts';
import { giveCookie } from '#people/cookie.ts';
import { callerOf, demandsOn, sessionOf } from '#people/identify.ts';
import { meApi as api } from '#people/me.api.ts';
import { loadMe } from '#people/me.store.ts';
import { changePassword } from '#people/password.actions.ts';
import type { Serve } from '#people/serve.ts';
import { endOtherSessions, endOwnSession } from '#people/session.actions.ts';
import { endSessions, sessionsOf } from '#people/session.store.ts';
import { beginFor } from '#people/sign-in.actions.ts';
import { beginTotp, confirmTotp, removeTotp } from '#people/totp.actions.ts';

export function meRoutes(serve: Serve): void {
  serve(api.me, async ({ tx, actor, request }) => loadMe(tx, actor, await sessionOf(tx, request)));

  serve(api.language, async ({ tx, actor, body }) => {
    await updateAccount(tx, personOf(actor), { language: body.language });
    return {};
  });

  serve(api.password, async ({ tx, actor, body, request }) => {
    await changePassword(tx, actor, await sessionOf(tx, request), body, callerOf(request));
    return {};
  });

  serve(api.sessions, async ({ tx, actor, request }) => {
    const current = await sessionOf(tx, request);
    const rows = await sessionsOf(tx, personOf(actor));
    return {
      items: rows.map((row) => ({
        id: row.id,
        current: row.id === current.id,
        begunAt: row.made_at.toISOString(),
        seenAt: row.seen_at.toISOString(),
        source: row.source,
        agent: row.agent ?? '',
      })),
    };
  });

  serve(api.endSession, async ({ tx, actor, params }) => {
    await endOwnSession(tx, actor, params.id);
    return {};
  });

  serve(api.endOthers, async ({ tx, actor, request }) => ({
    ended: await endOtherSessions(tx, actor, await sessionOf(tx, request)),
  }));

  serve(api.beginTotp, ({ tx, actor }) => beginTotp(tx, actor));

  // A passed factor is a new standing, and has a new session.
  serve(api.confirmTotp, async ({ tx, actor, body, request, reply }) => {
    const session = await sessionOf(tx, request);
    const account = await confirmTotp(tx, actor, body);
    if (!account) return { demands: demandsOn(tx, session, actor) };
    await endSessions(tx, session.personId, { only: session.id });
    const { secret, demands } = await beginFor(tx, actor, account, callerOf(request), true);
    giveCookie(tx.city.slug, secret, request, reply);
    return { demands };
  });

  serve(api.removeTotp, async ({ tx, actor, body, request }) => {
    await removeTotp(tx, actor, await sessionOf(tx, request), body, callerOf(request));
    return {};
  });
}
