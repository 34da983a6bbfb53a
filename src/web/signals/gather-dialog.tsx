/** Signals into a problem that exists already: found by number or title, with what it holds now. */
import { Form, Input } from 'antd';
import { useState } from 'react';
import { states } from '#triage/problem.ts';
import { triageApi } from '#triage/triage.api.ts';
import { deskApi } from '#views/desk.api.ts';
import { useRead } from '#web/call/use-read.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { ProblemPick } from '#web/pick/problem-pick.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import type { DialogProps } from '#web/signals/make-dialog.tsx';
import { signalsWords } from '#web/signals/signals.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useWords } from '#web/words/words.ts';

type Values = { problem: Picked; reason?: string };

export function GatherDialog({ signals, onDone, onClose }: DialogProps) {
  const t = useWords(signalsWords);
  const [picked, setPicked] = useState<Picked | null>(null);
  const seen = useRead(deskApi.problem, picked ? { params: { id: picked.id } } : undefined).data;
  const count = signals.length;
  // What is decided rests on what the problem holds now: before that is read, there is nothing to decide on.
  const asSeen = {
    validator: (_: unknown, value?: Picked) =>
      !value || seen?.id === value.id ? Promise.resolve() : Promise.reject(new Error(t('readingProblem'))),
  };
  return (
    <ActionDialog<typeof triageApi.gather, Values>
      title={t('gather')}
      how={t('gatherHow', { count })}
      width={560}
      route={triageApi.gather}
      args={({ problem, reason = '' }, id) => ({
        params: { id: problem.id },
        body: { id, version: seen!.version, signals: signals.map((one) => one.id), reason },
      })}
      done={(_, { problem }) => t('gathered', { count, name: problem.name })}
      leads={({ id }) => `/problems/${id}`}
      onDone={() => onDone?.()}
      onClose={onClose}
    >
      <Form.Item name="problem" label={t('chosenProblem')} rules={[{ required: true, message: t('needed') }, asSeen]}>
        <ProblemPick onChange={setPicked} />
      </Form.Item>
      {seen && (
        <p className="gather-holds">
          <StateTag state={states[seen.state]} /> {t('holds', { signals: seen.signals, reporters: seen.reporters })}
        </p>
      )}
      <Form.Item name="reason" label={t('remark')}>
        <Input.TextArea rows={2} maxLength={2_000} />
      </Form.Item>
    </ActionDialog>
  );
}
