/** The daily and weekly reports that were made, and making one of a day past. */
import { Button, Form, Radio } from 'antd';
import { useState } from 'react';
import { addDays, dayOf } from '#clock/day.ts';
import { type PaperItem, paperApi } from '#paper/paper.api.ts';
import { isReportable, kinds, type PaperKind } from '#paper/paper.ts';
import { saveFile } from '#web/call/save-file.ts';
import { useReadPages } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { useMay } from '#web/desk/me.ts';
import { DayPick } from '#web/pick/day-pick.tsx';
import { useTitle } from '#web/place/title.ts';
import { reportWords } from '#web/reports/report.words.ts';
import { Empty } from '#web/show/empty.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/reports/reports.css';

export function PapersPage() {
  const t = useWords(reportWords);
  const may = useMay();
  const [asked, setAsked] = useState(false);
  const read = useReadPages(
    paperApi.list,
    {},
    (cursor) => ({ query: { limit: 60, ...(cursor && { cursor }) } }),
    ({ next }) => next,
  );
  useTitle(t('title'));
  return (
    <ReadThing read={read} gone={t('none')}>
      {({ pages }) => {
        const items = pages.flatMap((one) => one.items);
        return (
          <article className="desk-page reports">
            <header>
              <h1>{t('title')}</h1>
              <p className="quiet">{t('how')}</p>
              {may('paper.make') && (
                <p>
                  <Button type="primary" onClick={() => setAsked(true)}>
                    {t('make')}
                  </Button>
                </p>
              )}
            </header>
            {items.length === 0 && <Empty title={t('none')} how={t('noneHow')} />}
            <ul>
              {items.map((item) => (
                <PaperLine key={item.id} item={item} />
              ))}
            </ul>
            {read.hasNextPage && (
              <p>
                <Button loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
                  {t('more')}
                </Button>
              </p>
            )}
            {asked && <MakeDialog onClose={() => setAsked(false)} />}
          </article>
        );
      }}
    </ReadThing>
  );
}

function usePaperName() {
  const say = useSaid();
  const times = useTimes();
  return ({ kind, from, day }: Pick<PaperItem, 'kind' | 'from' | 'day'>) =>
    `${say(kinds[kind])} ${from === day ? times.date(day) : `${times.date(from)} – ${times.date(day)}`}`;
}

function PaperLine({ item }: { item: PaperItem }) {
  const t = useWords(reportWords);
  const times = useTimes();
  const numbers = useNumbers();
  const name = usePaperName()(item);
  const file = useVerb(paperApi.file);
  const download = async () => {
    const outcome = await file.run({ params: { id: item.id } });
    if ('reply' in outcome) saveFile(outcome.reply as unknown as Blob, `${name}.docx`);
  };
  return (
    <li>
      <div>
        <strong>{name}</strong>
        <p className="faint">
          {item.by ?? t('byProgram')} · <time dateTime={item.madeAt}>{times.near(item.madeAt)}</time> ·{' '}
          {numbers.bytes(item.size)}
        </p>
      </div>
      <Button
        size="small"
        loading={file.running}
        aria-label={t('downloadLong', { name })}
        onClick={() => void download()}
      >
        {t('download')}
      </Button>
    </li>
  );
}

type Values = { kind: PaperKind; day: string };

function MakeDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(reportWords);
  const say = useSaid();
  const times = useTimes();
  const nameOf = usePaperName();
  const today = dayOf(times.now());
  const yesterday = addDays(today, -1);
  return (
    <ActionDialog
      title={t('make')}
      initial={{ kind: 'daily', day: yesterday } as Values}
      route={paperApi.make}
      args={({ kind, day }: Values, id) => ({ body: { id, kind, day } })}
      done={(made) => t('made', { name: nameOf(made) })}
      changes={['/papers']}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('kind')}>
        <Radio.Group options={Object.entries(kinds).map(([value, said]) => ({ value, label: say(said) }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(a: Values, b: Values) => a.kind !== b.kind}>
        {({ getFieldValue }) => {
          const weekly = getFieldValue('kind') === 'weekly';
          return (
            <Form.Item name="day" label={t(weekly ? 'dayWeekly' : 'day')} rules={[{ required: true }]}>
              <DayPick open={(day) => isReportable(weekly ? 'weekly' : 'daily', day, today)} />
            </Form.Item>
          );
        }}
      </Form.Item>
    </ActionDialog>
  );
}
