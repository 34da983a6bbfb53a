/** What a unit has in hand, on its page: by light, what is late, who has how much, what came back, letters, and its heads. */
import type { UnitPage } from '#people/unit.api.ts';
import { overviewApi, type UnitLoad } from '#views/overview.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { LightFigures } from '#web/overview/light-figures.tsx';
import { overviewWords } from '#web/overview/overview.words.ts';
import { Go } from '#web/place/go.tsx';
import { Due } from '#web/show/due.tsx';
import { Person } from '#web/show/person.tsx';
import { Facts, Part } from '#web/thing/thing-page.tsx';
import { useWords } from '#web/words/words.ts';
import '#web/overview/overview.css';

/** Refused, it is not there: the unit's page is open to more people than its work. */
export function UnitLoadPart({ unit }: { unit: UnitPage }) {
  const t = useWords(overviewWords);
  const read = useRead(overviewApi.unitLoad, { params: { id: unit.id } });
  if (!read.data) return null;
  const { problems, tasks, people, returns, letters, days } = read.data;
  const heads = unit.posts.filter((post) => post.role === 'unit_leader');
  return (
    <Part title={t('load')}>
      <div className="unit-work">
        <Facts
          of={[
            [
              t('heads'),
              heads.length > 0 && heads.map(({ id, person }) => <Person key={id} id={person.id} name={person.name} />),
            ],
            [t('leadsNow'), <LightFigures key="problems" of={problems} none={t('none')} />],
            [t('gaveNow'), <LightFigures key="tasks" of={tasks} none={t('none')} />],
            [t('returns', { days }), returns.given > 0 && t('ofGiven', returns)],
            [t('letters', { days }), letters && letters.sent > 0 && t('ofLetters', letters)],
          ]}
        />
      </div>
      <Late of={read.data.late} />
      {people.length > 0 && (
        <>
          <h3 className="load-head">{t('byPerson')}</h3>
          <ul className="people-lines">
            {people.map(({ person, ...figures }) => (
              <li key={person.id}>
                <span className="line-grow">
                  <Person id={person.id} name={person.name} />
                </span>
                <LightFigures of={figures} none={t('none')} />
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="faint load-how">{t('loadHow')}</p>
    </Part>
  );
}

function Late({ of: { items, count } }: { of: UnitLoad['late'] }) {
  const t = useWords(overviewWords);
  if (count === 0) return null;
  return (
    <>
      <h3 className="load-head">{t('lateNow')}</h3>
      <ul className="people-lines">
        {items.map(({ kind, id, number, title, due, person }) => (
          <li key={id}>
            <span className="line-grow">
              <Go to={kind === 'problem' ? `/problems/${id}` : `/tasks/${id}`}>{title}</Go>{' '}
              <span className="figures faint">{number}</span> {person && <span className="quiet">{person.name}</span>}
            </span>
            {due && <Due due={due} />}
          </li>
        ))}
      </ul>
      {count > items.length && <p className="quiet">{t('andMore', { count: count - items.length })}</p>}
    </>
  );
}
