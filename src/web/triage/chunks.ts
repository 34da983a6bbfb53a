/** A run of signals as decisions in chunks: one transaction each, every decision with an id of its own, made once. */
import type { z } from 'zod';
import type { dispatch } from '#triage/desk/dispatch.api.ts';
import { titleFrom } from '#web/signals/proposed-title.ts';
import type { Line } from '#web/triage/bulk-plan.ts';
import type { Way } from '#web/triage/ways.ts';

export type Sending = z.input<typeof dispatch>;

/** Signals a transaction: half a second of work where each becomes a problem of its own. */
export const CHUNK = 50;

type Ids = () => string;

const wayOnly = ({ category, unit }: Way) => ({ categoryId: category?.id ?? null, unitId: unit?.id ?? null });

/** One signal, or one dispatch of several that go the same way. */
export function sendingOf(line: Line & { way: Way }, newId: Ids, title = titleFrom(line.item)): Sending {
  const { item, way } = line;
  const onto = way.into
    ? { into: way.into.id }
    : { make: { id: newId(), title: title || item.number, urgency: item.urgency } };
  return { id: newId(), signals: [item.id], ...wayOnly(way), ...onto };
}

/**
 * @param together the title of the one problem that all get which have none; null: each gets its own
 */
export function chunksOf(lines: readonly Line[], together: string | null, newId: Ids): Sending[][] {
  const going = lines.filter((line): line is Line & { way: Way } => line.way !== null);
  const fresh = going.filter(({ way }) => !way.into);
  const gathered = pieces(sameWay(going.filter(({ way }) => way.into)), newId);
  const own = together === null ? fresh.map((line) => sendingOf(line, newId)) : oneProblem(fresh, together, newId);
  return packed([...gathered, ...own]);
}

/** The first piece makes the problem, the others go onto it. */
function oneProblem(lines: readonly (Line & { way: Way })[], title: string, newId: Ids): Sending[] {
  const problem = newId();
  const urgency = lines.some(({ item }) => item.urgency === 'critical')
    ? ('critical' as const)
    : lines.some(({ item }) => item.urgency === 'urgent')
      ? ('urgent' as const)
      : ('normal' as const);
  return pieces(sameWay(lines), newId).map(({ make: _, into: __, ...rest }, n) =>
    n === 0 ? { ...rest, make: { id: problem, title, urgency } } : { ...rest, into: problem },
  );
}

type Group = { signals: string[]; rest: Omit<Sending, 'id' | 'signals'> };

function sameWay(lines: readonly (Line & { way: Way })[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { item, way } of lines) {
    const rest: Group['rest'] = { ...wayOnly(way), ...(way.into && { into: way.into.id }) };
    const key = JSON.stringify(rest);
    const group = groups.get(key) ?? { signals: [], rest };
    groups.set(key, { rest, signals: [...group.signals, item.id] });
  }
  return [...groups.values()];
}

const pieces = (groups: readonly Group[], newId: Ids): Sending[] =>
  groups.flatMap(({ signals, rest }) =>
    Array.from({ length: Math.ceil(signals.length / CHUNK) }, (_, n) => ({
      ...{ id: newId(), signals: signals.slice(n * CHUNK, (n + 1) * CHUNK) },
      ...rest,
    })),
  );

/** In their order, as many a chunk as it holds. */
function packed(list: readonly Sending[]): Sending[][] {
  const chunks: Sending[][] = [];
  let held = CHUNK;
  for (const one of list) {
    if (held + one.signals.length > CHUNK) {
      chunks.push([]);
      held = 0;
    }
    chunks[chunks.length - 1]!.push(one);
    held += one.signals.length;
  }
  return chunks;
}
