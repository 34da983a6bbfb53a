/** What was erased: each at somebody's request with who, when and why, and how many a night by the rules of keeping. */
import { Button } from 'antd';
import { erasureApi } from '#signal/erasure.api.ts';
import { erasureBases, requesters } from '#signal/erasure.ts';
import { Refused } from '#web/call/refused.tsx';
import { useReadPages } from '#web/call/use-read.ts';
import { erasureWords } from '#web/erasure/erasure.words.ts';
import { Empty } from '#web/show/empty.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function ErasuresMade() {
  const t = useWords(erasureWords);
  const say = useSaid();
  const times = useTimes();
  const numbers = useNumbers();
  const read = useReadPages(
    erasureApi.list,
    'all',
    (cursor) => ({ query: cursor ? { cursor } : {} }),
    (reply) => reply.next,
  );
  const items = read.data?.pages.flatMap((page) => page.items) ?? [];
  const nights = read.data?.pages[0]?.nights ?? [];
  return (
    <Part title={t('made')}>
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {read.data && items.length === 0 && <Empty title={t('none')} how={t('noneHow')} />}
      {items.length > 0 && (
        <table className="erasure-made">
          <thead>
            <tr>
              <th scope="col">{t('number')}</th>
              <th scope="col">{t('when')}</th>
              <th scope="col">{t('who')}</th>
              <th scope="col">{t('why')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <tr key={one.id}>
                <td className="figures">{one.numbers.join(' ')}</td>
                <td>
                  <time dateTime={one.at} title={times.exact(one.at)}>
                    {times.near(one.at)}
                  </time>
                </td>
                <td>{one.by.name}</td>
                <td>
                  <span className="quiet">
                    {one.requester && `${say(requesters[one.requester])} · `}
                    {say(erasureBases[one.basis])}
                  </span>
                  <br />
                  {one.reason}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {read.hasNextPage && (
        <Button type="link" loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
      {nights.length > 0 && (
        <section className="erasure-nights">
          <h4>{t('nights')}</h4>
          <ul>
            {nights.map(({ day, count }) => (
              <li key={day}>{t('night', { day: times.day(day), count: numbers.whole(count) })}</li>
            ))}
          </ul>
        </section>
      )}
    </Part>
  );
}
