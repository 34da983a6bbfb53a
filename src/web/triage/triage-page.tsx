/** The triage desk: the queue, what was said, the proposed ways; a whole move by one key, and the next one is there. */
import EditOutlined from '@ant-design/icons/EditOutlined';
import UndoOutlined from '@ant-design/icons/UndoOutlined';
import UnorderedListOutlined from '@ant-design/icons/UnorderedListOutlined';
import { Button, Checkbox, Segmented, Spin } from 'antd';
import { useEffect, useState } from 'react';
import { Refused } from '#web/call/refused.tsx';
import { isFlag, keptCell, useCell } from '#web/place/cell.ts';
import { useTitle } from '#web/place/title.ts';
import { Empty } from '#web/show/empty.tsx';
import { Watermark } from '#web/show/watermark.tsx';
import { ChosenRun } from '#web/triage/chosen-run.tsx';
import { OwnWay } from '#web/triage/own-way.tsx';
import { QueueList } from '#web/triage/queue-list.tsx';
import { triageWords } from '#web/triage/triage.words.ts';
import { TriageDialogs } from '#web/triage/triage-dialogs.tsx';
import { type Triage, useTriage } from '#web/triage/use-triage.ts';
import { useTriageKeys } from '#web/triage/use-triage-keys.ts';
import { WaysPane } from '#web/triage/ways-pane.tsx';
import { WordsPane } from '#web/triage/words-pane.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';
import '#web/triage/triage.css';

const legendCell = keptCell('triage-legend', false, isFlag);

export function TriagePage() {
  const t = useWords(triageWords);
  useTitle(t('title'));
  const desk = useTriage();
  const legend = useCell(legendCell);
  const [listed, setListed] = useState(false);
  useTriageKeys(desk, () => legendCell.set(!legend));
  const { pages } = desk.queue;
  return (
    <Watermark fills>
      <div className={listed ? 'triage is-listed' : 'triage'}>
        <Head desk={desk} onList={() => setListed(!listed)} />
        {pages.error && <Refused refusal={pages.error} again={() => void pages.refetch()} />}
        {pages.isPending ? (
          <Spin delay={400} className="triage-wait" description={t('reading')} />
        ) : desk.at.item ? (
          <Panes desk={desk} legend={legend} onGo={() => setListed(false)} />
        ) : (
          <Empty title={t('empty')} how={t('emptyHow')} />
        )}
        <TriageDialogs desk={desk} />
      </div>
    </Watermark>
  );
}

function Head({ desk, onList }: { desk: Triage; onList: () => void }) {
  const t = useWords(triageWords);
  const numbers = useNumbers();
  const { asked, ask, queue, at } = desk;
  const count = numbers.count({ count: queue.waiting, more: queue.more });
  return (
    <header className="triage-head">
      <h1>{t('title')}</h1>
      <span className="quiet figures triage-count">{t('waiting', { count })}</span>
      <Button className="triage-to-list" icon={<UnorderedListOutlined />} aria-label={t('queue')} onClick={onList}>
        {t('place', { at: at.index + 1 })}
      </Button>
      <span className="triage-tools">
        <Segmented
          aria-label={t('order')}
          value={asked.order}
          options={[
            { value: 'same', label: t('bySame') },
            { value: 'time', label: t('byTime') },
          ]}
          onChange={(order) => ask({ order: order === 'time' ? 'time' : undefined })}
        />
        <Checkbox
          checked={asked.urgent}
          onChange={(event) => ask({ urgent: event.target.checked ? 'true' : undefined })}
        >
          {t('urgentOnly')}
        </Checkbox>
        <Button type="text" icon={<UndoOutlined />} title={`${t('undo')} (Z)`} onClick={() => void desk.undo()}>
          {t('undoShort')}
        </Button>
      </span>
    </header>
  );
}

function Panes({ desk, legend, onGo }: { desk: Triage; legend: boolean; onGo: () => void }) {
  const t = useWords(triageWords);
  const { at, queue, chosen, taken, held, asked, whole, own } = desk;
  const item = at.item!;
  // biome-ignore lint/correctness/useExhaustiveDependencies: on a phone the page itself scrolls, and the next signal begins at its top
  useEffect(() => {
    document.querySelector('.triage')?.scrollTo(0, 0);
  }, [item.id]);
  const gone = taken.get(item.id);
  return (
    <div className="triage-panes">
      <section className="triage-queue" aria-label={t('queue')}>
        <ChosenRun desk={desk} />
        <QueueList
          queue={queue}
          grouped={asked.order === 'same'}
          at={at.at}
          chosen={chosen.ids}
          taken={taken}
          held={held}
          onGo={(id) => {
            desk.go(id);
            onGo();
          }}
          onChoose={chosen.toggle}
          onChooseGroup={(key) => void desk.chooseGroup(key)}
        />
      </section>
      <WordsPane
        key={item.id}
        item={item}
        whole={whole?.id === item.id ? whole : undefined}
        taken={gone}
        held={held.get(item.id)}
        legend={legend}
      />
      <section className="triage-side" aria-label={t('ways')}>
        {!gone && <WaysPane item={item} onTake={desk.take} />}
        {!gone && own && (
          <OwnWay
            key={`${item.id} ${own}`}
            item={item}
            field={own}
            onSend={desk.send}
            onClose={() => desk.setOwn(undefined)}
          />
        )}
        {!gone && <Others desk={desk} />}
        <div className="triage-steps">
          <Button onClick={() => desk.move(-1)}>{t('previous')}</Button>
          <Button onClick={() => desk.move(1)}>{t('next')}</Button>
        </div>
      </section>
    </div>
  );
}

/** What else may be done with it, each with its key. */
function Others({ desk }: { desk: Triage }) {
  const t = useWords(triageWords);
  const others = [
    { key: 'E', words: t('edit'), run: () => desk.setOwn('category'), icon: <EditOutlined /> },
    { key: 'R', words: t('repeat'), run: () => desk.setOwn('problem') },
    { key: 'U', words: t('unit'), run: () => desk.setOwn('unit') },
    { key: 'D', words: t('dispose'), run: () => desk.setDialog('dispose') },
    { key: 'S', words: t('divide'), run: () => desk.setDialog('divide') },
  ];
  return (
    <div className="triage-others">
      {others.map(({ key, words, run, icon }) => (
        <Button key={key} {...(icon && { icon })} aria-keyshortcuts={key} onClick={run}>
          {words} <kbd>{key}</kbd>
        </Button>
      ))}
    </div>
  );
}
