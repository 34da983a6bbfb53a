/** The leader's page: mine, next, red, sign. One column for a thumb, two on a wide desk; decisions are taken in place. */
import { Skeleton, Switch } from 'antd';
import type { ReactNode } from 'react';
import { overviewApi } from '#views/overview.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { placeOf } from '#web/desk/found-list.tsx';
import { useIsPhone } from '#web/look/phone.ts';
import { OpenedThing, useOpening } from '#web/overview/opened-thing.tsx';
import { overviewWords } from '#web/overview/overview.words.ts';
import { inPlace, LateLists, RunningList } from '#web/overview/running-list.tsx';
import { SignPart } from '#web/overview/sign-part.tsx';
import { startCell } from '#web/overview/start.ts';
import { useCell } from '#web/place/cell.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { Due } from '#web/show/due.tsx';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/overview/overview.css';

const EVERY = 60_000;

export function LeaderPage() {
  const t = useWords(overviewWords);
  const say = useSaid();
  const phone = useIsPhone();
  const open = useOpening();
  const start = useCell(startCell);
  const read = useRead(overviewApi.leader, {}, { every: EVERY });
  useTitle(t('leader'));
  if (read.error && !read.data) return <Refused refusal={read.error} again={() => void read.refetch()} />;
  if (!read.data) return <Skeleton active />;
  const { mine, next, red, sign } = read.data;
  const signs = sign.reduce((sum, part) => sum + part.count, 0);
  const mineCount = `${mine.items.length}${mine.more ? '+' : ''}`;
  return (
    <div className="desk-page leader">
      <h1>{t('leader')}</h1>
      <nav className="leader-parts" aria-label={t('parts')}>
        <a href="#leader-mine">{`${t('mine')} ${mineCount}`}</a>
        <a href="#leader-next">{`${t('next')} ${next.count}`}</a>
        <a href="#leader-red">{`${t('red')} ${red.count}`}</a>
        <a href="#leader-sign">{`${t('sign')} ${signs}`}</a>
      </nav>
      <div className="leader-column">
        <Box id="leader-mine" title={t('mine')} count={mineCount} none={t('noMine')}>
          <ul className="running">
            {mine.items.map((item) => (
              <li key={item.id}>
                <Go
                  to={placeOf(item)}
                  onClick={(event) => item.kind !== 'exclusion' && inPlace(event, () => open(item))}
                >
                  {item.title}
                </Go>{' '}
                <span className="figures faint">{item.number}</span>
                <p className="running-line">
                  <span className="quiet">{say(item.what)}</span>
                  {item.due && <Due due={item.due} />}
                </p>
              </li>
            ))}
          </ul>
          {mine.more && (
            <Go to="/" className="leader-all">
              {t('allMine')}
            </Go>
          )}
        </Box>
        <Box id="leader-next" title={t('next')} count={`${next.count}`} none={t('noNext')}>
          <RunningList items={next.items} onOpen={open} />
        </Box>
        <Box id="leader-red" title={t('red')} count={`${red.count}`} none={t('noRed')} tone="tone-danger">
          <RunningList items={red.items} onOpen={open} />
          {red.count > red.items.length && (
            <p className="leader-all">
              {t('more', { count: red.count - red.items.length })} <LateLists />
            </p>
          )}
        </Box>
      </div>
      <div className="leader-column">
        <Box id="leader-sign" title={t('sign')} count={`${signs}`} none={t('noSign')}>
          {sign.map((part) => part.count > 0 && <SignPart key={part.kind} part={part} />)}
        </Box>
      </div>
      {phone && (
        <p className="leader-start">
          <Switch
            checked={start === 'leader'}
            aria-label={t('startHere')}
            onChange={(on) => startCell.set(on ? 'leader' : 'my-work')}
          />{' '}
          {t('startHere')}
        </p>
      )}
      <OpenedThing />
    </div>
  );
}

type BoxProps = { id: string; title: string; count: string; none: string; tone?: string; children: ReactNode };

function Box({ id, title, count, none, tone = '', children }: BoxProps) {
  return (
    <section id={id} className="leader-box" aria-label={title}>
      <h2>
        {title} {count !== '0' && <span className={`figures leader-count ${tone}`}>{count}</span>}
      </h2>
      {count === '0' ? <p className="faint">{none}</p> : children}
    </section>
  );
}
