/** Whether the model still fits what arrives: month by month what people agreed with, and what it was about. */
import { useMemo } from 'react';
import { modelApi } from '#triage/category/model.api.ts';
import { useRead } from '#web/call/use-read.ts';
import {
  abstainedShare,
  agreedShare,
  DRIFT_HEIGHT,
  drawDrift,
  kindShare,
  kindsOf,
  monthSaid,
} from '#web/categories/drift-option.ts';
import { modelWords } from '#web/categories/model.words.ts';
import { ChartFrame, FiguresTable } from '#web/chart/chart-frame.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useLanguage, useWords } from '#web/words/words.ts';

export function DriftPart() {
  const t = useWords(modelWords);
  const language = useLanguage();
  const numbers = useNumbers();
  const read = useRead(modelApi.drift, { query: {} });
  const months = useMemo(() => read.data?.months ?? [], [read.data]);
  const draw = useMemo(() => drawDrift(months), [months]);
  const last = months.filter(({ decided }) => decided > 0).pop();
  if (!read.data) return null;
  const said = (share: number | null) => (share === null ? '—' : numbers.percent(share));
  const kinds = kindsOf(months);
  const rows = [...months]
    .reverse()
    .map((month) => [
      month.month,
      numbers.whole(month.decided),
      said(agreedShare(month)),
      said(abstainedShare(month)),
      ...kinds.map(({ id }) => numbers.percent(kindShare(month, id))),
    ]);
  return (
    <Part title={t('driftTitle')}>
      {last ? (
        <ChartFrame
          sentence={t('driftSentence', {
            month: monthSaid(last.month, language),
            decided: numbers.whole(last.decided),
            agreed: said(agreedShare(last)),
            abstained: said(abstainedShare(last)),
          })}
          draw={draw}
          height={DRIFT_HEIGHT}
          table={
            <FiguresTable
              heads={[t('month'), t('decided'), t('agreed'), t('abstained'), ...kinds.map(({ name }) => name)]}
              rows={rows}
            />
          }
        />
      ) : (
        <p className="quiet">{t('driftNone')}</p>
      )}
    </Part>
  );
}
