/** The lot of a day, with all that is needed to draw it again. */
import { DatePicker, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { addDays, dayOf } from '#clock/day.ts';
import { callbackApi } from '#triage/callback/callback.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { callbackWords } from '#web/callbacks/callback.words.ts';
import { FiguresTable } from '#web/chart/chart-frame.tsx';
import { now } from '#web/words/now.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export function LotDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(callbackWords);
  const times = useTimes();
  const [day, setDay] = useState(addDays(dayOf(now()), -1));
  const read = useRead(callbackApi.draw, { params: { day } });
  const again = read.data?.numbers.filter(({ why }) => why === 'again').length ?? 0;
  return (
    <Modal open title={t('lotOf', { day: times.day(day) })} width={640} onCancel={onClose} footer={null}>
      <p>
        <DatePicker
          allowClear={false}
          value={dayjs(day)}
          maxDate={dayjs(addDays(dayOf(now()), -1))}
          onChange={(to) => to && setDay(to.format('YYYY-MM-DD'))}
        />
      </p>
      <Refused refusal={read.error ?? undefined} />
      {read.data && (
        <>
          <p className="quiet">{t('lotHow')}</p>
          <p>
            {t('seed')} <code className="callback-seed">{read.data.seed}</code>
          </p>
          <FiguresTable
            heads={[`${t('channel')} · ${t('unit')}`, t('of'), t('taken')]}
            rows={read.data.strata.map(({ channel, unit, of, taken }) => [
              `${channel} · ${unit ?? t('noUnit')}`,
              String(of),
              String(taken),
            ])}
          />
          {again > 0 && <p>{t('again', { count: again })}</p>}
          <p className="figures faint">{read.data.numbers.map(({ number }) => number).join('　')}</p>
        </>
      )}
    </Modal>
  );
}
