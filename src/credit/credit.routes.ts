/** Noun routes of organisations and the rules of their levels. */
import { decideOnCase } from '#credit/case.actions.ts';
import { creditApi as api } from '#credit/credit.api.ts';
import { addOrganisation, recordCheck, recordFact, withdrawFact } from '#credit/fact.actions.ts';
import { listOrganisations } from '#credit/organisation.store.ts';
import { previewRule } from '#credit/preview.store.ts';
import { addMetric, addRule, endRule, loadCreditPreset, setVisiting } from '#credit/rule.actions.ts';
import { allMetrics, rulesShown, visitingNow } from '#credit/rule.store.ts';
import type { Serve } from '#people/serve.ts';

export function creditRoutes(serve: Serve): void {
  serve(api.list, ({ tx, query }) => listOrganisations(tx, query));
  serve(api.add, ({ tx, actor, body }) => addOrganisation(tx, actor, body));
  serve(api.recordFact, ({ tx, actor, params, body }) => recordFact(tx, actor, params.id, body));
  serve(api.withdrawFact, ({ tx, actor, params, body }) => withdrawFact(tx, actor, params.id, body));
  serve(api.check, ({ tx, actor, params, body }) => recordCheck(tx, actor, params.id, body));
  for (const step of ['raise', 'dismiss', 'askRepair', 'repair', 'refuseRepair'] as const)
    serve(api[step], ({ tx, actor, params, body }) => decideOnCase(tx, actor, params.id, step, body));
  serve(api.rules, async ({ tx }) => ({
    metrics: await allMetrics(tx),
    rules: await rulesShown(tx),
    visiting: await visitingNow(tx),
  }));
  serve(api.preview, ({ tx, body }) => previewRule(tx, body));
  serve(api.loadPreset, ({ tx, actor, body }) => loadCreditPreset(tx, actor, body));
  serve(api.addMetric, ({ tx, actor, body }) => addMetric(tx, actor, body));
  serve(api.addRule, ({ tx, actor, body }) => addRule(tx, actor, body));
  serve(api.endRule, ({ tx, actor, params, body }) => endRule(tx, actor, params.id, body));
  serve(api.setVisiting, ({ tx, actor, body }) => setVisiting(tx, actor, body));
}
