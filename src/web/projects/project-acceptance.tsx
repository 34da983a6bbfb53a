/** How a project was accepted, which readings were waived by whom, and on what it was closed: each a record that stays. */
import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import CloseCircleFilled from '@ant-design/icons/CloseCircleFilled';
import { acceptanceApi } from '#acceptance/acceptance.api.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { addressOf } from '#web/call/address.ts';
import { withUnit } from '#web/indicators/figures.ts';
import { pageWords } from '#web/projects/page.words.ts';
import { Papers } from '#web/projects/papers.tsx';
import { Signed } from '#web/projects/signed.tsx';
import { Person } from '#web/show/person.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

const acceptancePaperAt = (id: string): string => addressOf(acceptanceApi.file, { params: { id } });

export function ProjectAcceptance({ project }: { project: ProjectPage }) {
  const t = useWords(pageWords);
  const { acceptances, waivers, closings, goals } = project;
  if (acceptances.length === 0) return null;
  const nameOf = (goalId: string) => goals.find(({ id }) => id === goalId)?.indicator.name ?? '';
  return (
    <Part title={t('acceptance')}>
      <ol className="reports">
        {closings.map((closing) => (
          <li key={closing.id}>
            <Signed by={<Person name={closing.by.name} id={closing.by.id} />} at={closing.at}>
              {' '}
              <strong>{t('closed')}</strong>
            </Signed>
            <p className="verbatim">{closing.words}</p>
            <ClosedOn closing={closing} project={project} />
          </li>
        ))}
        {waivers.map(({ id, by, at, reason, goalId }) => (
          <li key={id}>
            <Signed by={<Person name={by.name} id={by.id} />} at={at}>
              {' '}
              <strong>{t('waived', { goal: nameOf(goalId) })}</strong>
            </Signed>
            <p className="verbatim">{reason}</p>
          </li>
        ))}
        {acceptances.map((acceptance) => (
          <OneAcceptance key={acceptance.id} acceptance={acceptance} />
        ))}
      </ol>
    </Part>
  );
}

function ClosedOn({ closing, project }: { closing: ProjectPage['closings'][number]; project: ProjectPage }) {
  const t = useWords(pageWords);
  return (
    <ul className="quiet">
      {closing.goals.map(({ goalId, readingId }) => {
        const goal = project.goals.find(({ id }) => id === goalId);
        const reading = goal?.readings.find(({ id }) => id === readingId);
        const value = goal && reading ? withUnit(reading.value, goal.indicator) : t('byWaiver');
        return <li key={goalId}>{t('closedOn', { goal: goal?.indicator.name ?? '', value })}</li>;
      })}
    </ul>
  );
}

function OneAcceptance({ acceptance }: { acceptance: ProjectPage['acceptances'][number] }) {
  const t = useWords(pageWords);
  const times = useTimes();
  const numbers = useNumbers();
  const { result, by, at, heldOn, score, asked, approving, words, panel, files } = acceptance;
  const passed = result === 'passed';
  return (
    <li>
      <Signed by={<Person name={by.name} id={by.id} />} at={at}>
        {' '}
        <span className={`light ${passed ? 'tone-done' : 'tone-danger'}`}>
          {passed ? <CheckCircleFilled aria-hidden /> : <CloseCircleFilled aria-hidden />}{' '}
          {t(passed ? 'passed' : 'failed')}
        </span>
      </Signed>
      <p className="quiet acceptance-facts">
        <span>{t('heldOn', { day: times.day(heldOn) })}</span>
        {score !== null && <span>{t('score', { score })}</span>}
        {asked !== null && approving !== null && (
          <span>
            {t('approving', { share: numbers.percent(approving / asked), parts: numbers.parts(approving, asked) })}
          </span>
        )}
      </p>
      <p className="verbatim">{words}</p>
      {panel.length > 0 && (
        <dl className="panel">
          {panel.map(({ person, opinion }) => (
            <div key={person.id}>
              <dt>{person.name}</dt>
              <dd className="verbatim">{opinion}</dd>
            </div>
          ))}
        </dl>
      )}
      <Papers files={files} to={acceptancePaperAt} />
    </li>
  );
}
