/** What the list of projects shows of each. */
import type { ProjectItem } from '#project/project.api.ts';
import { levels, states } from '#project/project.ts';
import type { Column } from '#web/list/list.ts';
import { FirstHand } from '#web/projects/first-hand.tsx';
import { projectWords } from '#web/projects/project.words.ts';
import { ProjectLight } from '#web/projects/project-light.tsx';
import { Due } from '#web/show/due.tsx';
import { Unit } from '#web/show/person.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function useProjectColumns(): readonly Column<ProjectItem>[] {
  const t = useWords(projectWords);
  const say = useSaid();
  const times = useTimes();
  const numbers = useNumbers();
  return [
    {
      key: 'number',
      said: projectWords.number,
      width: 118,
      phone: 'line',
      render: (one) => <span className="figures faint">{one.number}</span>,
    },
    { key: 'title', said: projectWords.title, locked: true, phone: 'title', render: (one) => one.title },
    {
      key: 'unit',
      said: projectWords.unit,
      width: 112,
      render: (one) => <Unit name={one.unit.name} short={one.unit.shortName} />,
    },
    {
      key: 'lead',
      said: projectWords.lead,
      width: 128,
      phone: 'line',
      render: (one) =>
        one.lead ? (
          <>
            {one.lead.name} <FirstHand project={one} />
          </>
        ) : (
          <span className="faint">{t('noLead')}</span>
        ),
    },
    { key: 'level', said: projectWords.level, width: 118, render: (one) => say(levels[one.level]) },
    {
      key: 'light',
      said: projectWords.light,
      width: 250,
      phone: 'line',
      render: (one) => (one.light ? <ProjectLight light={one.light} /> : one.due && <Due due={one.due} />),
    },
    {
      key: 'milestones',
      said: projectWords.milestones,
      width: 64,
      right: true,
      render: ({ milestones: { reached, all } }) => <span className="figures">{numbers.parts(reached, all)}</span>,
    },
    {
      key: 'state',
      said: projectWords.state,
      width: 150,
      phone: 'side',
      render: (one) => <StateTag state={states[one.state]} />,
    },
    {
      key: 'reviewer',
      said: projectWords.reviewer,
      width: 96,
      hidden: true,
      render: (one) => one.reviewer?.name,
    },
    {
      key: 'changed',
      said: projectWords.changed,
      width: 130,
      hidden: true,
      render: (one) => <time dateTime={one.changedAt}>{times.near(one.changedAt)}</time>,
    },
  ];
}
