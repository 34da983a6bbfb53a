/** The ladders: what holds, what is to come, and under each the versions before it. */
import { Button, Form } from 'antd';
import { useState } from 'react';
import { addDays, dayOf } from '#clock/day.ts';
import { limitNames } from '#rules/limits.ts';
import { type LadderShown, ladderApi } from '#supervision/ladder.api.ts';
import { conditions, ladderKinds } from '#supervision/ladder.ts';
import { useRead } from '#web/call/use-read.ts';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { DayPick } from '#web/projects/day-pick.tsx';
import { Empty } from '#web/show/empty.tsx';
import { ladderWords } from '#web/supervision/ladder.words.ts';
import { RungLines } from '#web/supervision/rung-lines.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { now } from '#web/words/now.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/supervision/supervision.css';

export function LadderPage() {
  const t = useWords(ladderWords);
  const { go } = usePlace();
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
            <Button type="primary" onClick={() => go('/ladder/edit')}>
              {t('make')}
            </Button>
          </header>
          {items.length === 0 && <Empty title={t('none')} />}
          {bySubject(items).map((versions) => (
            <Versions key={versions[0]!.id} versions={versions} onEnd={setEnding} />
          ))}
          {ending && <EndDialog one={ending} onClose={() => setEnding(undefined)} />}
        </article>
      )}
    </ReadThing>
  );
}

/** Those for the same limits under the same circumstance, in the order in which they come: the latest first. */
function bySubject(items: readonly LadderShown[]): LadderShown[][] {
  const groups = new Map<string, LadderShown[]>();
  for (const one of items) {
    const key = `${one.kind} ${one.limitName} ${one.condition}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

type OnEnd = { onEnd: (one: LadderShown) => void };

function Versions({ versions, onEnd }: { versions: readonly LadderShown[] } & OnEnd) {
  const t = useWords(ladderWords);
  const say = useSaid();
  const { kind, limitName, condition } = versions[0]!;
  const over = ({ validTo }: LadderShown) => validTo !== null && new Date(validTo) <= now();
  const past = versions.filter(over);
  const limit = limitName ? say(limitNames[limitName as keyof typeof limitNames]) : t('every');
  return (
    <section className="ladder-card">
      <h2>
        {say(ladderKinds[kind])} · {limit}
        {condition && ` · ${t('only', { what: say(conditions[condition]) })}`}
      </h2>
      {past.length === versions.length && <p className="faint">{t('noneNow')}</p>}
      {versions
        .filter((one) => !over(one))
        .map((one) => (
          <Version key={one.id} one={one} onEnd={onEnd} />
        ))}
      {past.length > 0 && (
        <details>
          <summary className="faint">{t('past', { n: past.length })}</summary>
          {past.map((one) => (
            <Version key={one.id} one={one} />
          ))}
        </details>
      )}
    </section>
  );
}

/** Without `onEnd`: one of the past. */
function Version({ one, onEnd }: { one: LadderShown } & Partial<OnEnd>) {
  const t = useWords(ladderWords);
  const times = useTimes();
  const { go } = usePlace();
  const [from, by] = [times.day(new Date(one.validFrom)), one.by];
  const to = one.validTo && times.day(new Date(one.validTo));
  return (
    <div className={onEnd ? 'ladder-version' : 'ladder-version faint'}>
      <h3>
        {one.name} {new Date(one.validFrom) > now() && <span className="faint">{t('coming')}</span>}
      </h3>
      <p className="faint">
        {to ? t('until', { from, to, by }) : t('since', { day: from, by })} · {t('fallback')} {one.fallback.name} ·{' '}
        {one.reason}
      </p>
      <RungLines rungs={one.rungs} />
      {onEnd && (
        <p className="ladder-acts">
          <Button size="small" onClick={() => go(`/ladder/edit?of=${one.id}`)}>
            {t('edit')}
          </Button>
          <Button size="small" onClick={() => onEnd(one)}>
            {t('end')}
          </Button>
        </p>
      )}
    </div>
  );
}

function EndDialog({ one, onClose }: { one: LadderShown; onClose: () => void }) {
  const t = useWords(ladderWords);
  const times = useTimes();
  const today = dayOf(now());
  return (
    <ActionDialog
      title={`${t('end')} · ${one.name}`}
      ok={t('end')}
      danger
      initial={{ day: addDays(today, 1) }}
      route={ladderApi.end}
      args={({ day, reason }: { day: string; reason: string }, id) => ({
        params: { id: one.id },
        body: { id, day: day ?? null, reason },
      })}
      done={(_, { day }) => t('ended', { day: times.date(day ?? today) })}
      changes={['/ladders']}
      onClose={onClose}
    >
      <Form.Item name="day" label={t('endDay')}>
        <DayPick from={today} />
      </Form.Item>
      <ReasonItem />
    </ActionDialog>
  );
}
