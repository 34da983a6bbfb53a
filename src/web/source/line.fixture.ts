/** Lines of any size for the tests of the drawing: made from a seed, with every kind of node and edge. */
import type { Edge, SourceLine } from '#views/source-line.api.ts';

const by = { id: 'p', name: '沈立' };
const at = '2026-03-12T09:30:00.000Z';

export type Shape = {
  problems: number;
  causes: number;
  measures: number;
  projects: number;
  tasks: number;
  seed: number;
};

/** Things joined at random: causes in trees, some measures in pairs, tasks of projects, measures or the problem. */
export function lineOf({ problems, causes, measures, projects, tasks, seed }: Shape): SourceLine {
  let state = seed >>> 0;
  const below = (count: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const edges: Edge[] = [];
  const join = (kind: Edge['kind'], from: string, to: string, count?: number) =>
    edges.push({ from, to, kind, by, at, why: null, ...(count !== undefined && { count }) });
  const many = <T>(count: number, make: (index: number) => T) =>
    Array.from({ length: count }, (_, index) => make(index));
  const live = Math.ceil(problems / 2);
  const line: SourceLine = {
    at,
    signals: many(live, (i) => ({
      ...{
        problemId: `b${i}`,
        count: 3,
        reporters: 2,
        first: at,
        last: at,
        moreDecisions: 0,
        takenOut: 0,
        confirmed: 0,
      },
      ...{ months: [{ month: '2026-03', count: 3 }], channels: [{ name: '热线', count: 3 }], quotes: [] },
    })),
    problems: many(problems, (i) => ({
      ...{ id: `b${i}`, number: `P${i}`, title: '夜市噪音', state: 'open' as const, lead: null },
      mergedInto: i >= live ? `b${i - live}` : null,
    })),
    causes: many(causes, (i) => ({
      ...{ id: `c${i}`, layer: 'operational' as const, kind: 'process' as const, words: '夜间巡查只到十点' },
      ...{ state: 'unverified' as const, depth: 0, judged: null },
    })),
    measures: many(measures, (i) => ({
      ...{ id: `m${i}`, layer: i % 2 ? ('organisational' as const) : ('operational' as const), words: '巡查延到两点' },
      state: 'proposed' as const,
    })),
    projects: many(projects, (i) => ({
      ...{ id: `j${i}`, number: `J${i}`, title: '夜市噪音专项整治', state: 'running' as const, lead: by, reviewer: by },
      ...{ startsOn: null, endsOn: null, reached: 1, milestones: 2, charter: null },
    })),
    tasks: many(tasks, (i) => ({
      ...{ id: `t${i}`, number: `T${i}`, title: '装隔音板', state: 'working' as const, assignee: by, evidence: [] },
    })),
    acceptances: many(projects, (i) => ({
      ...{ id: `a${i}`, projectId: `j${i}`, result: 'passed' as const, heldOn: '2026-03-12', by, at, words: '看过' },
      ...{ score: null, asked: 40, approving: 37 },
    })),
    goals: many(projects, (i) => ({
      ...{ id: `g${i}`, projectId: `j${i}`, charteredOn: null, acceptedOn: null, after: null, readings: [] },
      ...{ baseline: 48, baselineOn: '2026-02-28', baselineSource: '', target: 20, targetOn: '2026-08-31' },
      indicator: {
        id: `i${i}`,
        number: `I${i}`,
        name: '夜间噪音',
        unitWords: '件/月',
        direction: 'lower' as const,
        digits: 0,
      },
    })),
    edges,
    hidden: { problems: 0, projects: below(2), tasks: 0 },
  };
  for (const one of line.problems)
    if (one.mergedInto) join('absorbed', one.id, one.mergedInto);
    else join('gathered', `signals:${one.id}`, one.id, 3);
  for (let i = 0; i < causes; i++)
    if (i > 0 && below(3) > 0) join('under', `c${below(i)}`, `c${i}`);
    else join('traced', `b${below(live)}`, `c${i}`);
  for (let i = 0; i < measures; i++) {
    for (let n = causes > 0 ? 1 + below(2) : 0; n > 0; n--) join('answered', `c${below(causes)}`, `m${i}`);
    if (i % 2 === 0 && i + 1 < measures && below(2)) join('together', `m${i}`, `m${i + 1}`);
  }
  for (let i = 0; i < projects; i++) {
    join('chartered', `b${below(live)}`, `j${i}`);
    if (measures > 0) join('chartered', `m${below(measures)}`, `j${i}`);
    join('accepted', `j${i}`, `a${i}`);
    join('aimed', `j${i}`, `g${i}`);
    join('shown', `a${i}`, `g${i}`);
  }
  for (let i = 0; i < tasks; i++) {
    const giver = [projects > 0 && `j${below(projects)}`, measures > 0 && `m${below(measures)}`, `b${below(live)}`];
    join('given', giver.slice(below(3)).find(Boolean) || 'b0', `t${i}`);
  }
  return line;
}
