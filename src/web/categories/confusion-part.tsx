/** Which categories are taken for each other, and how each one does. */
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import type { ShownFigures } from '#triage/category/model.api.ts';
import {
  drawConfusion,
  heightOfConfusion,
  mistakesOf,
  mostLabels,
  worstLabels,
} from '#web/categories/confusion-option.ts';
import { modelWords } from '#web/categories/model.words.ts';
import { ChartFrame, FiguresTable } from '#web/chart/chart-frame.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';

const ROWS = 10;

export function ConfusionPart({ figures }: { figures: ShownFigures }) {
  const t = useWords(modelWords);
  const numbers = useNumbers();
  const { confusion, names } = figures;
  const most = mostLabels(window.innerWidth);
  const drawn = useMemo(() => {
    const nameOf = (label: string) => names[label]?.split(' / ').pop() ?? '';
    const labels = worstLabels(confusion, most);
    return { labels, nameOf, draw: drawConfusion(confusion, labels, nameOf) };
  }, [confusion, names, most]);
  const mistakes = mistakesOf(confusion);
  const [worst] = mistakes;
  const rows = mistakes
    .slice(0, 40)
    .map(({ there, proposed, count }) => [names[there] ?? '', names[proposed] ?? '', numbers.whole(count)]);
  return (
    <Part title={t('confusionTitle')}>
      {worst ? (
        <ChartFrame
          sentence={t('confusionSentence', {
            there: drawn.nameOf(worst.there),
            proposed: drawn.nameOf(worst.proposed),
            count: worst.count,
          })}
          draw={drawn.draw}
          height={heightOfConfusion(drawn.labels.length)}
          table={<FiguresTable heads={[t('there'), t('proposedAs'), t('times')]} rows={rows} />}
        >
          <p className="faint">{t('confusionKey')}</p>
        </ChartFrame>
      ) : (
        <p className="quiet">{t('confusionNone')}</p>
      )}
      <EachLabel figures={figures} />
    </Part>
  );
}

/** The weakest first: what the office may mend by more tickets or a clearer cut between two categories. */
function EachLabel({ figures }: { figures: ShownFigures }) {
  const t = useWords(modelWords);
  const numbers = useNumbers();
  const [all, setAll] = useState(false);
  const learned = new Map(figures.learned.map(({ label, examples }) => [label, examples]));
  const rows = figures.categories
    .filter(({ there }) => there > 0)
    .sort((a, b) => a.f1 - b.f1)
    .map(({ label, there, right, f1 }) => [
      figures.names[label] ?? '',
      numbers.whole(learned.get(label) ?? 0),
      numbers.whole(there),
      numbers.whole(right),
      f1.toFixed(2),
    ]);
  return (
    <section className="model-labels">
      <h3>{t('labelsTitle')}</h3>
      <FiguresTable
        heads={[t('label'), t('examples'), t('tested'), t('right'), t('f1')]}
        rows={all ? rows : rows.slice(0, ROWS)}
      />
      {!all && rows.length > ROWS && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t('allLabels', { n: rows.length })}
        </Button>
      )}
    </section>
  );
}
