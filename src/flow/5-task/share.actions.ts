/** Setting how even the shares are kept, from a day on; and who would be past their share today. */
import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, personOf, signing } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { fieldProblem, problem } from '#platform/problem.ts';
import { isPast, medianWithout, mostAt, type ShareRule } from '#task/choose.ts';
import type { SharePreview } from '#task/share.api.ts';
import { insertShareRule, type Standing, shareRuleOn, standings, workedSince } from '#task/share.store.ts';

type Setting = ShareRule & { id: string; from?: string | undefined; reason: string };

/** Holds from that day on, today where none is named, for whoever is proposed. @throws malformed, share_from_past on its field */
export async function setShares(tx: Tx, actor: Actor, input: Setting): Promise<ShareRule> {
  const by = signing(actor, 'limit.manage');
  const { id, cap, days, reason, from = dayOf(tx.now) } = input;
  if (await once(tx, by, id, 'task.fairness', input)) {
    if (from < dayOf(tx.now))
      throw problem('malformed', { count: 1 }, { fields: [fieldProblem('from', 'share_from_past')] });
    const before = await shareRuleOn(tx, from);
    await insertShareRule(tx, { id, cap, days, from, by: personOf(actor), reason });
    const data = { before: before.cap, after: cap, daysBefore: before.days, daysAfter: days, from };
    await record(tx, by, { verb: 'task.fairness', kind: 'fairness_rule', thing: id, reason, data, request: id });
  }
  return shareRuleOn(tx, from);
}

const MOST_SHOWN = 200;

/** Today's rule beside another, in every unit that gave tasks lately. One person counts once for each unit that may give to them. */
export async function previewShares(tx: Tx, asked: ShareRule): Promise<SharePreview> {
  const rule = await shareRuleOn(tx, dayOf(tx.now));
  const rows = await standings(tx, [await workedSince(tx, rule.days), await workedSince(tx, asked.days)]);
  const units = [...Map.groupBy(rows, ({ unit }) => unit.id).values()];
  const judged = units.flatMap((people) => {
    const under = [pastIn(people, 0, rule.cap), pastIn(people, 1, asked.cap)] as const;
    return people.map(({ unit, person }, n) => ({ unit, person, is: under[0][n]!, would: under[1][n]! }));
  });
  const past = judged.filter(({ is, would }) => is.past || would.past);
  // What would change comes first, then who got most.
  const changes = ({ is, would }: (typeof past)[number]) => is.past !== would.past;
  past.sort((a, b) => Number(changes(b)) - Number(changes(a)) || b.is.recent - a.is.recent);
  return {
    ...{ units: units.length, people: new Set(rows.map(({ person }) => person.id)).size },
    was: past.filter(({ is }) => is.past).length,
    would: past.filter((one) => one.would.past).length,
    items: past.slice(0, MOST_SHOWN),
  };
}

/** As `rank` reckons it: among those who are here. One sorted list for all, for a unit may have thousands. */
function pastIn(people: readonly Standing[], nth: 0 | 1, cap: number): SharePreview['items'][number]['is'][] {
  const here = people.filter((one) => one.here).map(({ since }) => since[nth]);
  const sorted = here.toSorted((a, b) => a - b);
  const place = new Map(sorted.map((recent, n) => [recent, n]));
  return people.map((one) => {
    const recent = one.since[nth];
    if (!one.here || sorted.length < 2) return { recent, most: null, past: false };
    const most = mostAt(cap, medianWithout(sorted, place.get(recent)!));
    return { recent, most, past: isPast(recent, most) };
  });
}
