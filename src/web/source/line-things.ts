/** The things of a line by their ids, what a node of them is called, and the page that it opens. Pure. */
import type { SourceLine } from '#views/source-line.api.ts';
import { type LineNode, signalsOf } from '#web/source/line-graph.ts';

const byId = <T extends { id: string }>(list: readonly T[]) => new Map(list.map((one) => [one.id, one]));

export type Things = ReturnType<typeof thingsOf>;

export const thingsOf = (line: SourceLine) => ({
  line,
  signals: new Map(line.signals.map((fold) => [signalsOf(fold.problemId), fold])),
  problems: byId(line.problems),
  causes: byId(line.causes),
  measures: byId(line.measures),
  projects: byId(line.projects),
  tasks: byId(line.tasks),
  acceptances: byId(line.acceptances),
  goals: byId(line.goals),
});

/** The problem whose line it is: the first that was not merged into another. */
export const mainOf = (line: SourceLine) => line.problems.find(({ mergedInto }) => mergedInto === null)!;

/** In the words of the thing itself; empty of stacks and places. */
export function nameOf(things: Things, id: string): string {
  const fold = things.signals.get(id);
  if (fold) return String(fold.count);
  const titled = things.problems.get(id) ?? things.projects.get(id) ?? things.tasks.get(id);
  if (titled) return titled.title;
  const worded = things.causes.get(id) ?? things.measures.get(id);
  if (worded) return worded.words;
  return things.goals.get(id)?.indicator.name ?? '';
}

/** The problem on whose canvas a cause or measure is looked at: of those it serves, the first. */
function canvasOf({ line }: Things, id: string): string {
  const seen = new Set<string>();
  let here = [id];
  while (here.length > 0) {
    const above = line.edges.filter(
      ({ kind, to, from }) => ['answered', 'under', 'traced'].includes(kind) && here.includes(to) && !seen.has(from),
    );
    const traced = above.find(({ kind }) => kind === 'traced');
    if (traced) return traced.from;
    for (const { from } of above) seen.add(from);
    here = above.map(({ from }) => from);
  }
  return mainOf(line).id;
}

/** Its page; nothing of what has none. */
export function pageOf(things: Things, { kind, id }: LineNode): string | null {
  switch (kind) {
    case 'signals':
      return `/signals?view=all&problem=${things.signals.get(id)!.problemId}`;
    case 'problem':
      return `/problems/${id}`;
    case 'cause':
    case 'measure':
      return `/problems/${canvasOf(things, id)}/causes?chosen=${id}`;
    case 'project':
      return `/projects/${id}`;
    case 'task':
      return `/tasks/${id}`;
    case 'acceptance':
      return `/projects/${things.acceptances.get(id)!.projectId}`;
    case 'goal':
      return `/indicators/${things.goals.get(id)!.indicator.id}`;
    default:
      return null;
  }
}
