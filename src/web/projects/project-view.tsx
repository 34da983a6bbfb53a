/** The page of a project, whole or in the right pane: where it stands, its goals and milestones, and its whole record. */
import FileTextOutlined from '@ant-design/icons/FileTextOutlined';
import { Alert } from 'antd';
import { useState } from 'react';
import { levels, states } from '#project/project.ts';
import { type ProjectPage as Project, projectPageApi } from '#views/project.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { FirstHand } from '#web/projects/first-hand.tsx';
import { pageWords } from '#web/projects/page.words.ts';
import { projectWords } from '#web/projects/project.words.ts';
import { ProjectAcceptance } from '#web/projects/project-acceptance.tsx';
import { ProjectActions } from '#web/projects/project-actions.tsx';
import { ProjectAround } from '#web/projects/project-around.tsx';
import { ProjectChanges } from '#web/projects/project-changes.tsx';
import type { Asked } from '#web/projects/project-dialogs.tsx';
import { ProjectGoals } from '#web/projects/project-goals.tsx';
import { ProjectLight } from '#web/projects/project-light.tsx';
import { ProjectMeetings } from '#web/projects/project-meetings.tsx';
import { ProjectMilestones } from '#web/projects/project-milestones.tsx';
import { Reports } from '#web/projects/project-reports.tsx';
import { projectSentences } from '#web/projects/project-sentences.ts';
import { ProjectTasks } from '#web/projects/project-tasks.tsx';
import { PrintButton } from '#web/show/print-button.tsx';
import { Watermark } from '#web/show/watermark.tsx';
import { SourceLink } from '#web/source/source-link.tsx';
import { FiredPart } from '#web/supervision/fired-part.tsx';
import { History } from '#web/thing/history.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { Part, ThingPage } from '#web/thing/thing-page.tsx';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/projects/project.css';

export function ProjectPage() {
  const { params } = usePlace();
  return <ProjectView key={params.id} id={params.id!} />;
}

export function ProjectView({ id }: { id: string }) {
  const t = useWords(projectWords);
  const read = useRead(projectPageApi.project, { params: { id } });
  return (
    <ReadThing read={read} gone={t('gone')}>
      {(project) => (
        <Watermark>
          <Shown project={project} />
        </Watermark>
      )}
    </ReadThing>
  );
}

function Shown({ project }: { project: Project }) {
  const t = useWords(pageWords);
  const say = useSaid();
  const [asked, ask] = useState<Asked | null>(null);
  const loose = project.reports.filter(({ milestone }) => milestone === null);
  const marks = (
    <>
      {project.light && <ProjectLight light={project.light} />}
      <FirstHand project={project} />
      <span>{say(levels[project.level])}</span>
      <SourceLink kind="project" id={project.id} />
      <PrintButton />
    </>
  );
  return (
    <ThingPage
      number={project.number}
      title={project.title}
      state={states[project.state]}
      turn={project.turn}
      due={project.due}
      marks={marks}
      actions={<ProjectActions project={project} asked={asked} onAsk={ask} />}
      around={<ProjectAround project={project} />}
      history={<History moves={project.history} sentences={projectSentences} />}
    >
      <DraftState project={project} />
      <FiredPart kind="project" id={project.id} />
      <ProjectGoals project={project} />
      <ProjectMilestones project={project} onAsk={ask} />
      {loose.length > 0 && (
        <Part title={t('progress')}>
          <Reports project={project} reports={loose} onAsk={ask} />
        </Part>
      )}
      <ProjectChanges project={project} onAsk={ask} />
      <ProjectAcceptance project={project} />
      {project.state !== 'draft' && project.state !== 'proposed' && <ProjectTasks project={project} />}
      <ProjectMeetings project={project} />
      <Substance project={project} />
    </ThingPage>
  );
}

function DraftState({ project }: { project: Project }) {
  const t = useWords(pageWords);
  if (!project.draft) return null;
  const { length } = project.draft.missing;
  return (
    <Alert
      type={length > 0 ? 'warning' : 'info'}
      showIcon
      title={length > 0 ? t('lacks', { count: length }) : t('complete')}
      action={<Go to={`/projects/${project.id}/charter${length > 0 ? '' : '?step=review'}`}>{t('write')}</Go>}
    />
  );
}

/** What the charter says besides: why, what for, and how to see it. */
function Substance({ project }: { project: Project }) {
  const t = useWords(pageWords);
  const parts = (['background', 'effect', 'method'] as const).filter((name) => project[name]);
  return (
    <Part
      title={t('sheet')}
      action={
        <Go to={`/projects/${project.id}/charter`}>
          <FileTextOutlined aria-hidden /> {t('sheet')}
        </Go>
      }
    >
      {parts.length === 0 && <p className="faint">—</p>}
      {parts.map((name) => (
        <section key={name} className="project-words">
          <h4>{t(name)}</h4>
          <p className="verbatim">{project[name]}</p>
        </section>
      ))}
    </Part>
  );
}
