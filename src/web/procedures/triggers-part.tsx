/** What starts a procedure by itself: each trigger with what it met, and what could not begin. */
import { Button } from 'antd';
import { useState } from 'react';
import type { ProcedureShown } from '#procedure/procedure.api.ts';
import { type TriggerShown, triggerApi } from '#procedure/trigger.api.ts';
import { refusals, triggerKinds } from '#procedure/trigger.ts';
import { useRead } from '#web/call/use-read.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { runWords } from '#web/procedures/run.words.ts';
import { useSayTerms } from '#web/procedures/say-terms.ts';
import { TriggerDialog } from '#web/procedures/trigger-dialog.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const CHANGES = ['/procedures'];

export function TriggersPart({ procedure }: { procedure: ProcedureShown }) {
  const t = useWords(runWords);
  const read = useRead(triggerApi.list, { params: { id: procedure.id } });
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<string>();
  const [settling, setSettling] = useState<string>();
  const items = read.data?.items ?? [];
  return (
    <Part
      title={t('triggers')}
      action={
        procedure.mayManage && (
          <Button size="small" onClick={() => setAdding(true)}>
            {t('addTrigger')}
          </Button>
        )
      }
    >
      {items.length === 0 && <p className="faint">{t('triggersNone')}</p>}
      <ul className="procedure-lines">
        {items.map((one) => (
          <li key={one.id}>
            <Line one={one} mayEnd={procedure.mayManage} onEnd={() => setEnding(one.id)} onSettle={setSettling} />
          </li>
        ))}
      </ul>
      {adding && <TriggerDialog procedureId={procedure.id} onClose={() => setAdding(false)} />}
      {ending && (
        <ActionDialog
          title={t('endTrigger')}
          danger
          route={triggerApi.end}
          args={({ reason }: { reason: string }, id) => ({ params: { id: ending }, body: { id, reason } })}
          done={() => t('triggerEnded')}
          changes={CHANGES}
          onClose={() => setEnding(undefined)}
        >
          <ReasonItem />
        </ActionDialog>
      )}
      {settling && (
        <ActionDialog
          title={t('settle')}
          route={triggerApi.settle}
          args={({ words }: { words: string }, id) => ({ params: { id: settling }, body: { id, words } })}
          done={() => t('settled')}
          changes={CHANGES}
          onClose={() => setSettling(undefined)}
        >
          <ReasonItem name="words" label={t('settleWords')} />
        </ActionDialog>
      )}
    </Part>
  );
}

type LineProps = { one: TriggerShown; mayEnd: boolean; onEnd: () => void; onSettle: (id: string) => void };

function Line({ one, mayEnd, onEnd, onSettle }: LineProps) {
  const t = useWords(runWords);
  const say = useSaid();
  const times = useTimes();
  const terms = useSayTerms();
  return (
    <div className={one.endedAt ? 'faint' : ''}>
      <strong>{say(triggerKinds[one.terms.kind])}</strong> {terms(one.terms, one.about)}{' '}
      <span className="quiet">
        {t('met', { met: one.met, runs: one.runs })} · {t('fallback')} {one.fallback.name}
      </span>
      {mayEnd && !one.endedAt && (
        <Button type="link" size="small" onClick={onEnd}>
          {t('endTrigger')}
        </Button>
      )}
      {one.waiting.map(({ id, at, why, standsWith }) => (
        <p key={id} className="tone-danger">
          {t('waiting', { when: times.near(at), why: say(refusals[why]), name: standsWith })}{' '}
          <Button size="small" onClick={() => onSettle(id)}>
            {t('settle')}
          </Button>
        </p>
      ))}
    </div>
  );
}
