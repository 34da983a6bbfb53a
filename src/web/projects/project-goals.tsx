/** The goals of a project, each on one line: baseline, latest reading, target; and on what it could be closed today. */
import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import EditOutlined from '@ant-design/icons/EditOutlined';
import MinusCircleOutlined from '@ant-design/icons/MinusCircleOutlined';
import type { ProjectPage } from '#views/project.api.ts';
import { withUnit } from '#web/indicators/figures.ts';
import { sayPeriod } from '#web/indicators/period.ts';
import { Go } from '#web/place/go.tsx';
import { GoalChart } from '#web/projects/goal-chart.tsx';
import { pageWords } from '#web/projects/page.words.ts';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useLanguage, useWords } from '#web/words/words.ts';

export type Goal = ProjectPage['goals'][number];

export function ProjectGoals({ project }: { project: ProjectPage }) {
  const t = useWords(pageWords);
  return (
    <Part title={t('goals')}>
      {project.goals.length === 0 && <p className="faint">{t('noGoals')}</p>}
      <ul className="goals">
        {project.goals.map((goal) => (
          <li key={goal.id} className="goal">
            <OneGoal goal={goal} project={project} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function OneGoal({ goal, project }: { goal: Goal; project: ProjectPage }) {
  const t = useWords(pageWords);
  const times = useTimes();
  const language = useLanguage();
  const { indicator, baseline, baselineOn, baselineSource, target, targetOn, readings } = goal;
  const latest = readings[readings.length - 1];
  return (
    <>
      <h4>
        <Go to={`/indicators/${indicator.id}`}>{indicator.name}</Go>{' '}
        <span className="figures faint">{indicator.number}</span>
      </h4>
      <dl className="goal-line">
        <div>
          <dt>{t('baseline')}</dt>
          <dd>
            <strong className="figures">{withUnit(baseline, indicator)}</strong>
            <span className="faint" title={baselineSource}>
              {times.day(baselineOn)}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t('latest')}</dt>
          <dd>
            {latest ? (
              <>
                <strong className="figures">{withUnit(latest.value, indicator)}</strong>
                <span className="faint">{sayPeriod(latest, language)}</span>
              </>
            ) : (
              <span className="faint">{t('noReading')}</span>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('target')}</dt>
          <dd>
            <strong className="figures">{withUnit(target, indicator)}</strong>
            <span className="faint">{t('byDay', { day: times.day(targetOn) })}</span>
          </dd>
        </div>
      </dl>
      {latest && <GoalChart goal={goal} project={project} />}
      {project.state === 'accepted' && <ClosesOn goal={goal} />}
    </>
  );
}

/** On what a goal could be closed today. */
export function ClosesOn({ goal }: { goal: Goal }) {
  const t = useWords(pageWords);
  const language = useLanguage();
  const reading = goal.readings.find(({ id }) => id === goal.after?.reading);
  if (reading)
    return (
      <p className="light tone-done">
        <CheckCircleFilled aria-hidden /> {t('closesOnReading')} {withUnit(reading.value, goal.indicator)}（
        {sayPeriod(reading, language)}）
      </p>
    );
  if (goal.after?.waiver)
    return (
      <p className="light tone-check">
        <EditOutlined aria-hidden /> {t('closesOnWaiver')}
      </p>
    );
  return (
    <p className="light tone-wait">
      <MinusCircleOutlined aria-hidden /> {t('closesOnNothing')}
    </p>
  );
}
