/** Noun routes of limit rules. */
import type { Serve } from '#people/serve.ts';
import { addRule, endRule, loadPreset, replaceRule } from '#rules/limit-rule.actions.ts';
import { limitRuleApi as api } from '#rules/limit-rule.api.ts';

export function limitRuleRoutes(serve: Serve): void {
  serve(api.add, ({ tx, actor, body }) => addRule(tx, actor, body));
  serve(api.replace, ({ tx, actor, params, body }) => replaceRule(tx, actor, params.id, body));
  serve(api.end, ({ tx, actor, params, body }) => endRule(tx, actor, params.id, body));
  serve(api.load, ({ tx, actor, body }) => loadPreset(tx, actor, body));
}
