/** The party tree of the demo city: 机关工委 → 机关党委 → 党总支 → 支部 by leading, 党组 ⇢ 机关党委 by guiding; 755 branches. */

import { dayOf } from '#clock/day.ts';
import { note, type Past, put } from '#demo/city/past.ts';
import { hosts } from '#demo/city/units.ts';
import type { Relation, UnitKind } from '#people/unit.ts';

export const BRANCHES = 755;

/** Host key → its branches' ids; `units` grows by what is made. */
export type Party = { branches: Map<string, string[]> };

type New = { name: string; short: string; kind: UnitKind; host: string | null; parents: [string, Relation][] };

/** A unit's row, its edges and its ledger row. */
export function putUnit(past: Past, at: Date, tree: 'admin' | 'party', unit: New, area: string | null = null): string {
  const id = past.random.id(at);
  const from = dayOf(at);
  put(past, 'unit', at, {
    ...{ id, code: null, name: unit.name, short_name: unit.short, tree, kind: unit.kind },
    ...{ area_id: area, host_unit_id: unit.host, valid_from: from },
  });
  for (const [parent_id, relation] of unit.parents) {
    put(past, 'unit_edge', at, { id: past.random.id(at), parent_id, child_id: id, relation, valid_from: from });
  }
  const parents = unit.parents.map(([unitId, relation]) => ({ unitId, relation }));
  note(past, at, null, {
    ...{ verb: 'unit.made', kind: 'unit', thing: id, unit: id, request: id },
    data: { name: unit.name, kind: unit.kind, parents, from },
  });
  return id;
}

export function planParty(past: Past, at: Date, units: Map<string, string>): Party {
  const party: Party = { branches: new Map() };
  const committee = units.get('committee')!;
  const quotas = shares(
    BRANCHES - 1,
    hosts.map((host) => host.weight),
  );
  for (const [i, { key, short }] of hosts.entries()) {
    const host = units.get(key)!;
    const make = (name: string, kind: UnitKind, parents: [string, Relation][]) =>
      putUnit(past, at, 'party', { name: `${short}${name}`, short: `${short}${name}`, kind, host, parents });
    const group = make('党组', 'party_group', []);
    let top = units.get(`${key}-party`);
    if (top) guide(past, at, group, top);
    else
      top = make('机关党委', 'party_committee', [
        [committee, 'leads'],
        [group, 'guides'],
      ]);
    const quota = quotas[i]!;
    const made: string[] = [];
    const generals = quota > 8 ? Math.ceil(quota / 6) : 0;
    const above = Array.from({ length: generals }, (_, n) =>
      make(`第${numeral(n + 1)}党总支`, 'general_branch', [[top, 'leads']]),
    );
    // The cast has the first branch of 城管局.
    const begun = key === 'urban' ? 2 : 1;
    for (let n = 0; n < quota; n++) {
      made.push(make(`第${numeral(n + begun)}党支部`, 'branch', [[above[n % Math.max(1, generals)] ?? top, 'leads']]));
    }
    party.branches.set(key, made);
  }
  return party;
}

function guide(past: Past, at: Date, parent_id: string, child_id: string): void {
  put(past, 'unit_edge', at, {
    id: past.random.id(at),
    parent_id,
    child_id,
    relation: 'guides',
    valid_from: dayOf(at),
  });
  note(past, at, null, {
    ...{ verb: 'unit.moved', kind: 'unit', thing: child_id, unit: child_id, reason: '党组指导机关党委' },
    data: { relation: 'guides', from: dayOf(at), before: [], after: parent_id },
  });
}

/** `total` in whole parts as near to the weights as can be; the parts add up. */
export function shares(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  let seen = 0;
  let given = 0;
  return weights.map((weight) => {
    seen += weight;
    const part = Math.round((total * seen) / sum) - given;
    given += part;
    return part;
  });
}

const digits = '零一二三四五六七八九';

/** 1 to 99 as it is counted in names. */
export function numeral(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 || n === 0 ? digits[ones] : ''}`;
}
