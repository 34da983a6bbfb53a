/** Lines of work of any kind: what is asked, or what I did; which matter, its state, until when. J and K move, Enter opens. */
import { Button } from 'antd';
import { useRef } from 'react';
import { states as levelStates } from '#credit/credit.ts';
import { states as noteStates } from '#note/note.ts';
import { states as projectStates } from '#project/project.ts';
import type { StateWords } from '#rules/steps.ts';
import { states as signalStates } from '#signal/signal.ts';
import { states as taskStates } from '#task/task.ts';
import { states as problemStates } from '#triage/problem.ts';
import { states as exclusionStates } from '#triage/rate/exclusion.ts';
import type { WorkItem } from '#views/desk.api.ts';
import { placeOf } from '#web/desk/found-list.tsx';
import { listKeys } from '#web/list/list.words.ts';
import { myWorkWords } from '#web/my-work/my-work.words.ts';
import { nextStep, useWhy } from '#web/my-work/why.ts';
import { Go } from '#web/place/go.tsx';
import { useKeys } from '#web/place/keys.ts';
import { Due } from '#web/show/due.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const states: Record<WorkItem['kind'], Record<string, StateWords>> = {
  signal: signalStates,
  problem: problemStates,
  task: taskStates,
  project: projectStates,
  note: noteStates,
  exclusion: exclusionStates,
  organisation: levelStates,
};

type WorkListProps = { items: readonly WorkItem[]; tab: string; more: (() => void) | undefined; reading: boolean };

export function WorkList({ items, tab, more, reading }: WorkListProps) {
  const t = useWords(myWorkWords);
  const list = useRef<HTMLUListElement>(null);
  /** The focus itself is the cursor: what is at hand is what a screen reader says. */
  const move = (by: number) => {
    const links = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(document.activeElement as HTMLAnchorElement);
    links[Math.max(0, Math.min(links.length - 1, at + by))]?.focus();
  };
  useKeys(myWorkWords.title, [
    { key: 'j', said: listKeys.next, run: () => move(1) },
    { key: 'k', said: listKeys.previous, run: () => move(-1) },
  ]);
  return (
    <>
      <ul className="work" ref={list}>
        {items.map((item) => (
          <Line key={`${item.kind} ${item.id}`} item={item} tab={tab} />
        ))}
      </ul>
      {more && (
        <Button type="link" loading={reading} onClick={more}>
          {t('more')}
        </Button>
      )}
    </>
  );
}

function Line({ item, tab }: { item: WorkItem; tab: string }) {
  const t = useWords(myWorkWords);
  const say = useSaid();
  const why = useWhy();
  const times = useTimes();
  const state = states[item.kind][item.state];
  const timed = tab === 'todo' && item.due;
  return (
    <li>
      <Go to={placeOf(item)}>
        <span className="work-what">{say(item.what)}</span>
        <span className="work-title">
          {item.title} <span className="figures faint">{item.number}</span>
          {tab === 'todo' && (
            <span className="work-why">
              {t('step', { step: say(nextStep(item)) })} · {why(item)}
            </span>
          )}
        </span>
        {tab !== 'todo' && state && <StateTag state={state} />}
        <span className="work-when">
          {timed ? <Due due={timed} /> : <time dateTime={item.at}>{times.near(item.at)}</time>}
        </span>
      </Go>
    </li>
  );
}
