/** The charter (立项书) as an office reads and prints it: one sheet, headings in order, tables for goals, milestones and duties. */
import type { ReactNode } from 'react';
import { layers as causeLayers } from '#cause/cause.ts';
import { layers, levels, memberRoles, steps } from '#project/project.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { withUnit } from '#web/indicators/figures.ts';
import { charterWords } from '#web/projects/charter.words.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/projects/charter.css';

type Shown = { project: ProjectPage };

export function CharterSheet({ project }: Shown) {
  const t = useWords(charterWords);
  const { background, effect, method } = project;
  return (
    <article className="sheet" aria-label={t('sheet')}>
      <h2>{t(project.draft ? 'draft' : 'sheet')}</h2>
      <Head project={project} />
      <Section title={t('problems')}>
        <ol>
          {project.problems.map((one) => (
            <li key={one.id}>
              {one.title}（{one.number}）
            </li>
          ))}
        </ol>
      </Section>
      <Section title={t('background')}>{background}</Section>
      <Section title={t('goals')}>{project.goals.length > 0 && <Goals project={project} />}</Section>
      <Section title={t('measures')}>
        <Measures project={project} />
      </Section>
      <Section title={t('milestones')}>{project.milestones.length > 0 && <Milestones project={project} />}</Section>
      <Section title={t('layers')}>
        <Duties project={project} />
      </Section>
      <Section title={t('effect')}>{effect}</Section>
      <Section title={t('method')}>{method}</Section>
      <Section title={t('opinion')}>
        <Opinions project={project} />
      </Section>
    </article>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const t = useWords(charterWords);
  return (
    <section>
      <h3>{title}</h3>
      {typeof children === 'string' && children ? <p className="verbatim">{children}</p> : children}
      {!children && <p className="faint">{t('none')}</p>}
    </section>
  );
}

function Head({ project }: Shown) {
  const t = useWords(charterWords);
  const say = useSaid();
  const times = useTimes();
  const { number, title, level, unit, lead, reviewer, startsOn, endsOn, madeBy, madeAt } = project;
  const rows: [string, ReactNode][] = [
    [t('title'), title],
    [
      t('number'),
      <span key="number" className="figures">
        {number}
      </span>,
    ],
    [t('unit'), unit.name],
    [t('level'), say(levels[level])],
    [t('lead'), lead?.name ?? t('none')],
    [t('reviewer'), reviewer?.name ?? t('none')],
    [t('period'), startsOn && endsOn ? `${times.date(startsOn)} — ${times.date(endsOn)}` : t('none')],
    [t('by'), `${madeBy.name} ${times.date(madeAt)}`],
  ];
  return (
    <dl className="sheet-head">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Goals({ project }: Shown) {
  const t = useWords(charterWords);
  const times = useTimes();
  return (
    <table>
      <thead>
        <tr>
          <th>{t('indicator')}</th>
          <th>{t('baseline')}</th>
          <th>{t('baselineSource')}</th>
          <th>{t('target')}</th>
          <th>{t('targetOn')}</th>
        </tr>
      </thead>
      <tbody>
        {project.goals.map(({ id, indicator, baseline, baselineOn, baselineSource, target, targetOn }) => (
          <tr key={id}>
            <td>{indicator.name}</td>
            <td>
              {withUnit(baseline, indicator)}（{times.date(baselineOn)}）
            </td>
            <td>{baselineSource}</td>
            <td>{withUnit(target, indicator)}</td>
            <td>{times.date(targetOn)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Measures({ project }: Shown) {
  const t = useWords(charterWords);
  const say = useSaid();
  if (project.measures.length === 0) return <p className="faint">{t('measureNone')}</p>;
  return (
    <ol>
      {project.measures.map((one) => (
        <li key={one.id}>
          {one.words}（{say(causeLayers[one.layer])}）
        </li>
      ))}
    </ol>
  );
}

function Milestones({ project }: Shown) {
  const t = useWords(charterWords);
  const times = useTimes();
  return (
    <table>
      <thead>
        <tr>
          <th>{t('dueOn')}</th>
          <th>{t('milestoneTitle')}</th>
          <th>{t('evidenceAsked')}</th>
        </tr>
      </thead>
      <tbody>
        {project.milestones
          .filter(({ state }) => state !== 'dropped')
          .map((one) => (
            <tr key={one.id}>
              <td>{times.date(one.dueOn)}</td>
              <td>{one.title}</td>
              <td>{one.evidenceAsked}</td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function Duties({ project }: Shown) {
  const t = useWords(charterWords);
  const say = useSaid();
  return (
    <table>
      <tbody>
        {layers.map((layer) => (
          <tr key={layer}>
            <th>{say(memberRoles[layer])}</th>
            <td>
              {project.members
                .filter(({ role, to }) => role === layer && to === null)
                .map(({ person, unit, duty }) => `${person?.name ?? unit?.name ?? ''}${duty && `：${duty}`}`)
                .join('；') || t('nobody')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Opinions({ project }: Shown) {
  const t = useWords(charterWords);
  const say = useSaid();
  const times = useTimes();
  const judged = project.decisions.filter(({ step }) => step === 'charter' || step === 'sendBack');
  if (judged.length === 0) return <p className="faint">{t('noOpinion')}</p>;
  return judged.map(({ id, step, words, by, at }) => (
    <p key={id}>
      {say(steps[step as 'charter' | 'sendBack'])}：{words}
      <br />
      {by.name} {times.date(at)}
    </p>
  ));
}
