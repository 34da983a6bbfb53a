/** Beside a theme: its heat with the sum, the townships it touches, the problems its signals stand on. */
import { states as problemStates } from '#triage/problem.ts';
import type { ThemePage } from '#views/theme.api.ts';
import { Go } from '#web/place/go.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { HeatRows } from '#web/themes/heat-sum.tsx';
import { pageWords } from '#web/themes/page.words.ts';
import { themeWords } from '#web/themes/theme.words.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';

const PLACES = 12;
const PROBLEMS = 12;

export function ThemeAround({ theme }: { theme: ThemePage }) {
  const t = useWords(pageWords);
  return (
    <div className="theme-around">
      <section>
        <h3>{t('figures')}</h3>
        <HeatRows theme={theme} />
      </section>
      <Townships theme={theme} />
      <Problems theme={theme} />
    </div>
  );
}

function Townships({ theme }: { theme: ThemePage }) {
  const t = useWords(pageWords);
  const all = useWords(themeWords);
  const numbers = useNumbers();
  const names = new Map(theme.areas.map(({ id, name }) => [id, name]));
  const { areas } = theme.figures;
  const highest = areas[0]?.[1] ?? 1;
  return (
    <section>
      <h3>
        {t('townships')} <span className="figures faint">{areas.length}</span>
      </h3>
      {areas.length === 0 && <p className="faint">{t('noTownships')}</p>}
      <ul className="theme-places">
        {areas.slice(0, PLACES).map(([id, count]) => (
          <li key={id}>
            <span>{names.get(id) ?? ''}</span>
            <span className="theme-place-bar" aria-hidden>
              <span style={{ width: `${(100 * count) / highest}%` }} />
            </span>
            <span className="figures">{numbers.whole(count)}</span>
          </li>
        ))}
      </ul>
      {areas.length > PLACES && <p className="faint">{all('others', { count: areas.length - PLACES })}</p>}
    </section>
  );
}

function Problems({ theme }: { theme: ThemePage }) {
  const t = useWords(pageWords);
  const all = useWords(themeWords);
  const { problems, loose } = theme;
  return (
    <section>
      <h3>
        {t('problems')} <span className="figures faint">{problems.length || ''}</span>
      </h3>
      <ul className="theme-problems">
        {problems.slice(0, PROBLEMS).map((one) => (
          <li key={one.id}>
            <Go to={`/problems/${one.id}`}>{one.title}</Go>
            <p className="faint">
              <StateTag state={problemStates[one.state]} /> {one.lead?.shortName} ·{' '}
              {t('signalsHere', { count: one.signals })}
            </p>
          </li>
        ))}
      </ul>
      {problems.length > PROBLEMS && <p className="faint">{all('others', { count: problems.length - PROBLEMS })}</p>}
      {loose > 0 && <p className="faint">{problems.length === 0 ? t('looseAll') : t('loose', { count: loose })}</p>}
    </section>
  );
}
