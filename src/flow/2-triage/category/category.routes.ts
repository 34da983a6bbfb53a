/** Noun routes of categories: parse, call, show. */
import type { Serve } from '#people/serve.ts';
import {
  addCategory,
  aliasCategory,
  closeCategory,
  moveCategory,
  renameCategory,
  reopenCategory,
  unaliasCategory,
} from '#triage/category/category.actions.ts';
import { categoryApi as api } from '#triage/category/category.api.ts';
import { allAliases, allCategories } from '#triage/category/category.store.ts';
import { showProposals } from '#triage/category/show-proposals.store.ts';
import { categoriseSignals } from '#triage/category/signal-category.actions.ts';
import { seenSignal, standingCategory } from '#triage/category/signal-category.store.ts';
import { countTickets } from '#triage/category/ticket-counts.store.ts';

/** As many as a person goes through. */
const UNMATCHED = 50;

export function categoryRoutes(serve: Serve): void {
  serve(api.list, async ({ tx, query }) => {
    const aliases = await allAliases(tx);
    const items = await allCategories(tx, { closed: query.closed ?? false });
    return {
      items: items.map((item) => ({
        ...item,
        aliases: aliases.flatMap(({ id, categoryId, words }) => (categoryId === item.id ? [{ id, words }] : [])),
      })),
    };
  });
  serve(api.names, async ({ tx }) => ({
    items: (await allCategories(tx)).map(({ id, name, parentId }) => ({ id, name, parentId })),
  }));
  serve(api.counts, async ({ tx }) => {
    const { tickets, unmatched, untold } = await countTickets(tx);
    return {
      items: [...tickets].map(([id, n]) => ({ id, tickets: n })),
      unmatched: unmatched.slice(0, UNMATCHED),
      unmatchedTickets: unmatched.reduce((sum, one) => sum + one.tickets, 0),
      untold,
    };
  });
  serve(api.add, ({ tx, actor, body }) => addCategory(tx, actor, body));
  serve(api.rename, ({ tx, actor, params, body }) => renameCategory(tx, actor, params.id, body));
  serve(api.move, ({ tx, actor, params, body }) => moveCategory(tx, actor, params.id, body));
  serve(api.close, ({ tx, actor, params, body }) => closeCategory(tx, actor, params.id, body));
  serve(api.reopen, ({ tx, actor, params, body }) => reopenCategory(tx, actor, params.id, body));
  serve(api.alias, ({ tx, actor, params, body }) => aliasCategory(tx, actor, params.id, body));
  serve(api.unalias, ({ tx, actor, params, query }) =>
    unaliasCategory(tx, actor, params.id, { ...query, alias: params.alias }),
  );
  serve(api.categorise, ({ tx, actor, params, body: { decisionId, categoryId, was } }) =>
    categoriseSignals(tx, actor, { id: decisionId, items: [{ signalId: params.id, categoryId, was }] }),
  );
  serve(api.categoriseMany, ({ tx, actor, body }) => categoriseSignals(tx, actor, body));
  serve(api.proposals, async ({ tx, actor, params }) => {
    await seenSignal(tx, actor, params.id);
    const category = await standingCategory(tx, params.id);
    const shown = await showProposals(tx, actor, [params.id]);
    return { category, proposals: shown.get(params.id) ?? [] };
  });
}
