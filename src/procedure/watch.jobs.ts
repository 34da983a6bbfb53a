/** What triggers look at: the ledger's rows of what came, and the calendar. What came before a trigger was set is none of its. */
import { sql } from 'kysely';
import { isWorkingDay } from '#clock/calendar.ts';
import { loadCalendar } from '#clock/clock.store.ts';
import { addDays, dayOf } from '#clock/day.ts';
import type { LedgerRow, Reactions } from '#ledger/ledger.ts';
import { namesOf } from '#people/thing-names.ts';
import type { Tx } from '#platform/db.ts';
import { type Event, fire } from '#procedure/fire.actions.ts';
import { liveTriggers, type TriggerRow } from '#procedure/trigger.store.ts';
import { datesDue, type Terms, type TriggerKind } from '#procedure/trigger.ts';
import { allCategories } from '#triage/category/category.store.ts';

type Of<K extends TriggerKind> = Extract<Terms, { kind: K }>;

/** Every live trigger of a kind with the rows that came since it was set. */
async function watch<K extends TriggerKind>(
  tx: Tx,
  kind: K,
  rows: readonly LedgerRow[],
  events: (terms: Of<K>, rows: LedgerRow[], trigger: TriggerRow) => Promise<Event[]>,
): Promise<void> {
  for (const trigger of await liveTriggers(tx, kind)) {
    const mine = rows.filter(({ at }) => at >= trigger.madeAt);
    if (mine.length === 0) continue;
    for (const event of await events(trigger.terms as Of<K>, mine, trigger)) await fire(tx, trigger, event);
  }
}

type SignalLine = { id: string; number: string; channel: string };

async function signalsAmong(tx: Tx, ids: readonly string[], since: Date): Promise<SignalLine[]> {
  const { rows } = await sql<SignalLine>`select id, number, channel_id as channel from signal
    where id = any(${[...ids]}::uuid[]) and received_at >= ${since} order by id`.execute(tx);
  return rows;
}

const aboutSignal = ({ id, number }: SignalLine): Event => ({
  ...{ key: id, about: { kind: 'signal', id, name: number }, data: { signal: id } },
});

/** By channel alone as they arrive. */
export async function startOnSignal(tx: Tx, rows: LedgerRow[]): Promise<void> {
  await watch(tx, 'signal', rows, async ({ channelId, categoryId }, mine, { madeAt }) => {
    const ids = mine.filter(({ data }) => data.channel === channelId).map(({ thing }) => thing);
    return categoryId || ids.length === 0 ? [] : (await signalsAmong(tx, ids, madeAt)).map(aboutSignal);
  });
}

/** By category, or one below it, as somebody decides it. */
export async function startOnCategory(tx: Tx, rows: LedgerRow[]): Promise<void> {
  await watch(tx, 'signal', rows, async ({ channelId, categoryId }, mine, { madeAt }) => {
    if (!categoryId) return [];
    const inside = await below(tx, categoryId);
    const ids = mine.filter(({ data }) => inside.has(data.category as string)).map(({ thing }) => thing);
    const found = ids.length === 0 ? [] : await signalsAmong(tx, ids, madeAt);
    return found.filter(({ channel }) => channelId === null || channel === channelId).map(aboutSignal);
  });
}

async function below(tx: Tx, root: string): Promise<Set<string>> {
  const all = await allCategories(tx, { closed: true });
  const found = new Set([root]);
  for (let size = 0; size !== found.size; ) {
    size = found.size;
    for (const { id, parentId } of all) if (parentId !== null && found.has(parentId)) found.add(id);
  }
  return found;
}

