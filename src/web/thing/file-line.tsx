/** One file on its way, arrived or refused. */
import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button } from 'antd';
import { thingWords } from '#web/thing/thing.words.ts';
import type { Entry } from '#web/thing/use-sending.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type FileLineProps<T> = { entry: Entry<T>; limit: number; onAgain: () => void; onRemove: () => void };

export function FileLine<T>({ entry, limit, onAgain, onRemove }: FileLineProps<T>) {
  const t = useWords(thingWords);
  const say = useSaid();
  const numbers = useNumbers();
  const { file, sent, arrived, refusal, tooLarge } = entry;
  const name = file.name;
  const fault = tooLarge ? t('tooLarge', { name, limit: numbers.bytes(limit) }) : refusal && say(refusal.body.message);
  const under = arrived === undefined && !fault;
  return (
    <li className="file">
      <span className="one-line" title={name}>
        {name} <span className="faint">{numbers.bytes(file.size)}</span>
      </span>
      {arrived !== undefined && (
        <span className="light tone-done">
          <CheckCircleFilled aria-hidden /> {t('uploaded')}
        </span>
      )}
      {refusal && (
        <Button size="small" onClick={onAgain}>
          {t('again')}
        </Button>
      )}
      <Button size="small" type="text" icon={<CloseOutlined />} aria-label={t('remove', { name })} onClick={onRemove} />
      {under && <progress value={sent} max={1} aria-label={t('uploading', { name, percent: numbers.percent(sent) })} />}
      {fault && (
        <span className="tone-danger light" role="alert">
          {fault}
        </span>
      )}
    </li>
  );
}
