/** The problems behind a figure of what was acted on ahead, as many as it says. */
import { dayOf } from '#clock/day.ts';
import { monthOf } from '#clock/month.ts';
import type { ProblemItem } from '#triage/triage.api.ts';
import { aheadApi } from '#views/ahead.api.ts';
import { aheadWords } from '#web/ahead/ahead.words.ts';
import type { View } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { useProblemColumns } from '#web/problems/problem-columns.tsx';
import { ProblemView } from '#web/problems/problem-view.tsx';
import { now } from '#web/words/now.ts';
import { useWords } from '#web/words/words.ts';

const views: View[] = [{ key: 'all', said: aheadWords.count, query: {} }];

export function AheadList() {
  const t = useWords(aheadWords);
  const { search } = usePlace();
  const columns = useProblemColumns();
  const month = monthOf(dayOf(now()));
  const { from = month, to = month, unitId, only } = search;
  return (
    <ListPage<ProblemItem>
      name="ahead"
      title={t('list')}
      route={aheadApi.list}
      count={aheadApi.count}
      views={views}
      fixed={{ from, to, ...(unitId && { unitId }), ...(only && { only }) }}
      columns={columns}
      rowId={(one) => one.id}
      to={(one) => `/problems/${one.id}`}
      pane={(id) => <ProblemView id={id} />}
      empty={{ title: t('none'), how: t('noneHow') }}
    />
  );
}
