/** What can be done next with a project: the likeliest in its state first, each as one button, most with a small form. */
import { useMemo } from 'react';
import { newId } from '#platform/ids.ts';
import type { Said } from '#platform/problem.ts';
import { projectApi } from '#project/project.api.ts';
import { type ProjectState, type ProjectStep, steps } from '#project/project.ts';
import type { Button } from '#rules/shapes.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { useMe } from '#web/desk/me.ts';
import { usePlace } from '#web/place/use-place.ts';
import { decisionWords } from '#web/projects/decision.words.ts';
import { pageWords } from '#web/projects/page.words.ts';
import { type Asked, ProjectDialog } from '#web/projects/project-dialogs.tsx';
import { ThingActions } from '#web/thing/thing-actions.tsx';
import { fill, useWords } from '#web/words/words.ts';

const all = { ...steps, giveTask: pageWords.giveTask };
type Step = ProjectStep | 'giveTask';

const chartering: Step[] = ['describe', 'propose', 'recall', 'charter', 'sendBack', 'discard', 'drop'];
const rest: Step[] = ['giveTask', 'convene', 'staff', 'requestChange', 'waive', 'reopen', 'discard', 'drop'];

/** What whoever's turn it is does next: with every milestone reached, asking for acceptance comes before another report. */
function nextOf({ state, draft, milestones, reports, changes }: ProjectPage): Step[] {
  const done = milestones.every((one) => one.state === 'reached' || one.state === 'dropped');
  const next: Partial<Record<ProjectState, Step[]>> = {
    draft: draft?.missing.length === 0 ? ['propose', 'describe'] : ['describe', 'propose'],
    proposed: ['charter', 'sendBack', 'recall'],
    running: done ? ['present', 'report'] : ['report', 'requestChange', 'present'],
    presented: ['pass', 'fail'],
    // Closing comes first and says what is missing: a waiver is the exception, not the next thing to do.
    accepted: ['close', 'waive'],
    closed: ['reopen'],
  };
  return [
    ...(reports.some((one) => !one.review) ? (['acknowledge'] as const) : []),
    ...(changes.some((one) => !one.decision) ? (['decideChange'] as const) : []),
    ...(next[state] ?? []),
  ];
}

/** A closed step is shown where it belongs: those of the charter before it runs, the others from then on. */
function belongs(step: Step, state: ProjectState): boolean {
  if (state === 'closed' || state === 'dropped') return false;
  return chartering.includes(step) === (state === 'draft' || state === 'proposed');
}

/** Beside what the state closes: what closes a step is also that there is nothing to do it to. Each says so. */
function buttonsOf(project: ProjectPage): Button[] {
  const { draft, reports, changes, goals, mayGiveTask, state } = project;
  const missing = draft?.missing.length ?? 0;
  const lacks = { zh: fill(pageWords.lacks.zh, { count: missing }), en: fill(pageWords.lacks.en, { count: missing }) };
  const idle: Record<string, Said | false> = {
    propose: missing > 0 && lacks,
    acknowledge: reports.every((one) => one.review) && pageWords.noReports,
    decideChange: changes.every((one) => one.decision) && pageWords.noChanges,
    waive: goals.every(({ after }) => after?.reading || after?.waiver) && pageWords.nothingToWaive,
  };
  const buttons = project.buttons.map(({ step, closed }) => ({ step, closed: closed ?? (idle[step] || null) }));
  return [...buttons, ...(mayGiveTask && state === 'running' ? [{ step: 'giveTask', closed: null }] : [])];
}

type ProjectActionsProps = { project: ProjectPage; asked: Asked | null; onAsk: (asked: Asked | null) => void };

export function ProjectActions({ project, asked, onAsk }: ProjectActionsProps) {
  const t = useWords(decisionWords);
  const { go } = usePlace();
  // One signature a version of the project: a double click is one decision.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version asks for a new id
  const signature = useMemo(newId, [project.version]);
  const recall = useVerb(projectApi.recall, { done: () => t('recalled') });
  const next = nextOf(project);
  const buttons = buttonsOf(project);
  const me = useMe();
  const theirs = project.turn?.people.length ? project.turn.people.every(({ id }) => id !== me.person.id) : false;
  const mine: Step[] = ['acknowledge', 'decideChange'];
  const isOpen = (step: Step) => buttons.some((button) => button.step === step && button.closed === null);
  const ask = Object.fromEntries(Object.keys(all).map((step) => [step, () => onAsk({ step: step as Asked['step'] })]));
  const report = [...project.reports].reverse().find((one) => !one.review);
  const change = [...project.changes].reverse().find((one) => !one.decision);
  return (
    <>
      <ThingActions
        buttons={buttons.filter(({ step, closed }) => closed === null || belongs(step as Step, project.state))}
        steps={all}
        order={[...next, ...rest]}
        calm={project.turn === null || !next.some(isOpen) || (theirs && !mine.some(isOpen))}
        shown={Math.min(3, next.filter(isOpen).length)}
        danger={['drop', 'discard', 'fail']}
        run={{
          ...(ask as Record<Step, () => void>),
          describe: () => go(`/projects/${project.id}/charter`),
          recall: () =>
            void recall.run({ params: { id: project.id }, body: { id: signature, version: project.version } }),
          acknowledge: () => report && onAsk({ step: 'acknowledge', reportId: report.id }),
          decideChange: () => change && onAsk({ step: 'decideChange', changeId: change.id }),
        }}
      />
      {asked && <ProjectDialog project={project} asked={asked} onAsk={onAsk} onClose={() => onAsk(null)} />}
    </>
  );
}
