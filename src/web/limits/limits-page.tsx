/** The rules of limits: one block a limit, under which conditions how long, from when, after whose example. */
import { Button, Checkbox, Skeleton } from 'antd';
import { useState } from 'react';
import { dayOf } from '#clock/day.ts';
import { ruledLimits } from '#rules/limit-rule.ts';
import { limitNames } from '#rules/limits.ts';
import { type LimitItem, limitsApi } from '#views/limits.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { limitWords } from '#web/limits/limit.words.ts';
import { AddRuleDialog, ChangeRuleDialog, EndRuleDialog } from '#web/limits/limit-dialogs.tsx';
import { LimitLine } from '#web/limits/limit-line.tsx';
import { PresetDialog } from '#web/limits/preset-dialog.tsx';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { Empty } from '#web/show/empty.tsx';
import { now } from '#web/words/now.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/limits/limits.css';

type Asked = { what: 'add' | 'load' } | { what: 'change' | 'end'; rule: LimitItem };

export function LimitsPage() {
  const t = useWords(limitWords);
  const say = useSaid();
  const read = useRead(limitsApi.list, {});
  const [past, setPast] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  useTitle(t('limits'));
  const today = dayOf(now());
  const items = (read.data?.items ?? []).filter(({ validTo }) => past || validTo === null || validTo > today);
  return (
    <div className="desk-page limits-page">
      <header>
        <h1>{t('limits')}</h1>
        {read.data && (
          <span className="quiet">
            {t('programme', { name: say(read.data.programme), number: read.data.programme.number })}
          </span>
        )}
        <div className="limits-acts">
          <Go to="/limits/shares">{t('shares')}</Go>
          <Checkbox checked={past} onChange={({ target }) => setPast(target.checked)}>
            {t('past')}
          </Checkbox>
          <Button onClick={() => setAsked({ what: 'load' })}>{t('load')}</Button>
          <Button type="primary" onClick={() => setAsked({ what: 'add' })}>
            {t('add')}
          </Button>
        </div>
      </header>
      <p className="quiet limits-how">{t('how')}</p>
      {read.isPending && <Skeleton active />}
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {read.data && items.length === 0 && <Empty title={t('none')} how={t('noneHow')} />}
      {ruledLimits
        .map((name) => [name, items.filter(({ limitName }) => limitName === name)] as const)
        .filter(([, rules]) => rules.length > 0)
        .map(([name, rules]) => (
          <section key={name} className="limits-of">
            <h2>{say(limitNames[name])}</h2>
            <ul>
              {rules.map((rule) => (
                <li key={rule.id}>
                  <LimitLine rule={rule} today={today} onAsk={(what) => setAsked({ what, rule })} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      {asked?.what === 'add' && <AddRuleDialog onClose={close} />}
      {asked?.what === 'load' && <PresetDialog onClose={close} />}
      {asked?.what === 'change' && <ChangeRuleDialog rule={asked.rule} onClose={close} />}
      {asked?.what === 'end' && <EndRuleDialog rule={asked.rule} onClose={close} />}
    </div>
  );
}
