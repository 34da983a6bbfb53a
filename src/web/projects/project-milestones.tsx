/** The milestones of a project on a dated line, each with its light, the evidence it asks for, and what was reported on it. */
import { Button } from 'antd';
import { milestoneStates } from '#project/milestone.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { pageWords } from '#web/projects/page.words.ts';
import { projectWords } from '#web/projects/project.words.ts';
import type { Asked } from '#web/projects/project-dialogs.tsx';
import { sayDays } from '#web/projects/project-light.tsx';
import { Reports } from '#web/projects/project-reports.tsx';
import { Light } from '#web/show/light.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/projects/milestone.css';

type OnProject = { project: ProjectPage; onAsk: (asked: Asked) => void };

export function ProjectMilestones({ project, onAsk }: OnProject) {
  const t = useWords(pageWords);
  return (
    <Part title={t('milestones')}>
      {project.milestones.length === 0 && <p className="faint">{t('noMilestones')}</p>}
      <ol className="milestones">
        {project.milestones.map((milestone) => (
          <OneMilestone key={milestone.id} milestone={milestone} project={project} onAsk={onAsk} />
        ))}
      </ol>
    </Part>
  );
}

type OneMilestoneProps = OnProject & { milestone: ProjectPage['milestones'][number] };

function OneMilestone({ milestone, project, onAsk }: OneMilestoneProps) {
  const t = useWords(pageWords);
  const w = useWords(projectWords);
  const times = useTimes();
  const { id, title, dueOn, evidenceAsked, state, reachedOn, light, days } = milestone;
  const reports = project.reports.filter((report) => report.milestone?.id === id);
  const mayReport =
    state === 'planned' && project.buttons.some(({ step, closed }) => step === 'report' && closed === null);
  return (
    <li className={`milestone is-${state}`}>
      <time dateTime={dueOn}>{times.day(dueOn)}</time>
      <div>
        <p className="milestone-head">
          <strong>{title}</strong>
          <StateTag state={milestoneStates[state]} />
          {light && days !== null && <Light colour={light} said={sayDays(w, days)} />}
          {reachedOn && <span className="faint">{t('reachedOn', { day: times.day(reachedOn) })}</span>}
          {mayReport && (
            <Button size="small" onClick={() => onAsk({ step: 'report', milestoneId: id })}>
              {t('reportReached')}
            </Button>
          )}
        </p>
        {state !== 'dropped' && <p className="quiet">{t('evidenceAsked', { what: evidenceAsked })}</p>}
        {reports.length > 0 && <Reports project={project} reports={reports} onAsk={onAsk} />}
      </div>
    </li>
  );
}
