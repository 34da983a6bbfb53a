/** Who is still to be called, the most pressing first; answered in the pane, and the next one is there. */
import type { ReplyOf } from '#platform/api.ts';
import { deskApi } from '#views/desk.api.ts';
import type { Column } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { Due } from '#web/show/due.tsx';
import { Line, Received } from '#web/signals/signal-columns.tsx';
import { signalsWords } from '#web/signals/signals.words.ts';
import { AnswerPane } from '#web/signals/to-answer/answer-pane.tsx';
import { toAnswerWords } from '#web/signals/to-answer/to-answer.words.ts';
import { now } from '#web/words/now.ts';
import { useWords } from '#web/words/words.ts';

type Waiting = ReplyOf<typeof deskApi.toAnswer>['items'][number];

const columns: Column<Waiting>[] = [
  { key: 'left', said: toAnswerWords.left, width: 196, phone: 'side', render: ({ due }) => due && <Due due={due} /> },
  {
    key: 'number',
    said: signalsWords.number,
    width: 148,
    phone: 'line',
    render: (one) => <span className="figures faint">{one.number}</span>,
  },
  { key: 'words', said: signalsWords.words, locked: true, phone: 'title', render: (one) => <Line of={one} /> },
  {
    key: 'problem',
    said: signalsWords.problem,
    width: 150,
    render: ({ problem }) => problem && <span className="figures faint">{problem.number}</span>,
  },
  {
    key: 'closed',
    said: toAnswerWords.closed,
    width: 150,
    render: ({ closedAt }) => closedAt && <Received at={closedAt} />,
  },
];

export function ToAnswerPage() {
  const t = useWords(toAnswerWords);
  const { search } = usePlace();
  return (
    <ListPage<Waiting>
      name="to-answer"
      title={t('title')}
      route={deskApi.toAnswer}
      columns={columns}
      fixed={{
        ...(search.problem && { problemId: search.problem }),
        ...(search.unitId && { unitId: search.unitId }),
      }}
      rowId={(one) => one.id}
      to={(one) => `/signals/${one.id}`}
      late={({ due }) => due !== null && Date.parse(due.dueAt) < now().getTime()}
      pane={(id, next) => <AnswerPane id={id} next={next} />}
      empty={{ title: t('empty'), how: t('emptyHow') }}
    />
  );
}
