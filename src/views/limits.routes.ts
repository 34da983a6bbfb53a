/** Routes that show limit rules. */
import type { Serve } from '#people/serve.ts';
import { previewLimit } from '#views/limit-preview.view.ts';
import { limitsApi as api } from '#views/limits.api.ts';
import { limitRules } from '#views/limits.view.ts';

export function limitViewRoutes(serve: Serve): void {
  serve(api.list, ({ tx }) => limitRules(tx));
  serve(api.preview, ({ tx, query }) => previewLimit(tx, query));
}
