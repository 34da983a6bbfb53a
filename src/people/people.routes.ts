/** Serves the whole room. */
import { accountRoutes } from '#people/account.routes.ts';
import { areaRoutes } from '#people/area.routes.ts';
import { auditRoutes } from '#people/audit.routes.ts';
import { delegationRoutes } from '#people/delegation.routes.ts';
import { handoverRoutes } from '#people/handover.routes.ts';
import { meRoutes } from '#people/me.routes.ts';
import { oidcRoutes } from '#people/oidc.routes.ts';
import { personRoutes } from '#people/person.routes.ts';
import { postRoutes } from '#people/post.routes.ts';
import { roleRoutes } from '#people/role.routes.ts';
import type { Serve } from '#people/serve.ts';
import { signInRoutes } from '#people/sign-in.routes.ts';
import { skillRoutes } from '#people/skill.routes.ts';
import { unitRoutes } from '#people/unit.routes.ts';

export function peopleRoutes(serve: Serve): void {
  for (const room of [
    signInRoutes,
    oidcRoutes,
    meRoutes,
    personRoutes,
    accountRoutes,
    postRoutes,
    skillRoutes,
    roleRoutes,
    unitRoutes,
    areaRoutes,
    delegationRoutes,
    handoverRoutes,
    auditRoutes,
  ]) {
    room(serve);
  }
}
