/** Signals with their words, to choose some: for taking out, splitting off and gathering in. */
import { Button, Checkbox } from 'antd';
import { type SignalQuery, signalApi } from '#signal/signal.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useReadPages } from '#web/call/use-read.ts';
import { pickWords } from '#web/pick/pick.words.ts';
import { Go } from '#web/place/go.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/pick/pick.css';

export type SignalChoiceProps = {
  query: Partial<Pick<SignalQuery, 'q' | 'state' | 'problemId'>>;
  /** As a Form.Item's child, or from the page; absent: nothing can be chosen. */
  value?: readonly string[];
  onChange?: (ids: string[]) => void;
};

const PAGE = 20;

export function SignalChoice({ query, value = [], onChange }: SignalChoiceProps) {
  const t = useWords(pickWords);
  const times = useTimes();
  const pages = useReadPages(
    signalApi.list,
    query,
    (cursor) => ({ query: { ...query, limit: PAGE, ...(cursor && { cursor }) } }),
    (reply) => reply.next,
  );
  const signals = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (pages.error) return <Refused refusal={pages.error} again={() => void pages.refetch()} />;
  if (pages.data && signals.length === 0) return <p className="quiet">{t('noSignals')}</p>;
  const choose = (id: string) => onChange?.(value.includes(id) ? value.filter((one) => one !== id) : [...value, id]);
  return (
    <ul className="signal-choice" aria-busy={pages.isFetching}>
      {signals.map((signal) => (
        <li key={signal.id} className={value.includes(signal.id) ? 'is-chosen' : ''}>
          {onChange && (
            <Checkbox
              checked={value.includes(signal.id)}
              aria-label={t('chooseSignal', { number: signal.sourceNumber ?? signal.number })}
              onChange={() => choose(signal.id)}
            />
          )}
          <div>
            <p className="signal-from faint">
              <Go to={`/signals/${signal.id}`} className="figures">
                {signal.sourceNumber ?? signal.number}
              </Go>{' '}
              {signal.channel.name} <time dateTime={signal.receivedAt}>{times.near(signal.receivedAt)}</time>
            </p>
            <p className="signal-words">{signal.title ? `${signal.title}：${signal.words}` : signal.words}</p>
          </div>
        </li>
      ))}
      {pages.hasNextPage && (
        <li>
          <Button type="link" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {t('moreSignals')}
          </Button>
        </li>
      )}
    </ul>
  );
}
