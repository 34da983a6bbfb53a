/** Common problems: what many speak of, ranked by heat, as a list, over the townships, or by spread and growth. */
import { Segmented, Skeleton } from 'antd';
import { type Survey, themeApi } from '#triage/theme/theme.api.ts';
import { states } from '#triage/theme/theme.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { NewSurvey } from '#web/themes/new-survey.tsx';
import { SurveyBar, SurveyFacts } from '#web/themes/survey-bar.tsx';
import { themeWords } from '#web/themes/theme.words.ts';
import { ThemeRows } from '#web/themes/theme-rows.tsx';
import { ThemesMap } from '#web/themes/themes-map.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/list/list.css';
import '#web/indicators/indicator.css';
import '#web/themes/theme.css';

const NOW_AND_THEN = 60_000;

export function ThemesPage() {
  const t = useWords(themeWords);
  const { search } = usePlace();
  useTitle(t('title'));
  const read = useRead(themeApi.surveys, {}, { every: NOW_AND_THEN, keep: true });
  const { data } = read;
  if (read.error) return <Refused refusal={read.error} again={() => void read.refetch()} />;
  if (!data) return <Skeleton active className="desk-page" />;
  const survey = data.surveys.find(({ id }) => id === search.survey) ?? data.surveys[0];
  if (!survey)
    return (
      <div className="desk-page">
        <h1>{t('title')}</h1>
        <Go to="/monthly">{t('monthly')}</Go>
        <Empty title={t('none')} how={t('noneHow')}>
          {data.mayManage && <NewSurvey />}
        </Empty>
      </div>
    );
  return <Shown key={survey.id} surveys={data.surveys} survey={survey} mayManage={data.mayManage} />;
}

const tabs = ['standing', 'proposed', 'confirmed', 'campaign', 'dismissed'] as const;
type Tab = (typeof tabs)[number];
const ways = ['list', 'matrix', 'bubbles'] as const;
type Way = (typeof ways)[number];

type ShownProps = { surveys: readonly Survey[]; survey: Survey; mayManage: boolean };

function Shown({ surveys, survey, mayManage }: ShownProps) {
  const t = useWords(themeWords);
  const { search, setSearch } = usePlace();
  const tab = tabs.find((one) => one === search.state) ?? 'standing';
  const way = ways.find((one) => one === search.as) ?? 'list';
  const { done } = survey;
  const read = useRead(themeApi.list, done ? { query: { surveyId: survey.id, state: tab } } : undefined, {
    keep: true,
  });
  const { data } = read;
  const choose = (id: string) => setSearch({ survey: id === surveys[0]?.id ? undefined : id, state: undefined }, true);
  return (
    <section className="themes" aria-label={t('title')}>
      <header className="list-head">
        <h1>{t('title')}</h1>
        <Go to="/monthly">{t('monthly')}</Go>
        <SurveyBar
          weights={data?.rule.weights}
          surveys={surveys}
          survey={survey}
          mayManage={mayManage}
          lastOwn={data?.lastOwn ?? null}
          onChoose={choose}
        />
      </header>
      <SurveyFacts survey={survey} />
      <div className="theme-ways">
        <StateTabs
          tab={tab}
          counts={data?.counts}
          onChoose={(to) => setSearch({ state: to === 'standing' ? undefined : to }, true)}
        />
        <Segmented<Way>
          aria-label={t('asWhat')}
          value={way}
          options={ways.map((value) => ({ value, label: t(value) }))}
          onChange={(to) => setSearch({ as: to === 'list' ? undefined : to }, true)}
        />
      </div>
      {!done && <Empty title={t('firstRun')} how={t('firstRunHow')} />}
      {read.error && <Refused refusal={read.error} again={() => void read.refetch()} />}
      {done && !data && !read.error && <Skeleton active />}
      {done && data && data.items.length === 0 && <Empty title={t('noneHere')} how={t('noneHereHow')} />}
      {done && data && data.items.length > 0 && way === 'list' && (
        <ThemeRows themes={data.items} from={done.from!} to={done.to!} />
      )}
      {done && data && data.items.length > 0 && way !== 'list' && (
        <ThemesMap way={way} themes={data.items} areas={data.areas} />
      )}
    </section>
  );
}

type StateTabsProps = {
  tab: Tab;
  counts: Readonly<Record<string, { count: number; more: boolean }>> | undefined;
  onChoose: (tab: Tab) => void;
};

function StateTabs({ tab, counts, onChoose }: StateTabsProps) {
  const t = useWords(themeWords);
  const say = useSaid();
  const numbers = useNumbers();
  return (
    <nav className="list-views" aria-label={t('states')}>
      {tabs.map((one) => (
        <span key={one} className={one === tab ? 'list-view is-now' : 'list-view'}>
          <button type="button" aria-current={one === tab ? 'true' : undefined} onClick={() => onChoose(one)}>
            {one === 'standing' ? t('standing') : say(states[one])}
            <span className="list-count figures">{counts?.[one] ? numbers.count(counts[one]) : '·'}</span>
          </button>
        </span>
      ))}
    </nav>
  );
}
