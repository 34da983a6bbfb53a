/** Noun routes of the duty list: parse, call, show. */
import { addDays, dayOf } from '#clock/day.ts';
import type { Serve } from '#people/serve.ts';
import type { Tx } from '#platform/db.ts';
import { likelyCategory } from '#triage/category/propose.store.ts';
import { openBook, pathOf } from '#triage/duty/book.store.ts';
import { differences } from '#triage/duty/difference.ts';
import { dutyApi as api } from '#triage/duty/duty.api.ts';
import { addLine, changeLine, removeLine } from '#triage/duty/line.actions.ts';
import { allLines, countLines, listLines, oneLine } from '#triage/duty/line.store.ts';
import { draftList, dropList, issueList } from '#triage/duty/list.actions.ts';
import { listVersions, oneVersion } from '#triage/duty/list.store.ts';
import { dutyOfProblem } from '#triage/duty/problem-duty.store.ts';
import { returnsIn } from '#triage/duty/returns.store.ts';
import { dutiesIn } from '#triage/duty/whose-duty.store.ts';

/** Three months: what the office looks back on when it mends the list. */
const LOOKS_BACK = 91;

async function lineOfList(tx: Tx, id: string) {
  const line = await oneLine(tx, id);
  const row = await tx
    .selectFrom('duty_entry')
    .leftJoin('person', 'person.id', 'duty_entry.changed_by')
    .select(['list_id', 'changed_at', 'person.id as by', 'person.name'])
    .where('duty_entry.id', '=', id)
    .executeTakeFirstOrThrow();
  const { number, phase } = (await listVersions(tx)).find((one) => one.id === row.list_id)!;
  const changedBy = row.by ? { id: row.by, name: row.name! } : null;
  return { ...line, list: { id: row.list_id, number, phase }, changedBy, changedAt: row.changed_at.toISOString() };
}

export function dutyRoutes(serve: Serve): void {
  serve(api.lists, async ({ tx }) => ({ items: await listVersions(tx) }));
  serve(api.draft, ({ tx, actor, body }) => draftList(tx, actor, body));
  serve(api.issue, ({ tx, actor, params, body }) => issueList(tx, actor, params.id, body));
  serve(api.drop, ({ tx, actor, params, body }) => dropList(tx, actor, params.id, body));
  serve(api.lines, ({ tx, query }) => listLines(tx, query));
  serve(api.countLines, ({ tx, query }) => countLines(tx, query));
  serve(api.line, ({ tx, params }) => lineOfList(tx, params.id));
  serve(api.difference, async ({ tx, params, query }) => {
    const { basedOn } = await oneVersion(tx, params.id);
    const from = query.from ?? basedOn;
    const before = from ? await oneVersion(tx, from) : null;
    return {
      from: before?.number ?? null,
      items: differences(before ? await allLines(tx, before.id) : [], await allLines(tx, params.id)),
    };
  });
  serve(api.addLine, ({ tx, actor, params, body }) => addLine(tx, actor, params.id, body));
  serve(api.changeLine, ({ tx, actor, params, body }) => changeLine(tx, actor, params.id, body));
  serve(api.removeLine, ({ tx, actor, params, body }) => removeLine(tx, actor, params.id, body));
  serve(api.whose, async ({ tx, query: { categoryId: chosen = null, areaId = null, words, at, listId } }) => {
    const book = await openBook(tx, at ?? dayOf(tx.now), listId);
    const categoryId = chosen ?? (await likelyCategory(tx, words));
    const [found] = await dutiesIn(tx, book, [{ categoryId, areaId, words }]);
    const category = await pathOf(tx, categoryId);
    return { ...found!, category, guessed: chosen === null && categoryId !== null };
  });
  serve(api.ofProblem, ({ tx, actor, params }) => dutyOfProblem(tx, actor, params.id));
  serve(api.returns, ({ tx, actor, query }) => {
    const to = query.to ?? dayOf(tx.now);
    return returnsIn(tx, actor, { from: query.from ?? addDays(to, -LOOKS_BACK), to });
  });
}
