/** The ladders: those in force, those of the past, and setting another. */
import { Button } from 'antd';
import { useState } from 'react';
import { limitNames } from '#rules/limits.ts';
import { type LadderShown, ladderApi } from '#supervision/ladder.api.ts';
import { ladderKinds } from '#supervision/ladder.ts';
import { useRead } from '#web/call/use-read.ts';
import { useTitle } from '#web/place/title.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { Empty } from '#web/show/empty.tsx';
import { ladderWords } from '#web/supervision/ladder.words.ts';
import { LadderDialog } from '#web/supervision/ladder-dialog.tsx';
import { RungLines } from '#web/supervision/rung-lines.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/supervision/supervision.css';

export function LadderPage() {
  const t = useWords(ladderWords);
  const [making, setMaking] = useState(false);
  const [ending, setEnding] = useState<LadderShown>();
  const read = useRead(ladderApi.list, {});
  useTitle(t('title'));
  return (
    <ReadThing read={read} gone={t('none')}>
      {({ items }) => (
        <article className="desk-page papers">
          <header>
            <h1>{t('title')}</h1>
            <p className="quiet">{t('how')}</p>
            <Button type="primary" onClick={() => setMaking(true)}>
              {t('make')}
            </Button>
          </header>
          {items.length === 0 && <Empty title={t('none')} />}
          {items.map((one) => (
            <Card key={one.id} one={one} onEnd={() => setEnding(one)} />
          ))}
          {making && <LadderDialog onClose={() => setMaking(false)} />}
          {ending && <EndDialog one={ending} onClose={() => setEnding(undefined)} />}
        </article>
      )}
    </ReadThing>
  );
}

function Card({ one, onEnd }: { one: LadderShown; onEnd: () => void }) {
  const t = useWords(ladderWords);
  const say = useSaid();
  const times = useTimes();
  const limit = one.limitName ? say(limitNames[one.limitName as keyof typeof limitNames]) : t('every');
  const [from, by] = [times.day(new Date(one.validFrom)), one.by];
  return (
    <section className={one.validTo ? 'ladder-card faint' : 'ladder-card'}>
      <h2>
        {say(ladderKinds[one.kind])} · {limit} · {one.name}
      </h2>
      <p className="faint">
        {one.validTo ? t('until', { from, to: times.day(new Date(one.validTo)), by }) : t('since', { day: from, by })} ·{' '}
        {t('fallback')} {one.fallback.name} · {one.reason}
      </p>
      <RungLines rungs={one.rungs} />
      {!one.validTo && (
        <Button type="link" size="small" onClick={onEnd}>
          {t('end')}
        </Button>
      )}
    </section>
  );
}

function EndDialog({ one, onClose }: { one: LadderShown; onClose: () => void }) {
  const t = useWords(ladderWords);
  return (
    <ActionDialog
      title={t('end')}
      danger
      route={ladderApi.end}
      args={({ reason }: { reason: string }, id) => ({
        body: { id, reason, kind: one.kind, limitName: one.limitName },
      })}
      done={() => t('ended')}
      changes={['/ladders']}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}
