/** What was imported, by whom, with what result; running ones go on by themselves. */
import UploadOutlined from '@ant-design/icons/UploadOutlined';
import { Button, Progress } from 'antd';
import { importStates } from '#intake/import.ts';
import { type ImportItem, intakeApi } from '#intake/intake.api.ts';
import type { StateWords } from '#rules/steps.ts';
import { importWords as words } from '#web/imports/import.words.ts';
import type { Column } from '#web/list/list.ts';
import { ListPage } from '#web/list/list-page.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/imports/import.css';

function Kind({ of }: { of: ImportItem }) {
  return useSaid()(of.kindName);
}

function State({ of }: { of: ImportItem }) {
  const state: StateWords = importStates[of.state];
  if (of.state !== 'running') return <StateTag state={state} />;
  return <Progress percent={Math.round(of.share * 100)} size="small" className="import-bar" />;
}

function Figure({ of, tone }: { of: number; tone?: string }) {
  const numbers = useNumbers();
  return <span className={of > 0 && tone ? `light tone-${tone}` : 'faint'}>{numbers.whole(of)}</span>;
}

function When({ of }: { of: ImportItem }) {
  const times = useTimes();
  return <time dateTime={of.madeAt}>{times.near(of.madeAt)}</time>;
}

const columns: Column<ImportItem>[] = [
  { key: 'file', said: words.file, locked: true, phone: 'title', render: (one) => one.fileName },
  { key: 'kind', said: words.kind, width: 80, phone: 'line', render: (one) => <Kind of={one} /> },
  { key: 'state', said: words.state, width: 128, phone: 'side', render: (one) => <State of={one} /> },
  { key: 'read', said: words.read, width: 84, right: true, render: (one) => <Figure of={one.counts.read} /> },
  {
    key: 'accepted',
    said: words.accepted,
    width: 84,
    right: true,
    render: (one) => <Figure of={one.counts.accepted} tone="done" />,
  },
  {
    key: 'repeated',
    said: words.repeated,
    width: 76,
    right: true,
    render: (one) => <Figure of={one.counts.repeated} />,
  },
  { key: 'revised', said: words.revised, width: 76, right: true, render: (one) => <Figure of={one.counts.revised} /> },
  {
    key: 'rejected',
    said: words.rejected,
    width: 76,
    right: true,
    render: (one) => <Figure of={one.counts.rejected} tone="danger" />,
  },
  { key: 'by', said: words.by, width: 90, render: (one) => one.madeBy?.name ?? '' },
  { key: 'at', said: words.at, width: 124, phone: 'line', render: (one) => <When of={one} /> },
];

export function ImportList() {
  const t = useWords(words);
  return (
    <ListPage<ImportItem>
      name="imports"
      title={t('title')}
      route={intakeApi.list}
      columns={columns}
      rowId={(one) => one.id}
      to={(one) => `/import/${one.id}`}
      actions={<Begin />}
      empty={{ title: t('empty'), how: t('emptyHow'), children: <Begin /> }}
    />
  );
}

function Begin() {
  const t = useWords(words);
  const { go } = usePlace();
  return (
    <Button type="primary" icon={<UploadOutlined />} onClick={() => go('/import/new')}>
      {t('begin')}
    </Button>
  );
}
