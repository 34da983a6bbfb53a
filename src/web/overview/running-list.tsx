/** Lines of what runs against a limit: which matter, in which state, whose turn it is and until when. */
import type { MouseEvent } from 'react';
import { states as taskStates } from '#task/task.ts';
import { states as problemStates } from '#triage/problem.ts';
import type { RunningItem } from '#views/overview.api.ts';
import { placeOf } from '#web/desk/found-list.tsx';
import { Go } from '#web/place/go.tsx';
import { Due } from '#web/show/due.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { Whose } from '#web/show/whose.tsx';

const states = { problem: problemStates, task: taskStates } as const;

/** @param onOpen opens it in place; a new tab still gets its own page */
export function RunningList({ items, onOpen }: { items: readonly RunningItem[]; onOpen?: Opening }) {
  return (
    <ul className="running">
      {items.map((item) => {
        const words = Object.entries(states[item.kind]).find(([state]) => state === item.state)?.[1];
        return (
          <li key={item.id}>
            <Go to={placeOf(item)} onClick={(event) => onOpen && inPlace(event, () => onOpen(item))}>
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

export type Opening = (item: { kind: 'signal' | 'problem' | 'task'; id: string }) => void;

export function inPlace(event: MouseEvent, open: () => void): void {
  if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  open();
}
