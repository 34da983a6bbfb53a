/** The trend of a place and a kind: one sentence, people a day beside what is usual and above what it is rare; and as a table. */
import { useCallback } from 'react';
import { type TrendDay, warningApi } from '#triage/warning/warning.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { ChartFrame, type Draw, FiguresTable } from '#web/chart/chart-frame.tsx';
import { Empty } from '#web/show/empty.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { trendOption } from '#web/warnings/trend-option.ts';
import { warningWords as w } from '#web/warnings/warning.words.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

const HEIGHT = 260;
const WEEKS = 28;
/** Within this share of the usual it is as usual. */
const ALIKE = 0.1;
/** Where next to nobody is usual, a share says nothing: so many are far more. */
const BURST = 3;

export function TrendFigure({ areaId, categoryId }: { areaId: string | null; categoryId: string | null }) {
  const t = useWords(w);
  const query = { ...(areaId && { areaId }), ...(categoryId && { categoryId }) };
  const read = useRead(warningApi.trend, { query }, { keep: true });
  return (
    <ReadThing read={read} gone={t('nothing')}>
      {({ days }) => (days.some(({ people }) => people > 0) ? <Drawn days={days} /> : <Empty title={t('nothing')} />)}
    </ReadThing>
  );
}

function Drawn({ days }: { days: readonly TrendDay[] }) {
  const t = useWords(w);
  const numbers = useNumbers();
  const times = useTimes();
  const draw = useCallback<Draw>(
    ({ colors, language }) => {
      const names = { people: w.people[language], usual: w.usual[language], rare: w.rare[language] };
      return trendOption({ days, names, colors, sayDay: times.day });
    },
    [days, times],
  );
  const last = days.slice(-WEEKS);
  const [people, usual] = [
    last.reduce((sum, day) => sum + day.people, 0),
    last.reduce((sum, day) => sum + day.usual, 0),
  ];
  const change = usual > 0 ? people / usual - 1 : 0;
  const verdict =
    usual < 1
      ? t(people < BURST ? 'same' : 'farMore')
      : Math.abs(change) < ALIKE
        ? t('same')
        : t(change > 0 ? 'more' : 'less', { share: numbers.percent(Math.abs(change)) });
  const words = t('trendSentence', { people, usual: usual < 10 ? usual.toFixed(1) : Math.round(usual), verdict });
  const rows = [...days]
    .reverse()
    .map((one) => [times.date(one.day), `${one.people}`, one.usual.toFixed(1), `${one.high}`]);
  const table = <FiguresTable heads={[t('day'), t('people'), t('usual'), t('rare')]} rows={rows} />;
  return <ChartFrame sentence={words} draw={draw} height={HEIGHT} table={table} />;
}
