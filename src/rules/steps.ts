/** A life cycle as one table: read by the guard, the button, the clocks, the documentation and the database check. */
import type { Said } from '#platform/problem.ts';

export type Tone = 'wait' | 'work' | 'check' | 'done' | 'off';

/** A state in words; `tone` is its meaning on every page, shown with word and icon, never as colour alone. */
export type StateWords = Said & { tone: Tone };

export type Step<State extends string, Role extends string> = {
  zh: string;
  en: string;
  from: readonly State[];
  /** Absent: the state stays. */
  to?: State;
  /** Who may, by their relation to the thing; checked beside the permission of their post. */
  by: Role;
  /** Limits whose clocks this step starts and stops. */
  starts?: readonly string[];
  stops?: readonly string[];
};

export type Steps<State extends string, Role extends string> = Record<string, Step<State, Role>>;

/** Why a step is closed: in words for the button's hint and for the 409, with whether it could ever be this actor's. */
export type Closed = { never: boolean; zh: string; en: string };

type Table<State extends string, Role extends string> = {
  steps: Steps<State, Role>;
  states: Record<State, StateWords>;
  roles: Record<Role, Said>;
};

/** Nothing where the step is open to somebody who has these roles towards a thing in this state; else the reason. */
export function refusal<State extends string, Role extends string>(
  { steps, states, roles }: Table<State, Role>,
  step: string,
  state: State,
  held: ReadonlySet<Role>,
): Closed | undefined {
  const row = steps[step]!;
  if (!held.has(row.by)) {
    return { never: true, zh: `由${roles[row.by].zh}办理`, en: `Done by ${roles[row.by].en}` };
  }
  if (!row.from.includes(state)) {
    const when = {
      zh: row.from.map((one) => states[one].zh).join('、'),
      en: row.from.map((one) => states[one].en).join(', '),
    };
    return {
      never: false,
      zh: `目前是“${states[state].zh}”，只有在“${when.zh}”时可以${row.zh}`,
      en: `It is “${states[state].en}”; possible only when “${when.en}”`,
    };
  }
  return undefined;
}

/** Every step as a button: open, or closed with its reason. Steps that are never this actor's are left out. */
export function openSteps<State extends string, Role extends string>(
  table: Table<State, Role>,
  state: State,
  held: ReadonlySet<Role>,
): { step: string; closed: Said | null }[] {
  return Object.keys(table.steps).flatMap((step) => {
    const closed = refusal(table, step, state, held);
    if (closed?.never) return [];
    return [{ step, closed: closed ? { zh: closed.zh, en: closed.en } : null }];
  });
}
