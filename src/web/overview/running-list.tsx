/** Lines of what runs against a limit: which matter, in which state, whose turn it is and until when. */
import type { MouseEvent } from 'react';
import { states as projectStates } from '#project/project.ts';
import type { StateWords } from '#rules/steps.ts';
import { states as taskStates } from '#task/task.ts';
import { states as problemStates } from '#triage/problem.ts';
import type { RunningItem } from '#views/overview.api.ts';
import { placeOf } from '#web/desk/found-list.tsx';
import { overviewWords } from '#web/overview/overview.words.ts';
import { Go } from '#web/place/go.tsx';
import { Due } from '#web/show/due.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { Whose } from '#web/show/whose.tsx';
import { useWords } from '#web/words/words.ts';

const states: Record<RunningItem['kind'], Record<string, StateWords>> = {
  problem: problemStates,
  task: taskStates,
  project: projectStates,
};

/** @param onOpen opens it in place; a new tab still gets its own page */
export function RunningList({ items, onOpen }: { items: readonly RunningItem[]; onOpen?: Opening }) {
  return (
    <ul className="running">
      {items.map((item) => {
        const words = states[item.kind][item.state];
        const { kind, id } = item;
        const open = onOpen && (() => onOpen({ kind, id }));
        return (
          <li key={item.id}>
            <Go to={placeOf({ kind, id })} onClick={(event) => open && inPlace(event, open)}>
              {item.title}
            </Go>{' '}
            <span className="figures faint">{item.number}</span>
            <p className="running-line">
              {words && <StateTag state={words} />}
              <Due due={item.due} />
              <Whose turn={item.turn} />
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** Both lists of what is late: each counts its own kind. */
export function LateLists() {
  const t = useWords(overviewWords);
  return (
    <>
      <Go to="/problems?view=all&late=true">{t('lateProblems')}</Go>{' '}
      <Go to="/tasks?view=all&late=true">{t('lateTasks')}</Go>
    </>
  );
}

export type Opening = (item: { kind: string; id: string }) => void;

export function inPlace(event: MouseEvent, open: () => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  open();
}
