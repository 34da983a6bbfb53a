/** How even tasks are given: the rule in force, who is past their share today, and a dated change with what it would do. */
import { Button, Form, InputNumber, Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { dayOf } from '#clock/day.ts';
import { BUILT_IN_SHARE, type ShareRule } from '#task/choose.ts';
import { shareApi } from '#task/share.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { shareWords } from '#web/limits/share.words.ts';
import { Shares } from '#web/limits/share-preview.tsx';
import { useTitle } from '#web/place/title.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { DayPick } from '#web/projects/day-pick.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { now } from '#web/words/now.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/limits/limits.css';

export function SharesPage() {
  const t = useWords(shareWords);
  const times = useTimes();
  const read = useRead(shareApi.list, {});
  const [asked, setAsked] = useState(false);
  useTitle(t('title'));
  const today = dayOf(now());
  const items = read.data?.items;
  const inForce = items?.find(({ from }) => from <= today);
  const rule: ShareRule = inForce ?? BUILT_IN_SHARE;
  const stands = (one: { id: string; from: string }) =>
    one.from > today ? t('coming') : one.id === inForce?.id ? t('now') : t('replaced');
  return (
    <div className="desk-page limits-page">
      <header>
        <h1>{t('title')}</h1>
        <div className="limits-acts">
          <Button type="primary" onClick={() => setAsked(true)}>
            {t('change')}
          </Button>
        </div>
      </header>
      <p className="quiet limits-how">{t('how')}</p>
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {read.isPending && <Skeleton active />}
      {items && (
        <>
          <section className="limits-of">
            <h2>{t('now')}</h2>
            <p>
              <strong>{t('rule', rule)}</strong> {!inForce && <span className="faint">{t('builtIn')}</span>}
            </p>
          </section>
          <section className="limits-of">
            <h2>{t('previewTodayTitle')}</h2>
            <Shares asked={rule} compared={false} />
          </section>
          {items.length > 0 && (
            <section className="limits-of">
              <h2>{t('past')}</h2>
              <ul>
                {items.map(({ id, cap, days, from, by, reason }) => (
                  <li key={id} className="share-line">
                    <Tag>{stands({ id, from })}</Tag> {t('rule', { cap, days })}{' '}
                    <span className="faint">{t('line', { day: times.date(from), name: by, reason })}</span>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </>
      )}
      {asked && <ChangeDialog rule={rule} today={today} onClose={() => setAsked(false)} />}
    </div>
  );
}

type Values = ShareRule & { from: string; reason: string };

function ChangeDialog({ rule, today, onClose }: { rule: ShareRule; today: string; onClose: () => void }) {
  const t = useWords(shareWords);
  const times = useTimes();
  const needed = [{ required: true, message: t('needed') }];
  return (
    <ActionDialog
      title={t('changeTitle')}
      ok={t('change')}
      width={640}
      initial={{ cap: rule.cap, days: rule.days, from: today }}
      route={shareApi.set}
      args={(values: Values, id) => ({ body: { ...values, id } })}
      done={(_, { cap, days, from }) => t('changed', { cap, days, day: times.date(from) })}
      changes={['/tasks/fairness', '/units']}
      onClose={onClose}
    >
      <div className="limit-two">
        <Form.Item name="cap" label={t('cap')} rules={needed}>
          <InputNumber min={1} max={10} step={0.1} precision={2} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="days" label={t('days')} rules={needed}>
          <InputNumber min={1} max={20} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="from" label={t('from')} rules={needed}>
          <DayPick from={today} />
        </Form.Item>
      </div>
      <Preview />
      <ReasonItem />
    </ActionDialog>
  );
}

function Preview() {
  const t = useWords(shareWords);
  const { cap, days } = (Form.useWatch([]) ?? {}) as Partial<Values>;
  if (!cap || !days) return null;
  return (
    <section className="limit-preview" aria-live="polite" aria-label={t('preview')}>
      <strong>{t('preview')}</strong>
      <Shares asked={{ cap, days }} compared />
    </section>
  );
}
