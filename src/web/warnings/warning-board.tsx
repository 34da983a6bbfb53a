/** The warning board: what is open, the most surprising first; what was settled lately; how it is found, and how often that errs. */
import { Button, Collapse } from 'antd';
import { useState } from 'react';
import { warningApi } from '#triage/warning/warning.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { Empty } from '#web/show/empty.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { RuleDialog } from '#web/warnings/rule-dialog.tsx';
import { warningWords } from '#web/warnings/warning.words.ts';
import { WarningCard } from '#web/warnings/warning-card.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/warnings/warnings.css';

/** Counted once an hour; somebody else may decide meanwhile. */
const EVERY = 60_000;
/** Below this the blind part is not worth a sentence. */
const BLIND = 0.02;

export function WarningBoard() {
  const t = useWords(warningWords);
  const times = useTimes();
  const numbers = useNumbers();
  const may = useMay();
  const [ruling, setRuling] = useState(false);
  const read = useRead(warningApi.board, {}, { every: EVERY });
  useTitle(t('board'));
  return (
    <ReadThing read={read} gone={t('none')}>
      {({ items, falseAlarms, watched, countedOn, unknown }) => {
        const open = items.filter(({ state }) => state === 'new' || state === 'noted');
        const settled = items.filter((one) => !open.includes(one));
        const blind = unknown.all > 0 ? unknown.people / unknown.all : 0;
        return (
          <article className="desk-page warnings">
            <header>
              <h1>{t('board')}</h1>
              <p className="quiet">
                {countedOn && (
                  <>
                    {t('how', { watched: numbers.whole(watched), alarms: falseAlarms })}{' '}
                    {blind > BLIND && t('unknown', { share: numbers.percent(blind) })}{' '}
                    <span className="faint">{t('counted', { day: times.day(countedOn) })}</span>
                  </>
                )}
              </p>
              <p className="warning-tools">
                <Go to="/warnings/trend">{t('toTrend')}</Go>
                {may('warning.decide') && (
                  <Button size="small" onClick={() => setRuling(true)}>
                    {t('rule')}
                  </Button>
                )}
              </p>
            </header>
            {open.length > 0 ? (
              <ul className="warning-list">
                {open.map((item) => (
                  <WarningCard key={item.id} item={item} />
                ))}
              </ul>
            ) : countedOn ? (
              <Empty title={t('none')} how={t('noneHow')} />
            ) : (
              <Empty title={t('never')} how={t('neverHow')} />
            )}
            {settled.length > 0 && (
              <Collapse
                ghost
                items={[
                  {
                    key: 'settled',
                    label: t('settled', { count: settled.length }),
                    children: (
                      <ul className="warning-list">
                        {settled.map((item) => (
                          <WarningCard key={item.id} item={item} />
                        ))}
                      </ul>
                    ),
                  },
                ]}
              />
            )}
            {ruling && <RuleDialog now={falseAlarms} onClose={() => setRuling(false)} />}
          </article>
        );
      }}
    </ReadThing>
  );
}
