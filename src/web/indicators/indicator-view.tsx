/** The page of an indicator, whole or in the right pane: the chart, the readings, what the figure means since when. */
import { useMemo } from 'react';
import { directions, states } from '#indicator/indicator.ts';
import { type Matter, matters } from '#signal/signal.ts';
import { type IndicatorPage as Indicator, indicatorViewApi } from '#views/indicator.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { indicatorWords } from '#web/indicators/indicator.words.ts';
import { IndicatorActions } from '#web/indicators/indicator-actions.tsx';
import { IndicatorChart } from '#web/indicators/indicator-chart.tsx';
import { indicatorSentences } from '#web/indicators/indicator-sentences.ts';
import { ReadingsPart } from '#web/indicators/readings-part.tsx';
import { Go } from '#web/place/go.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { Person, Unit } from '#web/show/person.tsx';
import { PrintButton } from '#web/show/print-button.tsx';
import { SourceLink } from '#web/source/source-link.tsx';
import { History } from '#web/thing/history.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { Facts, Part, ThingPage } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/indicators/indicator.css';

export function IndicatorPage() {
  const { params } = usePlace();
  return <IndicatorView key={params.id} id={params.id!} />;
}

export function IndicatorView({ id }: { id: string }) {
  const t = useWords(indicatorWords);
  const read = useRead(indicatorViewApi.page, { params: { id } });
  return (
    <ReadThing read={read} gone={t('gone')}>
      {(indicator) => <Shown indicator={indicator} />}
    </ReadThing>
  );
}

function Shown({ indicator }: { indicator: Indicator }) {
  const points = useMemo(() => indicator.readings.filter((one) => !one.withdrawn), [indicator.readings]);
  const t = useWords(indicatorWords);
  return (
    <ThingPage
      number={indicator.number}
      title={indicator.name}
      state={states[indicator.state]}
      marks={
        <>
          <SourceLink kind="indicator" id={indicator.id} />
          <PrintButton />
        </>
      }
      actions={<IndicatorActions indicator={indicator} />}
      around={<Around indicator={indicator} />}
      history={<History moves={indicator.history} sentences={indicatorSentences} />}
    >
      <section className="part">
        <IndicatorChart measure={indicator} counts={indicator.counted !== null} points={points} />
      </section>
      <ReadingsPart indicator={indicator} />
      <Part title={t('definition')}>
        <Definitions indicator={indicator} />
      </Part>
    </ThingPage>
  );
}

/** The one in force first, those before it below. */
function Definitions({ indicator }: { indicator: Indicator }) {
  const t = useWords(indicatorWords);
  const times = useTimes();
  return [...indicator.definitions].reverse().map((one, index, all) => (
    <section key={one.id} className="definition">
      <p>
        <strong>{t('inForceFrom', { day: one.validFrom })}</strong>{' '}
        <span className="faint">
          {index === 0 && t('inForce')} {index === all.length - 1 && t('first')}
        </span>
      </p>
      <Facts
        of={[
          [t('numerator'), one.numerator],
          [t('denominator'), one.denominator],
          [t('source'), one.source],
          [t('method'), one.method],
          [
            t('definedBy'),
            <>
              {one.by.name}{' '}
              <time className="faint" dateTime={one.at} title={times.exact(one.at)}>
                {times.near(one.at)}
              </time>
            </>,
          ],
        ]}
      />
    </section>
  ));
}

function Around({ indicator }: { indicator: Indicator }) {
  const t = useWords(indicatorWords);
  const say = useSaid();
  const times = useTimes();
  const { about, control, owner } = indicator;
  return (
    <Facts
      of={[
        [t('unitWords'), indicator.unitWords],
        [t('direction'), say(directions[indicator.direction])],
        [t('owner'), <Unit key="owner" name={owner.name} short={owner.shortName} id={owner.id} />],
        [
          t('counts'),
          about && (
            <Go to={`/problems/${about.id}`}>
              <span className="figures">{about.number}</span> {about.title}
            </Go>
          ),
        ],
        [
          t('control'),
          control && [say(matters[control.matter as Matter]), control.category].filter(Boolean).join(' · '),
        ],
        [
          t('madeBy'),
          <>
            <Person name={indicator.madeBy.name} id={indicator.madeBy.id} />{' '}
            <time className="faint" dateTime={indicator.madeAt} title={times.exact(indicator.madeAt)}>
              {times.near(indicator.madeAt)}
            </time>
          </>,
        ],
      ]}
    />
  );
}
