/** What the chosen indicator read last, to be taken as the baseline. */
import { Button, Form } from 'antd';
import { indicatorApi } from '#indicator/indicator.api.ts';
import { directions } from '#indicator/indicator.ts';
import { useRead } from '#web/call/use-read.ts';
import { charterWords } from '#web/projects/charter.words.ts';
import type { CharterForm, Chosen } from '#web/projects/charter-form.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type LatestReadingProps = { indicator: Chosen; at: number; onChange: () => void };

export function LatestReading({ indicator, at, onChange }: LatestReadingProps) {
  const t = useWords(charterWords);
  const say = useSaid();
  const times = useTimes();
  const form = Form.useFormInstance<CharterForm>();
  const found = useRead(indicatorApi.list, { query: { q: indicator.name, limit: 20 } });
  const latest = found.data?.items.find(({ id }) => id === indicator.id)?.latest;
  const take = () => {
    if (!latest) return;
    form.setFieldValue(['goals', at, 'baseline'], latest.value);
    form.setFieldValue(['goals', at, 'baselineOn'], latest.to);
    form.setFieldValue(['goals', at, 'baselineSource'], t('latestSource'));
    onChange();
  };
  return (
    <p className="quiet charter-latest">
      {indicator.unitWords} · {say(directions[indicator.direction])}
      {latest && (
        <>
          {' · '}
          {t('latest', { value: latest.value, from: times.day(latest.from), to: times.day(latest.to) })}{' '}
          <Button size="small" type="link" onClick={take}>
            {t('takeLatest')}
          </Button>
        </>
      )}
    </p>
  );
}
