/** The page of an organisation: its level now and why, the facts, the supervision that was done, and the history. */
import { Button } from 'antd';
import { useState } from 'react';
import { creditApi, type FactShown, type OrganisationPage as Organisation } from '#credit/credit.api.ts';
import { standings } from '#credit/credit.ts';
import { useRead } from '#web/call/use-read.ts';
import { CaseCard } from '#web/credit/case-card.tsx';
import { creditWords } from '#web/credit/credit.words.ts';
import { creditSentences } from '#web/credit/credit-sentences.ts';
import { CheckDialog, FactDialog, WithdrawDialog } from '#web/credit/organisation-dialogs.tsx';
import { SayShare } from '#web/credit/say-share.tsx';
import { StandingMark } from '#web/credit/standing-mark.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { PrintButton } from '#web/show/print-button.tsx';
import { History } from '#web/thing/history.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { Facts, Part, ThingPage } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function OrganisationPage() {
  const { params } = usePlace();
  return <OrganisationView key={params.id} id={params.id!} />;
}

export function OrganisationView({ id }: { id: string }) {
  const t = useWords(creditWords);
  const read = useRead(creditApi.page, { params: { id } });
  return (
    <ReadThing read={read} gone={t('gone')}>
      {(one) => <Shown one={one} />}
    </ReadThing>
  );
}

const somethingToDecide = { zh: '有等级待定', en: 'A level to decide', tone: 'check' } as const;
const nothingToDecide = { zh: '没有待定', en: 'Nothing to decide', tone: 'done' } as const;

function Shown({ one }: { one: Organisation }) {
  const t = useWords(creditWords);
  const say = useSaid();
  const times = useTimes();
  const [asked, setAsked] = useState<'fact' | 'check' | FactShown>();
  const close = () => setAsked(undefined);
  const { visits, standing, until, mayRecord } = one;
  return (
    <ThingPage
      number={one.code}
      title={one.name}
      state={one.waiting + one.asked > 0 ? somethingToDecide : nothingToDecide}
      marks={
        <>
          <StandingMark standing={standing} />
          {until && <span className="faint">{t('until', { day: times.date(until) })}</span>}
          <PrintButton />
        </>
      }
      actions={
        mayRecord && (
          <div className="credit-line">
            <Button onClick={() => setAsked('fact')}>{t('addFact')}</Button>
            <Button onClick={() => setAsked('check')}>{t('addCheck')}</Button>
          </div>
        )
      }
      around={
        <Facts
          of={[
            [t('standing'), say(standings[standing])],
            [
              t('visits'),
              visits === null ? t('visitsNone') : t('visitsOf', { n: visits, standing: say(standings[standing]) }),
            ],
            [t('checks'), <SayShare key="share" share={one.share} />],
          ]}
        />
      }
      history={<History moves={one.history} sentences={creditSentences} />}
    >
      <Part title={t('cases')}>
        {one.cases.length === 0 && <p className="faint">{t('casesNone')}</p>}
        {one.cases.map((it) => (
          <CaseCard key={it.id} one={it} />
        ))}
      </Part>
      <Part title={t('facts')}>
        {one.facts.length === 0 && <p className="faint">{t('factsNone')}</p>}
        <ul className="credit-list">
          {one.facts.map((fact) => (
            <FactLine key={fact.id} fact={fact} {...(mayRecord && { onWithdraw: () => setAsked(fact) })} />
          ))}
        </ul>
      </Part>
      {one.checks.length > 0 && (
        <Part title={t('checks')}>
          <ul className="credit-list">
            {one.checks.map((check) => (
              <li key={check.id}>
                {times.date(check.day)} {t(check.offSite ? 'isOffSite' : 'onSite')} · {check.found}{' '}
                <span className="faint">{check.by}</span>
              </li>
            ))}
          </ul>
        </Part>
      )}
      {asked === 'fact' && <FactDialog id={one.id} onClose={close} />}
      {asked === 'check' && <CheckDialog id={one.id} onClose={close} />}
      {typeof asked === 'object' && <WithdrawDialog fact={asked} onClose={close} />}
    </ThingPage>
  );
}

function FactLine({ fact, onWithdraw }: { fact: FactShown; onWithdraw?: () => void }) {
  const t = useWords(creditWords);
  const times = useTimes();
  const { metric, value, withdrawn } = fact;
  return (
    <li className="credit-line">
      <span>{times.date(fact.day)}</span>
      <span className={withdrawn ? 'credit-out' : ''}>
        {metric.name} <strong className="figures">{value}</strong> {metric.unitWords}
      </span>
      <span className="faint">
        {[fact.source, fact.by].filter(Boolean).join(' · ')}
        {withdrawn && ` · ${t('withdrawn', withdrawn)}`}
      </span>
      {!withdrawn && onWithdraw && (
        <Button type="link" size="small" onClick={onWithdraw}>
          {t('withdraw')}
        </Button>
      )}
    </li>
  );
}
