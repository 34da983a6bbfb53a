/** A bulk run under way or stopped, and at its end what was not done and why. */
import { Alert, Button, Modal, Progress } from 'antd';
import { bulkWords } from '#web/triage/triage.words.ts';
import type { BulkRun } from '#web/triage/use-bulk-run.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/triage/bulk.css';

type BulkProgressProps = {
  bulk: BulkRun;
  /** Of the signals, for the report; after a reload they are not known any more. */
  numbers: ReadonlyMap<string, string>;
  onClose: () => void;
};

export function BulkProgress({ bulk, numbers, onClose }: BulkProgressProps) {
  const t = useWords(bulkWords);
  const say = useSaid();
  const run = bulk.run!;
  const { done, all, left, state, why } = run;
  const dealt = done + left.flatMap((one) => one.signals).length;
  const close = () => {
    bulk.forget();
    onClose();
  };
  const buttons = {
    running: [{ words: t('pause'), run: bulk.stop, main: false }],
    stopped: [
      { words: t('giveUp'), run: close, main: false },
      { words: t('resume'), run: () => void bulk.resume(), main: true },
    ],
    ended: [{ words: t('close'), run: close, main: true }],
  }[state];
  return (
    <Modal
      open
      title={t('title')}
      closable={state === 'ended'}
      mask={{ closable: false }}
      keyboard={state === 'ended'}
      onCancel={close}
      footer={buttons.map(({ words, run, main }) => (
        <Button key={words} type={main ? 'primary' : 'default'} onClick={run}>
          {words}
        </Button>
      ))}
    >
      <Progress
        percent={Math.floor((dealt / all) * 100)}
        {...(state === 'stopped' && { status: 'exception' as const })}
      />
      <p role="status">
        {state === 'running' && t('running', { done: dealt, all })}
        {state === 'stopped' && t(why ? 'stopped' : 'unfinished', { done: dealt, all, why: why ? say(why) : '' })}
        {state === 'ended' && left.length === 0 && t('allDone', { count: done })}
      </p>
      {left.length > 0 && (
        <Alert
          type="warning"
          title={t('report', { count: left.flatMap((one) => one.signals).length })}
          description={
            <ul className="bulk-report">
              {left.map((one) => (
                <li key={one.id + one.signals[0]}>
                  {one.signals.flatMap((id) => numbers.get(id) ?? []).join('、')} {say(one.message)}
                </li>
              ))}
            </ul>
          }
        />
      )}
    </Modal>
  );
}
