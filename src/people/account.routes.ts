/** Serves the looking after accounts. */
import { disable, enable, endSessionsOf, releaseLock, resetTotp, viewAccount } from '#people/account.actions.ts';
import { accountApi as api } from '#people/account.api.ts';
import { makeActivation } from '#people/activation.actions.ts';
import type { Serve } from '#people/serve.ts';

export function accountRoutes(serve: Serve): void {
  serve(api.one, ({ tx, actor, params }) => viewAccount(tx, actor, params.id));

  serve(api.activation, async ({ tx, actor, params, body }) => {
    const { code, login, expiresAt } = await makeActivation(tx, actor, { ...body, personId: params.id });
    return { code, login, expiresAt: expiresAt.toISOString() };
  });

  serve(api.disable, async ({ tx, actor, params, body }) => {
    await disable(tx, actor, params.id, body);
    return {};
  });

  serve(api.enable, async ({ tx, actor, params, body }) => {
    await enable(tx, actor, params.id, body);
    return {};
  });

  serve(api.endSessions, async ({ tx, actor, params, body }) => ({
    ended: await endSessionsOf(tx, actor, params.id, body),
  }));

  serve(api.releaseLock, async ({ tx, actor, params, body }) => {
    await releaseLock(tx, actor, params.id, body);
    return {};
  });

  serve(api.resetTotp, async ({ tx, actor, params, body }) => {
    await resetTotp(tx, actor, params.id, body);
    return {};
  });
}
