/** Decisions that move signals: taken out, split off, gathered in. */
import { Form, Input } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { steps } from '#triage/problem.ts';
import { triageApi } from '#triage/triage.api.ts';
import type { ProblemPage } from '#views/desk.api.ts';
import { pickWords } from '#web/pick/pick.words.ts';
import { SignalChoice, type SignalChoiceProps } from '#web/pick/signal-choice.tsx';
import { useTyped } from '#web/pick/use-typed.ts';
import { decisionWords } from '#web/problems/problem.words.ts';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type OfSignals = { problem: ProblemPage; signals: readonly string[]; onClose: () => void; onDone: () => void };

export function TakeOutDialog({ problem, signals, onClose, onDone }: OfSignals) {
  const t = useWords(decisionWords);
  const say = useSaid();
  const count = signals.length;
  return (
    <ActionDialog
      title={say(steps.takeOut)}
      how={t('takeOutHow', { count })}
      route={triageApi.takeOut}
      args={({ reason }: { reason: string }, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, signals: [...signals], reason },
      })}
      done={() => t('removed', { count })}
      onDone={onDone}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}

type Split = { title: string; statement?: string; reason: string };

export function SplitDialog({ problem, signals, onClose, onDone }: OfSignals) {
  const t = useWords(decisionWords);
  const say = useSaid();
  const needed = useNeeded();
  const [made] = useState(newId);
  const count = signals.length;
  return (
    <ActionDialog
      title={say(steps.split)}
      how={t('splitHow', { count })}
      route={triageApi.split}
      args={({ title, statement, reason }: Split, id) => ({
        params: { id: problem.id },
        body: {
          id,
          version: problem.version,
          newId: made,
          title,
          statement: statement ?? '',
          signals: [...signals],
          reason,
        },
      })}
      done={({ newNumber }) => t('split', { number: newNumber, count })}
      leads={({ newId: id }) => `/problems/${id}`}
      onDone={onDone}
      onClose={onClose}
    >
      <Form.Item name="title" label={t('newTitle')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="statement" label={t('newStatement')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5000} />
      </Form.Item>
      <ReasonItem />
    </ActionDialog>
  );
}

type Gather = { signals: string[]; reason?: string };

export function GatherDialog({ problem, onClose }: { problem: ProblemPage; onClose: () => void }) {
  const t = useWords(decisionWords);
  const say = useSaid();
  const needed = useNeeded();
  return (
    <ActionDialog
      title={say(steps.gather)}
      how={t('gatherHow')}
      width={640}
      route={triageApi.gather}
      args={({ signals, reason }: Gather, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, signals, reason: reason ?? '' },
      })}
      done={(_, { signals }) => t('gathered', { count: signals.length })}
      onClose={onClose}
    >
      <Form.Item name="signals" label={t('chooseSignals')} rules={needed}>
        <UntriagedChoice />
      </Form.Item>
      <Form.Item name="reason" label={t('note')}>
        <Input maxLength={500} />
      </Form.Item>
    </ActionDialog>
  );
}

/** Those found among the untriaged; what was chosen stays chosen while other words are searched. */
function UntriagedChoice(props: Omit<SignalChoiceProps, 'query'>) {
  const t = useWords(pickWords);
  const { typed, type } = useTyped();
  return (
    <>
      <Input.Search
        aria-label={t('signals')}
        placeholder={t('signals')}
        allowClear
        onChange={(event) => type(event.target.value)}
      />
      <p className="quiet" role="status">
        {t('chosen', { count: props.value?.length ?? 0 })}
      </p>
      <div className="signal-scroll">
        <SignalChoice {...props} query={{ state: 'untriaged', ...(typed && { q: typed }) }} />
      </div>
    </>
  );
}
