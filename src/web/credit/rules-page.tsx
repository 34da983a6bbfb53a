/** The rules of credit levels with their figures, and visits a year by level. */
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { dayOf } from '#clock/day.ts';
import { creditApi, type RuleShown } from '#credit/credit.api.ts';
import { compares, countings, standings } from '#credit/credit.ts';
import { useRead } from '#web/call/use-read.ts';
import { AddRuleDialog } from '#web/credit/add-rule-dialog.tsx';
import { ruleWords } from '#web/credit/rule.words.ts';
import { EndRuleDialog, MetricDialog, PresetDialog, VisitingDialog } from '#web/credit/rule-dialogs.tsx';
import { StandingMark } from '#web/credit/standing-mark.tsx';
import { useMay } from '#web/desk/me.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { Empty } from '#web/show/empty.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { now } from '#web/words/now.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/credit/credit.css';

type Asked = 'add' | 'metric' | 'preset' | 'visiting' | RuleShown;

export function RulesPage() {
  const t = useWords(ruleWords);
  const say = useSaid();
  const mayRule = useMay()('credit.rule');
  const read = useRead(creditApi.rules, {});
  const [past, setPast] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const today = dayOf(now());
  useTitle(t('title'));
  return (
    <ReadThing read={read} gone={t('none')}>
      {({ metrics, rules, visiting }) => {
        const shown = rules.filter(({ validTo }) => past || validTo === null || validTo > today);
        return (
          <article className="desk-page credit-rules">
            <header>
              <Go to="/organisations">{t('back')}</Go>
              <h1>{t('title')}</h1>
              <p className="quiet">{t('how')}</p>
              <div className="credit-line">
                {mayRule && (
                  <>
                    <Button type="primary" disabled={metrics.length === 0} onClick={() => setAsked('add')}>
                      {t('add')}
                    </Button>
                    <Button onClick={() => setAsked('metric')}>{t('addMetric')}</Button>
                    <Button onClick={() => setAsked('preset')}>{t('load')}</Button>
                  </>
                )}
                <Checkbox checked={past} onChange={({ target }) => setPast(target.checked)}>
                  {t('past')}
                </Checkbox>
              </div>
            </header>
            {shown.length === 0 && <Empty title={t('none')} how={t('noneHow')} />}
            {metrics
              .map((metric) => [metric, shown.filter(({ metricId }) => metricId === metric.id)] as const)
              .filter(([, of]) => of.length > 0)
              .map(([metric, of]) => (
                <section key={metric.id}>
                  <h2>{metric.name}</h2>
                  <ul className="credit-list">
                    {of.map((rule) => (
                      <RuleLine
                        key={rule.id}
                        rule={rule}
                        today={today}
                        {...(mayRule && { onEnd: () => setAsked(rule) })}
                      />
                    ))}
                  </ul>
                </section>
              ))}
            <section>
              <h2>{t('visiting')}</h2>
              <p className="quiet">{t('visitingHow')}</p>
              <p className="credit-line">
                {visiting
                  ? (['green', 'yellow', 'orange', 'red'] as const).map((key) => (
                      <span key={key}>
                        {say(standings[key])} <strong className="figures">{visiting[key]}</strong>
                      </span>
                    ))
                  : t('visitingNone')}
                {mayRule && (
                  <Button size="small" onClick={() => setAsked('visiting')}>
                    {t('visitingSet')}
                  </Button>
                )}
              </p>
            </section>
            {asked === 'add' && <AddRuleDialog metrics={metrics} onClose={close} />}
            {asked === 'metric' && <MetricDialog onClose={close} />}
            {asked === 'preset' && <PresetDialog onClose={close} />}
            {asked === 'visiting' && <VisitingDialog now={visiting} onClose={close} />}
            {typeof asked === 'object' && <EndRuleDialog rule={asked} onClose={close} />}
          </article>
        );
      }}
    </ReadThing>
  );
}

function RuleLine({ rule, today, onEnd }: { rule: RuleShown; today: string; onEnd?: () => void }) {
  const t = useWords(ruleWords);
  const say = useSaid();
  const times = useTimes();
  const { validTo, validFrom, by, reason, threshold } = rule;
  const over = validTo !== null && validTo <= today;
  const says = {
    ...{ window: rule.windowDays, counted: say(countings[rule.counted]), compare: say(compares[rule.compare]) },
    ...{ threshold, unit: rule.metric.unitWords },
  };
  return (
    <li className={over ? 'faint' : ''}>
      <div className="credit-line">
        <StandingMark standing={rule.level} />
        <strong>{rule.name}</strong>
        <span>{t('says', says)}</span>
        <span className="faint">{t('keeps', { days: rule.keepDays })}</span>
        {rule.open > 0 && <span className="faint">{t('open', { n: rule.open })}</span>}
        {!over && onEnd && (
          <Button type="link" size="small" onClick={onEnd}>
            {t('end')}
          </Button>
        )}
      </div>
      <p className="faint">
        {rule.action} · {t('repair')}：{rule.repair} · {t('since', { day: times.date(validFrom), by, reason })}
        {validTo && ` · ${t('until', { day: times.date(validTo) })}`}
      </p>
    </li>
  );
}
