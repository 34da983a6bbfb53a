/** The page of a theme: what people say, month by month and place by place, its matters, and what is decided about it. */
import { states as problemStates } from '#triage/problem.ts';
import { states } from '#triage/theme/theme.ts';
import { type ThemePage as Theme, themeViewApi } from '#views/theme.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { Unit } from '#web/show/person.tsx';
import { PrintButton } from '#web/show/print-button.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { Watermark } from '#web/show/watermark.tsx';
import { pageWords } from '#web/themes/page.words.ts';
import { ThemeActions } from '#web/themes/theme-actions.tsx';
import { ThemeAround } from '#web/themes/theme-around.tsx';
import { ThemeGroups } from '#web/themes/theme-groups.tsx';
import { ThemeMonths } from '#web/themes/theme-months.tsx';
import { themeSentences } from '#web/themes/theme-sentences.ts';
import { UndoButton } from '#web/themes/undo-button.tsx';
import { History } from '#web/thing/history.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { Facts, Part, ThingPage } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/indicators/indicator.css';
import '#web/themes/theme.css';

export function ThemePage() {
  const { params } = usePlace();
  return <ThemeView key={params.id} id={params.id!} />;
}

function ThemeView({ id }: { id: string }) {
  const t = useWords(pageWords);
  const read = useRead(themeViewApi.page, { params: { id } });
  return (
    <ReadThing read={read} gone={t('gone')}>
      {(theme) => (
        <Watermark>
          <Shown theme={theme} />
        </Watermark>
      )}
    </ReadThing>
  );
}

function Shown({ theme }: { theme: Theme }) {
  const t = useWords(pageWords);
  const times = useTimes();
  const marks = (
    <>
      {theme.rank !== null && <span>{t('rank', { rank: theme.rank })}</span>}
      <Go to={`/themes?survey=${theme.surveyId}`}>{t('back')}</Go>
      <PrintButton />
      <UndoButton lastOwn={theme.lastOwn} />
    </>
  );
  return (
    <ThingPage
      number=""
      title={theme.name}
      state={states[theme.state]}
      marks={marks}
      actions={<ThemeActions theme={theme} />}
      around={<ThemeAround theme={theme} />}
      history={<History moves={theme.history} sentences={themeSentences} />}
    >
      {theme.mergedInto && (
        <p className="problem-merged">
          <Go to={`/themes/${theme.mergedInto.id}`}>{t('mergedInto', { name: theme.mergedInto.name })}</Go>
        </p>
      )}
      {theme.state === 'proposed' && <p className="faint">{t('byProgram')}</p>}
      {theme.campaign && <CampaignPart campaign={theme.campaign} />}
      <Part title={t('months')}>
        <ThemeMonths theme={theme} />
      </Part>
      <Part title={t('voices')}>
        {theme.quotes.map(({ id, number, words, receivedAt }) => (
          <blockquote key={id} className="theme-quote">
            <p className="verbatim">{words}</p>
            <footer className="faint">
              <Go to={`/signals/${id}`}>{number}</Go> · {times.near(receivedAt)}
            </footer>
          </blockquote>
        ))}
      </Part>
      <ThemeGroups theme={theme} />
    </ThingPage>
  );
}

function CampaignPart({ campaign }: { campaign: NonNullable<Theme['campaign']> }) {
  const t = useWords(pageWords);
  const times = useTimes();
  const { problem, title, lead, from, to, goal, through } = campaign;
  return (
    <Part title={t('campaign')}>
      <p>
        <Go to={`/problems/${problem.id}`}>
          {problem.number} {title}
        </Go>{' '}
        <StateTag state={problemStates[problem.state]} />
      </p>
      <Facts
        of={[
          [t('leadUnit'), lead && <Unit name={lead.name} short={lead.shortName} id={lead.id} />],
          [t('time'), `${times.date(from)} — ${times.date(to)}`],
          [
            t('goal'),
            <span key="goal" className="verbatim">
              {goal}
            </span>,
          ],
        ]}
      />
      <h4>{through.length > 0 ? t('through', { count: through.length }) : t('throughNone')}</h4>
      <ul className="theme-problems">
        {through.slice(0, 20).map((one) => (
          <li key={one.id}>
            <Go to={`/problems/${one.id}`}>
              {one.number} {one.title}
            </Go>{' '}
            <StateTag state={problemStates[one.state]} />{' '}
            <span className="faint">
              {one.lead?.shortName} · {t('signalsHere', { count: one.signals })}
            </span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
