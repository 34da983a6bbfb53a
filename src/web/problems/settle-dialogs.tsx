/** Decisions that settle it or change what it says: handled, verified or refused, closed, reopened, merged, described. */
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { type Urgency, urgencies } from '#signal/signal.ts';
import { classes, type ProblemClass, steps } from '#triage/problem.ts';
import { triageApi } from '#triage/triage.api.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { ProblemPick } from '#web/pick/problem-pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { type OnProblem, OverrideItem } from '#web/problems/assign-dialogs.tsx';
import { decisionWords, problemWords } from '#web/problems/problem.words.ts';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type InWords = { words: string };

export function HandleDialog({ problem, onClose }: OnProblem) {
  const t = useWords(decisionWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.handle)}
      how={t('handleHow')}
      route={triageApi.handle}
      args={({ words }: InWords, id) => ({ params: { id: problem.id }, body: { id, version: problem.version, words } })}
      done={() => t('handledDone')}
      onClose={onClose}
    >
      <ReasonItem name="words" label={t('handleWords')} />
    </ActionDialog>
  );
}

export function VerifyDialog({ problem, onClose, passed }: OnProblem & { passed: boolean }) {
  const t = useWords(decisionWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(passed ? steps.verify : steps.refuse)}
      how={passed ? undefined : t('refuseHow')}
      route={triageApi.verify}
      args={({ words }: InWords, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, passed, words },
      })}
      done={() => t(passed ? 'verifiedDone' : 'refusedDone')}
      onClose={onClose}
    >
      <ReasonItem name="words" label={t('verifyWords')} />
    </ActionDialog>
  );
}

export function CloseDialog({ problem, onClose }: OnProblem) {
  const t = useWords(decisionWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.close)}
      how={t('closeHow')}
      route={triageApi.close}
      args={({ words }: InWords, id) => ({ params: { id: problem.id }, body: { id, version: problem.version, words } })}
      done={() => t('closedDone')}
      onClose={onClose}
    >
      <ReasonItem name="words" label={t('closeWords')} />
    </ActionDialog>
  );
}

type Reopen = { unit: Picked; reason: string; override?: boolean };

/** The unit that led is closed by now, perhaps: another can be chosen. */
export function ReopenDialog({ problem, onClose }: OnProblem) {
  const t = useWords(decisionWords);
  const say = useSaid();
  const needed = useNeeded();
  const [mayOverride, setMayOverride] = useState(false);
  const led = problem.lead && { id: problem.lead.id, name: problem.lead.shortName || problem.lead.name };
  return (
    <ActionDialog
      title={say(steps.reopen)}
      how={t('reopenHow')}
      initial={{ ...(led && { unit: led }) }}
      route={triageApi.reopen}
      args={({ unit, reason, override }: Reopen, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, unitId: unit.id, reason, ...(override && { override }) },
      })}
      done={(_, { unit }) => t('reopenedDone', { unit: unit.name })}
      onRefused={({ body }) => setMayOverride(body.detail?.mayOverride === true)}
      onClose={onClose}
    >
      <Form.Item name="unit" label={t('reopenUnit')} rules={needed}>
        <UnitPick />
      </Form.Item>
      {mayOverride && <OverrideItem />}
      <ReasonItem />
    </ActionDialog>
  );
}

export function MergeDialog({ problem, onClose }: OnProblem) {
  const t = useWords(decisionWords);
  const say = useSaid();
  const needed = useNeeded();
  return (
    <ActionDialog
      title={say(steps.merge)}
      how={t('mergeHow')}
      danger
      route={triageApi.merge}
      args={({ into, reason }: { into: Picked; reason: string }, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, into: into.id, reason },
      })}
      done={(_, { into }) => t('merged', { name: into.name })}
      leads={(_, { into }) => `/problems/${into.id}`}
      onClose={onClose}
    >
      <Form.Item name="into" label={t('into')} rules={needed}>
        <ProblemPick not={problem.id} />
      </Form.Item>
      <ReasonItem />
    </ActionDialog>
  );
}

export function WithdrawDialog({ problem, onClose }: OnProblem) {
  const t = useWords(decisionWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.withdraw)}
      how={t('withdrawHow')}
      danger
      route={triageApi.withdraw}
      args={({ reason }: { reason: string }, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, reason },
      })}
      done={() => t('withdrawn', { count: problem.signals })}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}

type Describe = { title: string; statement: string; class: ProblemClass | 'none'; urgency: Urgency };

export function DescribeDialog({ problem, onClose }: OnProblem) {
  const t = useWords(decisionWords);
  const w = useWords(problemWords);
  const say = useSaid();
  const choices = (table: Record<string, { zh: string; en: string }>) =>
    Object.entries(table).map(([value, said]) => ({ value, label: say(said) }));
  return (
    <ActionDialog
      title={say(steps.describe)}
      width={560}
      initial={{
        title: problem.title,
        statement: problem.statement,
        class: problem.class ?? 'none',
        urgency: problem.urgency,
      }}
      route={triageApi.describe}
      args={(values: Describe, id) => ({
        params: { id: problem.id },
        body: { ...values, class: values.class === 'none' ? null : values.class, id, version: problem.version },
      })}
      done={() => t('described')}
      onClose={onClose}
    >
      <Form.Item name="title" label={w('title')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="statement" label={w('statement')}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="class" label={w('class')} required>
        <Radio.Group options={[...choices(classes), { value: 'none', label: w('noClass') }]} />
      </Form.Item>
      <Form.Item name="urgency" label={w('urgency')} required>
        <Radio.Group options={choices(urgencies)} />
      </Form.Item>
    </ActionDialog>
  );
}
