/** Serves signing in, activation and signing out. */
import { activate, lookAtActivation } from '#people/activation.actions.ts';
import { giveCookie, takeCookie } from '#people/cookie.ts';
import { callerOf, sessionOf } from '#people/identify.ts';
import type { Serve } from '#people/serve.ts';
import { passTotp, type SignedIn, signIn, signOut } from '#people/sign-in.actions.ts';
import { signInApi as api } from '#people/sign-in.api.ts';

export function signInRoutes(serve: Serve): void {
  serve(api.signIn, async ({ tx, body, request, reply }) =>
    enter(await signIn(tx, body, callerOf(request)), (secret) => giveCookie(tx.city.slug, secret, request, reply)),
  );

  serve(api.totp, async ({ tx, actor, body, request, reply }) => {
    const session = await sessionOf(tx, request);
    const signedIn = await passTotp(tx, actor, session, body.code, callerOf(request));
    return enter(signedIn, (secret) => giveCookie(tx.city.slug, secret, request, reply));
  });

  serve(api.signOut, async ({ tx, actor, request, reply }) => {
    await signOut(tx, actor, await sessionOf(tx, request));
    takeCookie(tx.city.slug, request, reply);
    return {};
  });

  serve(api.lookAtActivation, ({ tx, body }) => lookAtActivation(tx, body.code));

  serve(api.activate, async ({ tx, body, request, reply }) =>
    enter(await activate(tx, body, callerOf(request)), (secret) => giveCookie(tx.city.slug, secret, request, reply)),
  );
}

function enter({ secret, demands }: SignedIn, give: (secret: string) => void) {
  give(secret);
  return { demands };
}
