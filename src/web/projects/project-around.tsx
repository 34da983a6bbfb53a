/** Beside a project: its people by layer, the problems it answers, the measures it carries out, and the limit that runs. */
import { Button } from 'antd';
import { useState } from 'react';
import { layers as causeLayers } from '#cause/cause.ts';
import { layers, levels, type MemberRole, memberRoles } from '#project/project.ts';
import { limitNames } from '#rules/limits.ts';
import { states as problemStates } from '#triage/problem.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { Go } from '#web/place/go.tsx';
import { FirstHand } from '#web/projects/first-hand.tsx';
import { pageWords } from '#web/projects/page.words.ts';
import { Due } from '#web/show/due.tsx';
import { Person, Unit } from '#web/show/person.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { Facts } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type OnProject = { project: ProjectPage };
type Member = ProjectPage['members'][number];

export function ProjectAround({ project }: OnProject) {
  const t = useWords(pageWords);
  const say = useSaid();
  const times = useTimes();
  const { unit, level, startsOn, endsOn, madeBy, madeAt, programme } = project;
  return (
    <div className="project-around">
      <People project={project} />
      <section>
        <h3>{t('problems')}</h3>
        <ul className="project-lines">
          {project.problems.map((one) => (
            <li key={one.id}>
              <Go to={`/problems/${one.id}`}>
                <span className="figures faint">{one.number}</span> {one.title}
              </Go>
              <StateTag state={problemStates[one.state]} />
            </li>
          ))}
        </ul>
      </section>
      {project.measures.length > 0 && <Measures project={project} />}
      {project.due && <Clock project={project} />}
      <Facts
        of={[
          [t('unit'), <Unit key="unit" name={unit.name} short={unit.shortName} id={unit.id} />],
          [t('level'), say(levels[level])],
          [t('dates'), startsOn && endsOn && t('period', { from: times.day(startsOn), to: times.day(endsOn) })],
          [
            t('made'),
            <>
              <Person key="by" name={madeBy.name} id={madeBy.id} />{' '}
              <time className="faint" dateTime={madeAt} title={times.exact(madeAt)}>
                {times.near(madeAt)}
              </time>
            </>,
          ],
          [t('programme'), t('programmeVersion', { name: say(programme), version: programme.version })],
        ]}
      />
    </div>
  );
}

const order: MemberRole[] = ['lead', 'reviewer', ...layers];

function People({ project }: OnProject) {
  const t = useWords(pageWords);
  const [whole, setWhole] = useState(false);
  const now = project.members.filter(({ to }) => to === null);
  const earlier = project.members.filter(({ to }) => to !== null);
  return (
    <section>
      <h3>{t('people')}</h3>
      <ul className="members">
        {order.flatMap((role) =>
          now
            .filter((one) => one.role === role)
            .map((one) => <OneMember key={one.id} member={one} firstHand={project.firstHand} />),
        )}
        {whole && earlier.map((one) => <OneMember key={one.id} member={one} firstHand={false} />)}
      </ul>
      {earlier.length > 0 && !whole && (
        <Button type="link" size="small" onClick={() => setWhole(true)}>
          {t('earlier', { count: earlier.length })}
        </Button>
      )}
    </section>
  );
}

function OneMember({ member, firstHand }: { member: Member; firstHand: boolean }) {
  const t = useWords(pageWords);
  const say = useSaid();
  const times = useTimes();
  const { role, person, unit, duty, to } = member;
  return (
    <li className={to ? 'member is-earlier' : 'member'}>
      <span className={role === 'lead' ? 'member-role is-lead' : 'member-role'}>{say(memberRoles[role])}</span>
      <span>
        {person && <Person name={person.name} id={person.id} />}
        {unit && <Unit name={unit.name} short={unit.shortName} id={unit.id} />}{' '}
        {role === 'lead' && <FirstHand project={{ firstHand }} />}
        {to && <span className="faint">{t('untilDay', { day: times.day(new Date(to)) })}</span>}
        {duty && <span className="quiet member-duty">{duty}</span>}
      </span>
    </li>
  );
}

function Measures({ project }: OnProject) {
  const t = useWords(pageWords);
  const say = useSaid();
  return (
    <section>
      <h3>{t('measures')}</h3>
      <ul className="project-lines">
        {project.measures.map(({ id, words, layer, causes }) => (
          <li key={id}>
            <span>
              <span className="faint">{say(causeLayers[layer])}</span> {words}
              {causes.length > 0 && <span className="faint member-duty">← {causes.join('；')}</span>}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Clock({ project }: OnProject) {
  const t = useWords(pageWords);
  const say = useSaid();
  const times = useTimes();
  const { limit, startedAt } = project.due!;
  const name = limit in limitNames ? say(limitNames[limit as keyof typeof limitNames]) : limit;
  return (
    <section>
      <h3>{t('clock')}</h3>
      <p className="quiet">{t('limit', { name })}</p>
      <p>
        <Due due={project.due!} />
      </p>
      <p className="faint">{t('begun', { when: times.near(startedAt) })}</p>
    </section>
  );
}
