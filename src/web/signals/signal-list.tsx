/** Signals as they arrive: read, put together into problems, or settled at once, without leaving the list. */
import FormOutlined from '@ant-design/icons/FormOutlined';
import { Button } from 'antd';
import { channelApi } from '#signal/channel.api.ts';
import { type SignalItem, signalApi } from '#signal/signal.api.ts';
import { matters, urgencies } from '#signal/signal.ts';
import { deskApi } from '#views/desk.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { AskExtract } from '#web/extracts/ask-extract.tsx';
import type { Choice, Filter, View } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { SignalBulk } from '#web/signals/signal-bulk.tsx';
import { signalColumns } from '#web/signals/signal-columns.tsx';
import { SignalPage } from '#web/signals/signal-page.tsx';
import { signalsWords } from '#web/signals/signals.words.ts';
import { type Said, useSaid, useWords } from '#web/words/words.ts';

const views: View[] = [
  {
    key: 'untriaged',
    said: { zh: '待分诊', en: 'To triage' },
    query: { state: 'untriaged' },
    none: { zh: '没有待分诊的线索', en: 'Nothing waits to be triaged' },
  },
  { key: 'all', said: { zh: '全部', en: 'All' }, query: {} },
  {
    key: 'to-answer',
    said: { zh: '待答复', en: 'To answer' },
    query: { toAnswer: 'true' },
    none: { zh: '现在没有要答复的诉求人', en: 'Nobody waits for an answer now' },
  },
  {
    key: 'disposed',
    said: { zh: '已处置', en: 'Disposed' },
    query: { state: 'disposed' },
    none: { zh: '还没有直接处置的线索', en: 'No signal was disposed of yet' },
  },
];

function useFilters(): Filter[] {
  const say = useSaid();
  const channels = useRead(channelApi.list, {});
  const choices = (table: Record<string, Said>): Choice[] =>
    Object.entries(table).map(([value, said]) => ({ value, label: say(said) }));
  const open = (channels.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return [
    { kind: 'words', key: 'q', said: signalsWords.search },
    { kind: 'choice', key: 'channelId', said: signalsWords.channel, options: open },
    { kind: 'choice', key: 'matter', said: signalsWords.matter, options: choices(matters) },
    { kind: 'choice', key: 'urgency', said: signalsWords.urgency, options: choices(urgencies) },
    { kind: 'days', key: 'from', to: 'to', said: signalsWords.days },
  ];
}

export function SignalList() {
  const t = useWords(signalsWords);
  const may = useMay();
  const filters = useFilters();
  const triages = may('signal.triage');
  const fixed = useGiven();
  return (
    <ListPage<SignalItem>
      personal
      name="signals"
      title={t('title')}
      route={signalApi.list}
      count={signalApi.count}
      views={views}
      filters={filters}
      columns={signalColumns}
      {...(fixed && { fixed })}
      rowId={(signal) => signal.id}
      to={(signal) => `/signals/${signal.id}`}
      pane={(id) => <SignalPage id={id} />}
      {...(triages && { bulk: (_, done, rows) => <SignalBulk signals={rows} done={done} /> })}
      file={{
        route: deskApi.exportSignals,
        name: t('file'),
        more: (query) => may('export.personal') && <AskExtract query={query} />,
      }}
      actions={<Begin />}
      empty={{ title: t('empty'), how: t('emptyHow'), children: <Begin /> }}
    />
  );
}

/** From the page of an import: only what came by it; from the source line: only what stands on its problem. */
function useGiven(): Record<string, string> | undefined {
  const { search } = usePlace();
  if (search.problem) return { problemId: search.problem };
  return search.import ? { importId: search.import } : undefined;
}

function Begin() {
  const t = useWords(signalsWords);
  const may = useMay();
  const { go } = usePlace();
  if (!may('signal.enter')) return null;
  return (
    <Button type="primary" icon={<FormOutlined />} onClick={() => go('/signals/new')}>
      {t('enter')}
    </Button>
  );
}
