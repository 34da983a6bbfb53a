/** Is the model as often right as it is sure: the curve, its sentence and its table. */
import { useMemo } from 'react';
import type { ShownFigures } from '#triage/category/model.api.ts';
import { percent } from '#web/categories/chart-look.ts';
import { modelWords } from '#web/categories/model.words.ts';
import { drawReliability } from '#web/categories/reliability-option.ts';
import { ChartFrame, FiguresTable } from '#web/chart/chart-frame.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';

export function ReliabilityPart({ figures }: { figures: ShownFigures }) {
  const t = useWords(modelWords);
  const numbers = useNumbers();
  const { reliability, calibrationError } = figures;
  const draw = useMemo(() => drawReliability(reliability), [reliability]);
  const largest = [...reliability].sort((a, b) => b.answers - a.answers)[0];
  if (!largest) return null;
  const sentence = t('reliabilitySentence', {
    said: percent(largest.confidence),
    right: percent(largest.right),
    error: numbers.percent(calibrationError),
  });
  const rows = reliability.map(({ from, answers, confidence, right }) => [
    `${percent(from)}–${percent(from + 0.1)}`,
    numbers.whole(answers),
    numbers.percent(confidence),
    numbers.percent(right),
  ]);
  return (
    <Part title={t('reliabilityTitle')}>
      <ChartFrame
        sentence={sentence}
        draw={draw}
        height={320}
        table={<FiguresTable heads={[t('threshold'), t('answers'), t('saidSure'), t('wasRight')]} rows={rows} />}
      />
    </Part>
  );
}
