/** The readings of an indicator as a table: each figure with who, when, from where, and under which definition. */
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { indicatorApi, type Reading } from '#indicator/indicator.api.ts';
import { ways } from '#indicator/indicator.ts';
import type { IndicatorPage } from '#views/indicator.api.ts';
import { figure } from '#web/indicators/figures.ts';
import { indicatorDialogWords, indicatorWords } from '#web/indicators/indicator.words.ts';
import { sayPeriod } from '#web/indicators/period.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { Person } from '#web/show/person.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useLanguage, useSaid, useWords } from '#web/words/words.ts';

export function ReadingsPart({ indicator }: { indicator: IndicatorPage }) {
  const t = useWords(indicatorWords);
  const [all, setAll] = useState(false);
  const [asked, setAsked] = useState<Reading>();
  const withdrawn = indicator.readings.filter((one) => one.withdrawn).length;
  const shown = indicator.readings.filter((one) => all || !one.withdrawn).reverse();
  const mayWithdraw = indicator.buttons.some(({ step, closed }) => step === 'withdraw' && closed === null);
  if (indicator.readings.length === 0) return null;
  const toggle = withdrawn > 0 && (
    <Checkbox className="not-printed" checked={all} onChange={(event) => setAll(event.target.checked)}>
      {t('showWithdrawn', { count: withdrawn })}
    </Checkbox>
  );
  return (
    <Part title={t('readings')} action={toggle}>
      <div className="figures-frame">
        <table className="figures-table">
          <Heads indicator={indicator} />
          <tbody>
            {shown.map((one) => (
              <Row
                key={one.id}
                indicator={indicator}
                reading={one}
                {...(mayWithdraw && !one.withdrawn && { onWithdraw: () => setAsked(one) })}
              />
            ))}
          </tbody>
        </table>
      </div>
      {asked && <WithdrawDialog indicator={indicator} reading={asked} onClose={() => setAsked(undefined)} />}
    </Part>
  );
}

const hasParts = ({ readings }: IndicatorPage) => readings.some((one) => one.denominator !== null);

function Heads({ indicator }: { indicator: IndicatorPage }) {
  const t = useWords(indicatorWords);
  return (
    <thead>
      <tr>
        <th scope="col">{t('period')}</th>
        <th scope="col" className="right">
          {t('value')}（{indicator.unitWords}）
        </th>
        {hasParts(indicator) && (
          <th scope="col" className="right">
            {t('parts')}
          </th>
        )}
        {indicator.counted && (
          <>
            <th scope="col" className="right">
              {t('exposure')}
            </th>
            <th scope="col" className="right">
              {t('same')}
            </th>
          </>
        )}
        <th scope="col">{t('by')}</th>
        {!indicator.counted && <th scope="col">{t('sourceWords')}</th>}
        <td />
      </tr>
    </thead>
  );
}

type RowProps = { indicator: IndicatorPage; reading: Reading; onWithdraw?: () => void };

function Row({ indicator, reading, onWithdraw }: RowProps) {
  const t = useWords(indicatorWords);
  const d = useWords(indicatorDialogWords);
  const say = useSaid();
  const times = useTimes();
  const language = useLanguage();
  const { definitions, digits } = indicator;
  const definition = definitions.find(({ id }) => id === reading.definitionId);
  const isOld = definition && definition !== definitions[definitions.length - 1];
  const part = (value: number | null) => (value === null ? '' : figure(value, 0));
  const { numerator, denominator, withdrawn } = reading;
  return (
    <tr className={withdrawn ? 'is-withdrawn' : ''}>
      <th scope="row">
        {sayPeriod(reading, language)}
        {isOld && <div className="faint">{t('oldDefinition', { day: definition.validFrom })}</div>}
      </th>
      <td className="right reading-value">{figure(reading.value, digits)}</td>
      {hasParts(indicator) && (
        <td className="right">{denominator === null ? '' : `${numerator ?? ''}/${denominator}`}</td>
      )}
      {indicator.counted && (
        <>
          <td className="right">{part(reading.exposure)}</td>
          <td className="right">{part(reading.control)}</td>
        </>
      )}
      <td className="reading-by">
        {reading.by ? <Person name={reading.by.name} id={reading.by.id} /> : t('program')}{' '}
        <span className="faint">
          {reading.way === 'imported' && `${say(ways.imported)} `}
          <time dateTime={reading.at} title={times.exact(reading.at)}>
            {times.near(reading.at)}
          </time>
        </span>
        {withdrawn && (
          <div className="reading-words">
            {t('withdrawn', { name: withdrawn.by, when: times.near(withdrawn.at), reason: withdrawn.reason })}
          </div>
        )}
      </td>
      {!indicator.counted && <td className="reading-words quiet">{reading.source}</td>}
      <td className="right">
        {onWithdraw && (
          <Button size="small" type="text" className="not-printed" onClick={onWithdraw}>
            {d('withdraw')}
            <span className="only-heard">{sayPeriod(reading, language)}</span>
          </Button>
        )}
      </td>
    </tr>
  );
}

type WithdrawProps = { indicator: IndicatorPage; reading: Reading; onClose: () => void };

function WithdrawDialog({ indicator, reading, onClose }: WithdrawProps) {
  const d = useWords(indicatorDialogWords);
  const period = sayPeriod(reading, useLanguage());
  return (
    <ActionDialog
      title={d('withdrawReading', { period })}
      ok={d('withdraw')}
      how={d('withdrawHow')}
      danger
      route={indicatorApi.withdraw}
      args={({ reason }: { reason: string }, id) => ({
        params: { id: reading.id },
        body: { id, version: indicator.version, reason },
      })}
      done={() => d('withdrew', { period })}
      changes={['/indicators']}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}
