/** On the page of a problem, task or project: the rungs that fired, whom they told, letters sent by hand, and sending one. */
import { Button } from 'antd';
import { useState } from 'react';
import { limitNames } from '#rules/limits.ts';
import { ladderApi } from '#supervision/ladder.api.ts';
import { actions, type LadderKind, lights } from '#supervision/ladder.ts';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { Go } from '#web/place/go.tsx';
import { SendDialog } from '#web/supervision/send-dialog.tsx';
import { supervisionWords } from '#web/supervision/supervision.words.ts';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/supervision/supervision.css';

export function FiredPart({ kind, id }: { kind: LadderKind; id: string }) {
  const t = useWords(supervisionWords);
  const say = useSaid();
  const times = useTimes();
  const may = useMay();
  const { data } = useRead(ladderApi.fired, { params: { kind, id } });
  const [sending, setSending] = useState(false);
  if (!data || (data.items.length + data.byHand.length === 0 && !data.maySend)) return null;
  const paper = (at: string, number: string) => (may('letter.read') ? <Go to={at}>{number}</Go> : number);
  return (
    <Part title={t('fired')}>
      <ul className="paper-list">
        {data.items.map((one) => (
          <li key={one.id}>
            <span className={`rung-light rung-${one.light}`}>{say(lights[one.light])}</span>{' '}
            <time dateTime={one.at} title={times.exact(one.at)}>
              {times.moment(one.at)}
            </time>{' '}
            {say(limitNames[one.limit as keyof typeof limitNames])} · {say(actions[one.action])}
            {one.letter && <> · {paper(`/letters/${one.letter.id}`, one.letter.number)}</>}
            {one.talk && <> · {paper(`/talks/${one.talk.id}`, one.talk.number)}</>}
            <span className="faint fired-more">
              {[
                one.told.length > 0 && t('told', { names: one.told.join('、') }),
                one.nobody && t('nobody'),
                one.movedTo && t('moved', { day: times.moment(one.movedTo) }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </span>
          </li>
        ))}
        {data.byHand.map((one) => (
          <li key={one.id}>
            <time dateTime={one.at} title={times.exact(one.at)}>
              {times.moment(one.at)}
            </time>{' '}
            {paper(`/letters/${one.id}`, one.number)} <span className="faint">{t('byHand', { name: one.by })}</span>
          </li>
        ))}
      </ul>
      {data.maySend && (
        <Button size="small" className="paper-call" onClick={() => setSending(true)}>
          {t('send')}
        </Button>
      )}
      {sending && <SendDialog kind={kind} id={id} unit={data.unit} onClose={() => setSending(false)} />}
    </Part>
  );
}
