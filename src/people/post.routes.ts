/** Serves posts. */
import { grantPost, withdrawPost } from '#people/post.actions.ts';
import { postApi as api } from '#people/post.api.ts';
import type { Serve } from '#people/serve.ts';

export function postRoutes(serve: Serve): void {
  serve(api.grant, ({ tx, actor, body }) => grantPost(tx, actor, body));
  serve(api.withdraw, ({ tx, actor, params, body }) => withdrawPost(tx, actor, params.id, body));
}
