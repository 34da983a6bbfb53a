/** Noun routes of countersigning and copies. */
import type { Serve } from '#people/serve.ts';
import { readCopy } from '#triage/countersign/copy.actions.ts';
import {
  addSigner,
  answerObjection,
  countersign,
  dropSigner,
  overruleObjection,
  setSignRule,
} from '#triage/countersign/countersign.actions.ts';
import { countersignApi as api } from '#triage/countersign/countersign.api.ts';

export function countersignRoutes(serve: Serve): void {
  serve(api.add, ({ tx, actor, params, body }) => addSigner(tx, actor, params.id, body));
  serve(api.drop, ({ tx, actor, params, body }) => dropSigner(tx, actor, params.id, body));
  serve(api.rule, ({ tx, actor, params, body }) => setSignRule(tx, actor, params.id, body));
  serve(api.say, ({ tx, actor, params, body }) => countersign(tx, actor, params.id, body));
  serve(api.answer, ({ tx, actor, params, body }) => answerObjection(tx, actor, params.id, body));
  serve(api.overrule, ({ tx, actor, params, body }) => overruleObjection(tx, actor, params.id, body));
  serve(api.read, ({ tx, actor, params, body }) => readCopy(tx, actor, params.id, body));
}