/** Each standing reading over the line that was recorded since. */
export async function startOnReading(tx: Tx, rows: LedgerRow[]): Promise<void> {
  await watch(tx, 'indicator', rows, async ({ indicatorId, side, line }, mine, { madeAt }) => {
    if (!mine.some(({ thing }) => thing === indicatorId)) return [];
    const over = side === 'above' ? sql`r.value > ${line}` : sql`r.value < ${line}`;
    const { rows: found } = await sql<{ id: string; value: number; unit: string; name: string }>`
      select r.id, r.value::float as value, u.id as unit, u.name from reading r join indicator i on i.id = r.indicator_id join unit u on u.id = i.owner_unit
       where r.indicator_id = ${indicatorId} and r.withdrawn_at is null and r.at >= ${madeAt} and ${over} order by r.at, r.id`.execute(
      tx,
    );
    return found.map(({ id, value, unit, name }) => ({
      ...{ key: id, about: { kind: 'unit', id: unit, name }, data: { reading: id, indicator: indicatorId, value } },
    }));
  });
}

export async function startOnFile(tx: Tx, rows: LedgerRow[]): Promise<void> {
  await watch(tx, 'file', rows, async ({ channelId }, mine) => {
    const { rows: found } = await sql<{ id: string }>`select id from import
      where id = any(${mine.map(({ thing }) => thing)}::uuid[]) and options->>'channelId' = ${channelId} order by id`.execute(
      tx,
    );
    return found.map(({ id }) => ({ key: id, about: null, data: { import: id } }));
  });
}

/** About what the other run was about. */
export async function startOnStep(tx: Tx, rows: LedgerRow[]): Promise<void> {
  await watch(tx, 'task_done', rows, async ({ procedureId, key }, mine) => {
    const ids = mine.filter(({ data }) => data.procedure === procedureId && data.key === key).map(({ thing }) => thing);
    if (ids.length === 0) return [];
    const runs = await tx
      .selectFrom('procedure_run')
      .select(['id', 'about_kind', 'about_id', 'about_name'])
      .where('id', 'in', ids)
      .orderBy('id')
      .execute();
    return runs.map(({ id, about_kind, about_id, about_name }) => ({
      ...{ key: `${id} ${key}`, data: { run: id, key } },
      about: about_id
        ? { kind: about_kind as NonNullable<Event['about']>['kind'], id: about_id, name: about_name ?? '' }
        : null,
    }));
  });
}

/** Of an organisation with a registered code, never of a person: the credit room says so. */
export async function startOnCredit(tx: Tx, rows: LedgerRow[]): Promise<void> {
  await watch(tx, 'credit', rows, async ({ level }, mine) => {
    const raised = mine.filter(({ data }) => data.level === level);
    const names = await namesOf(
      tx,
      raised.map(({ thing }) => ({ kind: 'organisation', thing })),
    );
    return raised.map(({ thing, at }) => ({
      key: `${thing} ${at.toISOString()}`,
      about: { kind: 'organisation' as const, id: thing, name: names.get(thing) ?? '' },
      data: { organisation: thing, level },
    }));
  });
}

/** To be put beside the flow's own. */
export const triggerReactions: Reactions = {
  'signal.received': [startOnSignal],
  'signal.categorise': [startOnCategory],
  'reading.record': [startOnReading],
  'reading.import': [startOnReading],
  'indicator.count': [startOnReading],
  'import.finish': [startOnFile],
  'run.stepDone': [startOnStep],
  'credit.raise': [startOnCredit],
};

/** Days that have come since each was looked at last; the day in the key keeps it to once. */
export async function startOnDates(tx: Tx): Promise<void> {
  const triggers = await liveTriggers(tx, 'date');
  if (triggers.length === 0) return;
  const calendar = await loadCalendar(tx);
  const today = dayOf(tx.now);
  for (const trigger of triggers) {
    const after = trigger.checkedTo ? dayOf(trigger.checkedTo) : addDays(dayOf(trigger.madeAt), -1);
    if (after >= today) continue;
    for (const day of datesDue(trigger.terms as Of<'date'>, after, today, (one) => isWorkingDay(calendar, one)))
      await fire(tx, trigger, { key: day, about: null, data: { day } });
    await tx.updateTable('procedure_trigger').set({ checked_to: tx.now }).where('id', '=', trigger.id).execute();
  }
}
