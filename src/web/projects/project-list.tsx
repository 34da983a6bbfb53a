/** All projects that one may see: by state, light, unit, lead and words; the chosen one at the right. */
import { Button } from 'antd';
import { useState } from 'react';
import { type ProjectItem, projectApi } from '#project/project.api.ts';
import { levels, states } from '#project/project.ts';
import { useMay } from '#web/desk/me.ts';
import type { Filter, View } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { PersonFilter } from '#web/pick/person-pick.tsx';
import { UnitFilter } from '#web/pick/unit-pick.tsx';
import { NewProjectDialog } from '#web/projects/new-project-dialog.tsx';
import { projectWords } from '#web/projects/project.words.ts';
import { useProjectColumns } from '#web/projects/project-columns.tsx';
import { ProjectView } from '#web/projects/project-view.tsx';
import { useNow } from '#web/words/now.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const inState = (state: 'running' | 'proposed' | 'presented' | 'accepted'): View => ({
  key: state,
  said: projectWords[state],
  query: { state },
  none: { zh: `没有“${projectWords[state].zh}”的项目`, en: `No project is “${projectWords[state].en}”` },
});

const views: View[] = [
  inState('running'),
  { key: 'red', said: projectWords.red, query: { late: 'true' }, none: projectWords.redNone },
  inState('proposed'),
  inState('presented'),
  inState('accepted'),
  { key: 'all', said: projectWords.all, query: {} },
];

/** For those who can give it to another. */
const nobodys: View = {
  key: 'nobody',
  said: projectWords.nobodys,
  query: { nobody: 'true' },
  none: projectWords.nobodysNone,
};

function useFilters(): Filter[] {
  const t = useWords(projectWords);
  const say = useSaid();
  const choice = (table: Record<string, { zh: string; en: string }>) =>
    Object.entries(table).map(([value, said]) => ({ value, label: say(said) }));
  return [
    { key: 'q', said: projectWords.words, kind: 'words' },
    { key: 'state', said: projectWords.state, kind: 'choice', options: choice(states) },
    { key: 'level', said: projectWords.level, kind: 'choice', options: choice(levels) },
    {
      key: 'unitId',
      said: projectWords.unit,
      kind: 'other',
      render: (value, set) => <UnitFilter label={t('unit')} value={value} onChange={set} />,
    },
    {
      key: 'leadId',
      said: projectWords.lead,
      kind: 'other',
      folded: true,
      render: (value, set) => <PersonFilter label={t('lead')} value={value} onChange={set} />,
    },
    {
      key: 'late',
      said: projectWords.late,
      kind: 'choice',
      folded: true,
      options: [{ value: 'true', label: t('onlyLate') }],
    },
  ];
}

export function ProjectList() {
  const t = useWords(projectWords);
  const now = useNow();
  const may = useMay();
  const columns = useProjectColumns();
  const filters = useFilters();
  const [drafting, setDrafting] = useState(false);
  const isLate = ({ light, due }: ProjectItem) => light?.light === 'red' || (due !== null && new Date(due.dueAt) < now);
  return (
    <>
      <ListPage<ProjectItem>
        name="projects"
        title={t('projects')}
        route={projectApi.list}
        count={projectApi.count}
        views={may('project.approve') || may('handover.manage') ? [...views, nobodys] : views}
        filters={filters}
        columns={columns}
        rowId={(one) => one.id}
        to={(one) => `/projects/${one.id}`}
        late={isLate}
        pane={(id) => <ProjectView id={id} />}
        actions={may('project.draft') && <Button onClick={() => setDrafting(true)}>{t('fresh')}</Button>}
        empty={{ title: t('none'), how: t('noneHow') }}
      />
      {drafting && <NewProjectDialog onClose={() => setDrafting(false)} />}
    </>
  );
}
