/** All problems that one may see: by state, class, unit and words; the chosen one at the right. */
import { classes, states } from '#triage/problem.ts';
import { type ProblemItem, triageApi } from '#triage/triage.api.ts';
import { useMay } from '#web/desk/me.ts';
import type { Filter, View } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { UnitFilter } from '#web/pick/unit-pick.tsx';
import { deferralWords } from '#web/problems/deferral.words.ts';
import { problemWords } from '#web/problems/problem.words.ts';
import { useProblemColumns } from '#web/problems/problem-columns.tsx';
import { ProblemView } from '#web/problems/problem-view.tsx';
import { useNow } from '#web/words/now.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const inState = (state: Exclude<keyof typeof states, 'merged'>): View => ({
  key: state,
  said: states[state],
  query: { state },
  none: { zh: `没有“${states[state].zh}”的问题`, en: `No problem is “${states[state].en}”` },
});

/** For those who can give it to another unit. */
const nobodys: View = {
  key: 'nobody',
  said: problemWords.nobodys,
  query: { nobody: 'true' },
  none: {
    zh: '每个在办的问题，主办单位都有人能办',
    en: 'For every problem that is being handled, its lead unit has somebody who may',
  },
};

const views: View[] = [
  { key: 'all', said: problemWords.all, query: {} },
  inState('open'),
  inState('given'),
  inState('working'),
  { ...inState('handled'), said: { zh: '待核查', en: 'To be verified' } },
  { ...inState('verified'), said: { zh: '待结案', en: 'To be closed' } },
  { key: 'deferred', said: deferralWords.onBooks, query: { deferred: 'true' }, none: deferralWords.none },
  inState('closed'),
];

export function ProblemList() {
  const t = useWords(problemWords);
  const say = useSaid();
  const now = useNow();
  const may = useMay();
  const columns = useProblemColumns();
  const filters: Filter[] = [
    { key: 'q', said: problemWords.words, kind: 'words' },
    {
      key: 'class',
      said: problemWords.class,
      kind: 'choice',
      options: Object.entries(classes).map(([value, said]) => ({ value, label: say(said) })),
    },
    {
      key: 'unitId',
      said: problemWords.unit,
      kind: 'other',
      render: (value, set) => <UnitFilter label={t('unit')} value={value} onChange={set} />,
    },
    {
      key: 'leadId',
      said: problemWords.lead,
      kind: 'other',
      folded: true,
      render: (value, set) => <UnitFilter label={t('lead')} value={value} onChange={set} />,
    },
    {
      key: 'late',
      said: problemWords.late,
      kind: 'choice',
      folded: true,
      options: [{ value: 'true', label: t('onlyLate') }],
    },
    { key: 'pressing', said: problemWords.pressed, kind: 'choice', options: [{ value: 'true', label: t('pressing') }] },
  ];
  return (
    <ListPage<ProblemItem>
      name="problems"
      title={t('problems')}
      route={triageApi.list}
      count={triageApi.count}
      views={may('problem.assign') || may('handover.manage') ? [...views, nobodys] : views}
      filters={filters}
      columns={columns}
      rowId={(one) => one.id}
      to={(one) => `/problems/${one.id}`}
      late={(one) => one.due !== null && new Date(one.due.dueAt) < now}
      pane={(id) => <ProblemView id={id} />}
      empty={{ title: t('none'), how: t('noneHow') }}
    />
  );
}
