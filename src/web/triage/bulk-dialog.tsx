/** Many at once: what will happen as a sentence, those that differ first and unticked, then chunk by chunk to the report. */
import { Alert, Button, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import type { QueueItem } from '#views/triage-desk.api.ts';
import { titleFrom } from '#web/signals/proposed-title.ts';
import { BulkLines } from '#web/triage/bulk-lines.tsx';
import { type Line, linesOf, MOST_AT_ONCE, summaryOf } from '#web/triage/bulk-plan.ts';
import { BulkProgress } from '#web/triage/bulk-progress.tsx';
import { useBulkSentence } from '#web/triage/bulk-sentence.ts';
import { chunksOf } from '#web/triage/chunks.ts';
import { bulkWords } from '#web/triage/triage.words.ts';
import type { BulkRun } from '#web/triage/use-bulk-run.ts';
import { useWords } from '#web/words/words.ts';
import '#web/triage/bulk.css';

type BulkDialogProps = { items: readonly QueueItem[]; together: boolean; bulk: BulkRun; onClose: () => void };

export function BulkDialog({ items, together: asked, bulk, onClose }: BulkDialogProps) {
  const t = useWords(bulkWords);
  const sentence = useBulkSentence();
  // What is decided rests on what was chosen: signals that arrive or go meanwhile change nothing in it.
  const [lines] = useState(() => linesOf(items));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(
    () => new Set(lines.flatMap(({ item, odd }) => (odd.length === 0 ? item.id : []))),
  );
  const [together, setTogether] = useState(asked);
  const [title, setTitle] = useState(titleFrom(items[0]));
  const chosen = lines.filter(({ item, way }) => way && ticked.has(item.id));
  const summary = summaryOf(chosen);
  const noTitle = together && summary.fresh > 0 && title.trim() === '';
  const tick = (ids: readonly string[], on: boolean) =>
    setTicked((now) => {
      const next = new Set(now);
      for (const id of ids) on ? next.add(id) : next.delete(id);
      return next;
    });
  if (bulk.run) return <BulkProgress bulk={bulk} numbers={numbersOf(lines)} onClose={onClose} />;
  return (
    <Modal
      open
      width={720}
      title={t('title')}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {t('cancel')}
        </Button>,
        <Button
          key="confirm"
          type="primary"
          autoFocus
          disabled={summary.count === 0 || noTitle}
          onClick={() => void bulk.start(chunksOf(chosen, together ? title.trim() : null, newId))}
        >
          {t('confirm', { count: summary.count })}
        </Button>,
      ]}
    >
      {items.length > MOST_AT_ONCE && <Alert type="info" showIcon title={t('tooMany', { most: MOST_AT_ONCE })} />}
      <p className="bulk-sentence" role="status">
        {sentence(summary, together)}
      </p>
      {summary.fresh > 1 && (
        <p className="bulk-fresh">
          <span>{t('fresh')}</span>
          <Radio.Group
            value={together}
            options={[
              { value: false, label: t('freshEach') },
              { value: true, label: t('freshOne') },
            ]}
            onChange={(event) => setTogether(event.target.value)}
          />
          {together && (
            <Input
              aria-label={t('titleOf')}
              placeholder={t('titleOf')}
              value={title}
              maxLength={200}
              status={noTitle ? 'error' : ''}
              onChange={(event) => setTitle(event.target.value)}
            />
          )}
        </p>
      )}
      <BulkLines lines={lines} ticked={ticked} onTick={tick} />
    </Modal>
  );
}

const numbersOf = (lines: readonly Line[]) => new Map(lines.map(({ item }) => [item.id, item.number]));
