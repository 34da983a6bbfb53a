/** What waits for a signature, kind by kind, with its two answers as large buttons: another kind is one line more below. */
import { Button, Form, Input } from 'antd';
import { type ComponentType, useState } from 'react';
import { causeApi } from '#cause/cause.api.ts';
import { layers } from '#cause/cause.ts';
import { delegationApi } from '#people/delegation.api.ts';
import type { LeaderPage, SignItem } from '#views/overview.api.ts';
import { overviewWords } from '#web/overview/overview.words.ts';
import { ChangeAnswer, CharterAnswer, ReportAnswer } from '#web/overview/project-answers.tsx';
import { Go } from '#web/place/go.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export type Answer = { item: SignItem; yes: boolean; onClose: () => void };
/** Without a form it is signed on the page of the thing: more is asked there than yes or no. */
type Signing = { yes: keyof typeof overviewWords; no?: keyof typeof overviewWords; Form?: ComponentType<Answer> };

const signings: Record<SignItem['kind'], Signing> = {
  cause: { yes: 'confirm', no: 'refute', Form: CauseAnswer },
  measure: { yes: 'adopt', no: 'drop', Form: MeasureAnswer },
  charter: { yes: 'charter', no: 'sendBack', Form: CharterAnswer },
  change: { yes: 'grant', no: 'decline', Form: ChangeAnswer },
  report: { yes: 'acknowledge', no: 'giveBack', Form: ReportAnswer },
  acceptance: { yes: 'toAccept' },
  closing: { yes: 'toClose' },
  delegation: { yes: 'endIt', Form: DelegationAnswer },
};

export function SignPart({ part }: { part: LeaderPage['sign'][number] }) {
  const t = useWords(overviewWords);
  const say = useSaid();
  const [asked, setAsked] = useState<Omit<Answer, 'onClose'>>();
  const { yes, no, Form: Asked } = signings[part.kind];
  return (
    <section aria-label={say(part.said)}>
      <h3>
        {say(part.said)} <span className="figures faint">{part.count}</span>
      </h3>
      <ul className="running">
        {part.items.map((item) => (
          <li key={item.id}>
            <Told item={item} />
            <p className="sign-buttons">
              {Asked ? (
                <Button
                  type={part.kind === 'delegation' ? 'default' : 'primary'}
                  size="large"
                  onClick={() => setAsked({ item, yes: true })}
                >
                  {t(yes)}
                </Button>
              ) : (
                <Go to={item.on?.path ?? '/projects'} className="sign-link">
                  {t(yes)}
                </Go>
              )}
              {no && (
                <Button size="large" onClick={() => setAsked({ item, yes: false })}>
                  {t(no)}
                </Button>
              )}
            </p>
          </li>
        ))}
      </ul>
      {part.count > part.items.length && <p className="faint">{t('ofAll', { count: part.count })}</p>}
      {asked && Asked && <Asked {...asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
}

function Told({ item }: { item: SignItem }) {
  const t = useWords(overviewWords);
  const say = useSaid();
  const times = useTimes();
  const { kind, words, layer, on, notes, by, at } = item;
  return (
    <>
      <strong className="verbatim">{kind === 'delegation' ? '' : words}</strong>
      <p className="running-line quiet">
        {layer && <span>{say(layers[layer])}</span>}
        {notes.map((note) => (
          <span key={note.zh}>{say(note)}</span>
        ))}
        <span>
          {kind === 'delegation'
            ? `${t('actsUntil', { name: by.name, when: times.moment(at) })} · ${words}`
            : t('asks', { name: by.name, when: times.near(at) })}
        </span>
      </p>
      {on && (
        <p className="running-line">
          <Go to={on.path}>
            <span className="figures faint">{on.number}</span> {on.title}
          </Go>
        </p>
      )}
    </>
  );
}

function CauseAnswer({ item, yes, onClose }: Answer) {
  const t = useWords(overviewWords);
  return (
    <ActionDialog
      title={t(yes ? 'confirm' : 'refute')}
      how={item.words}
      route={causeApi.judge}
      args={({ words }: { words: string }, id) => ({
        params: { id: item.id },
        body: { id, version: item.version, finding: yes ? ('confirmed' as const) : ('refuted' as const), words },
      })}
      done={() => t(yes ? 'confirmed' : 'refuted')}
      onClose={onClose}
    >
      <Form.Item name="words" label={t('grounds')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
        <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </ActionDialog>
  );
}

function MeasureAnswer({ item, yes, onClose }: Answer) {
  const t = useWords(overviewWords);
  return (
    <ActionDialog
      title={t(yes ? 'adopt' : 'drop')}
      how={item.words}
      route={causeApi.judgeMeasure}
      args={({ words }: { words?: string }, id) => ({
        params: { id: item.id },
        body: {
          id,
          version: item.version,
          finding: yes ? ('adopted' as const) : ('dropped' as const),
          words: words ?? '',
        },
      })}
      done={() => t(yes ? 'adopted' : 'dropped')}
      onClose={onClose}
    >
      <Form.Item name="words" label={t('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </ActionDialog>
  );
}

function DelegationAnswer({ item, onClose }: Answer) {
  const t = useWords(overviewWords);
  const times = useTimes();
  const { name } = item.by;
  return (
    <ActionDialog
      title={t('endIt')}
      how={t('actsUntil', { name, when: times.moment(item.at) })}
      route={delegationApi.end}
      args={(_: object, id) => ({ params: { id: item.id }, body: { id } })}
      done={() => t('endedIt', { name })}
      onClose={onClose}
    />
  );
}
