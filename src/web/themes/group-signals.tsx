/** The signals of one matter, the newest first, masked; each leads to its page and to the problem it stands on. */
import { Button, Checkbox, Skeleton } from 'antd';
import { themeApi } from '#triage/theme/theme.api.ts';
import { useReadPages } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { pageWords } from '#web/themes/page.words.ts';
import type { Chosen } from '#web/themes/theme-groups.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

const PAGE = 50;

type GroupSignalsProps = { theme: string; group: string; chosen: Chosen | null; onSignal: (id: string) => void };

export function GroupSignals({ theme, group, chosen, onSignal }: GroupSignalsProps) {
  const t = useWords(pageWords);
  const times = useTimes();
  const read = useReadPages(
    themeApi.signals,
    [theme, group],
    (after) => ({ params: { id: theme }, query: { groupId: group, after: Number(after ?? 0) } }),
    (page) => (page.more ? String(page.after + PAGE) : null),
  );
  const items = read.data?.pages.flatMap((page) => page.items);
  if (!items) return <Skeleton active title={false} paragraph={{ rows: 2 }} />;
  return (
    <>
      <ul className="theme-signals">
        {items.map((signal) => (
          <li key={signal.id}>
            {chosen && (
              <Checkbox
                checked={chosen.signals.has(signal.id)}
                aria-label={t('choose', { name: signal.number })}
                onChange={() => onSignal(signal.id)}
              />
            )}
            <div>
              <p className="verbatim">{signal.words || <span className="faint">{t('secretWords')}</span>}</p>
              <p className="faint">
                <Go to={`/signals/${signal.id}`}>{signal.number}</Go> · {times.near(signal.receivedAt)}
                {signal.area && ` · ${signal.area}`}
                {signal.problem && (
                  <>
                    {' · '}
                    <Go to={`/problems/${signal.problem.id}`}>
                      {signal.problem.number} {signal.problem.title}
                    </Go>
                  </>
                )}
              </p>
            </div>
          </li>
        ))}
      </ul>
      {read.hasNextPage && (
        <Button type="link" size="small" loading={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
          {t('more')}
        </Button>
      )}
    </>
  );
}
