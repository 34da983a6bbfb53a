/** Where the office sets how sure a model has to be: the line is drawn over what each threshold gives. */
import { Button, Form, Input, Slider } from 'antd';
import { useMemo, useState } from 'react';
import { coverageAt } from '#triage/category/figures.ts';
import { type ModelList, modelApi, type ShownFigures } from '#triage/category/model.api.ts';
import { percent } from '#web/categories/chart-look.ts';
import { drawCoverage } from '#web/categories/coverage-option.ts';
import { modelWords } from '#web/categories/model.words.ts';
import { ChartFrame, FiguresTable } from '#web/chart/chart-frame.tsx';
import { useMay } from '#web/desk/me.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

const STEP = 0.05;

export function ThresholdPart({ list, figures }: { list: ModelList; figures: ShownFigures }) {
  const t = useWords(modelWords);
  const numbers = useNumbers();
  const times = useTimes();
  const manages = useMay()('category.manage');
  const [tried, setTried] = useState<number>();
  const [asking, setAsking] = useState(false);
  const threshold = tried ?? list.threshold;
  const draw = useMemo(
    () => drawCoverage(figures.coverage, threshold, list.threshold),
    [figures, threshold, list.threshold],
  );
  const { answered, accuracy } = coverageAt(figures.coverage, threshold);
  const sentence = t('thresholdSentence', {
    threshold: percent(threshold),
    answered: numbers.percent(answered),
    accuracy: numbers.percent(accuracy),
  });
  const rows = figures.coverage.map((point) => [
    percent(point.threshold),
    numbers.percent(point.answered),
    numbers.percent(point.accuracy),
  ]);
  const { thresholdBy: by } = list;
  return (
    <Part title={t('thresholdTitle')}>
      <ChartFrame
        sentence={sentence}
        draw={draw}
        height={270}
        table={<FiguresTable heads={[t('threshold'), t('answered'), t('accuracy')]} rows={rows} />}
      >
        {manages && (
          <div className="threshold-set">
            <Slider
              min={0}
              max={0.95}
              step={STEP}
              value={threshold}
              ariaLabelForHandle={t('threshold')}
              tooltip={{ formatter: (value) => percent(value ?? 0) }}
              onChange={setTried}
            />
            <Button disabled={threshold === list.threshold} onClick={() => setAsking(true)}>
              {threshold === list.threshold
                ? t('inForce', { threshold: percent(threshold) })
                : t('setThreshold', { threshold: percent(threshold) })}
            </Button>
          </div>
        )}
        {by && (
          <p className="faint threshold-by">
            {t('thresholdBy', { name: by.name, day: times.day(by.at), reason: by.reason })}
          </p>
        )}
      </ChartFrame>
      {asking && (
        <ActionDialog<typeof modelApi.threshold, { reason: string }>
          title={t('setThreshold', { threshold: percent(threshold) })}
          how={sentence}
          route={modelApi.threshold}
          args={({ reason }, id) => ({ body: { id, threshold, reason } })}
          done={(reply) => t('thresholdSet', { threshold: percent(reply.threshold) })}
          changes={['/models']}
          onDone={() => setTried(undefined)}
          onClose={() => setAsking(false)}
        >
          <Form.Item
            name="reason"
            label={t('reason')}
            rules={[{ required: true, whitespace: true, message: t('needed') }]}
          >
            <Input maxLength={500} autoFocus />
          </Form.Item>
        </ActionDialog>
      )}
    </Part>
  );
}
