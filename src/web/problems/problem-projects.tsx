/** The projects that answer a problem, and beginning one. */
import { Button } from 'antd';
import { useState } from 'react';
import { projectApi } from '#project/project.api.ts';
import { states } from '#project/project.ts';
import type { ProblemPage } from '#views/desk.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { Go } from '#web/place/go.tsx';
import { FirstHand } from '#web/projects/first-hand.tsx';
import { NewProjectDialog } from '#web/projects/new-project-dialog.tsx';
import { freshWords } from '#web/projects/project.words.ts';
import { ProjectLight } from '#web/projects/project-light.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useWords } from '#web/words/words.ts';

const AT_MOST = 20;

export function ProblemProjects({ problem }: { problem: ProblemPage }) {
  const t = useWords(freshWords);
  const may = useMay();
  const [drafting, setDrafting] = useState(false);
  const read = useRead(projectApi.list, { query: { problemId: problem.id, limit: AT_MOST } });
  const projects = read.data?.items ?? [];
  const mayDraft = may('project.draft') && problem.state !== 'merged';
  if (!mayDraft && projects.length === 0) return null;
  return (
    <Part
      title={t('projectsOf')}
      action={
        mayDraft && (
          <Button size="small" onClick={() => setDrafting(true)}>
            {t('charter')}
          </Button>
        )
      }
    >
      {read.data && projects.length === 0 && <p className="faint">{t('noProjects')}</p>}
      <ul className="project-lines">
        {projects.map((one) => (
          <li key={one.id}>
            <StateTag state={states[one.state]} />
            <Go to={`/projects/${one.id}`} className="project-line-title">
              {one.title}
            </Go>
            {one.lead && (
              <span className="quiet">
                {one.lead.name} <FirstHand project={one} />
              </span>
            )}
            {one.light && <ProjectLight light={one.light} short />}
          </li>
        ))}
      </ul>
      {drafting && <NewProjectDialog problem={problem} onClose={() => setDrafting(false)} />}
    </Part>
  );
}
