/** Asking for time, deciding on it, taking it back, letting it run on: the same for a problem and a task. */
import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { addDays, dayOf } from '#clock/day.ts';
import type { Said } from '#platform/problem.ts';
import { sayBudget, unitWords } from '#rules/time/say-budget.ts';
import type { TimeOfThing, TimeRequest } from '#rules/time/time-request.api.ts';
import { extensionReasons, suspensionReasons } from '#rules/time/time-request.ts';
import { steps as taskSteps } from '#task/task.ts';
import { taskTimeApi } from '#task/time.api.ts';
import { steps as problemSteps } from '#triage/problem.ts';
import { problemTimeApi } from '#triage/time.api.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { DayPick } from '#web/projects/day-pick.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { timeWords } from '#web/time/time.words.ts';
import { TimeLine } from '#web/time/time-part.tsx';
import { now } from '#web/words/now.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export type TimeStep = 'askExtension' | 'askSuspension' | 'decideTime' | 'withdrawTime' | 'resume';
type OnThing = {
  kind: 'problem' | 'task';
  thing: { id: string; version: number; time: TimeOfThing };
  onClose: () => void;
};

const apiOf = (kind: OnThing['kind']) => (kind === 'problem' ? problemTimeApi : taskTimeApi);
const stepOf = (kind: OnThing['kind'], step: TimeStep): Said => (kind === 'problem' ? problemSteps : taskSteps)[step];

export function TimeDialog({ step, ...about }: OnThing & { step: TimeStep }) {
  const { requests, left, stage } = about.thing.time;
  const request = requests.find(({ state }) => state === (step === 'resume' ? 'granted' : 'asked'));
  if (step === 'askExtension') return (left || stage) && <ExtensionDialog {...about} left={left} stage={stage} />;
  if (step === 'askSuspension') return left && <SuspensionDialog {...about} left={left} />;
  if (!request) return null;
  if (step === 'decideTime') return <DecideDialog {...about} request={request} />;
  return step === 'withdrawTime' ? (
    <WithdrawDialog {...about} request={request} />
  ) : (
    <ResumeDialog {...about} request={request} />
  );
}

type Left = NonNullable<TimeOfThing['left']>;
type Extend = { reason: keyof typeof extensionReasons; words: string; budget: number; limit?: 'handle' | 'stage' };

type Extensible = { left: TimeOfThing['left']; stage: TimeOfThing['stage'] };

function ExtensionDialog({ kind, thing, onClose, ...of }: OnThing & Extensible) {
  const t = useWords(timeWords);
  const say = useSaid();
  const leftOf = (limit: Extend['limit']) => (limit === 'stage' ? of.stage : of.left)!;
  // Where the limit has stages, more is asked of the one that runs first: the whole moves with it.
  const limit = (of.stage?.extensions ?? 0) > 0 ? 'stage' : 'handle';
  return (
    <ActionDialog
      title={say(stepOf(kind, 'askExtension'))}
      initial={{ limit, budget: leftOf(limit).most } as Partial<Extend>}
      route={apiOf(kind).extend}
      args={({ limit: chosen, ...values }: Extend, id) => ({
        params: { id: thing.id },
        body: { ...values, id, version: thing.version, ...(chosen && { limit: chosen }) },
      })}
      done={(_, { limit: chosen = limit, budget }) =>
        t('extensionAsked', { more: say(sayBudget(budget, leftOf(chosen).unit)) })
      }
      onClose={onClose}
    >
      <ExtensionFields {...of} first={limit} />
    </ActionDialog>
  );
}

function ExtensionFields({ left: whole, stage, first }: Extensible & { first: 'handle' | 'stage' }) {
  const t = useWords(timeWords);
  const say = useSaid();
  const form = Form.useFormInstance<Extend>();
  const limit = (Form.useWatch('limit') as Extend['limit']) ?? first;
  const left = (limit === 'stage' ? stage : whole)!;
  const both = (stage?.extensions ?? 0) > 0 && (whole?.extensions ?? 0) > 0;
  const again = (chosen: Extend['limit']) => form.setFieldValue('budget', (chosen === 'stage' ? stage : whole)!.most);
  return (
    <>
      <p className="quiet">{t('extendHow', { count: left.extensions, most: say(sayBudget(left.most, left.unit)) })}</p>
      {both && (
        <Form.Item name="limit" required label={t('ofWhich')} extra={limit === 'stage' && t('movesWhole')}>
          <Radio.Group
            onChange={({ target }) => again(target.value as Extend['limit'])}
            options={[
              { value: 'stage', label: t('ofStage', { name: stage!.name }) },
              { value: 'handle', label: t('ofWhole') },
            ]}
          />
        </Form.Item>
      )}
      <ReasonPick of={extensionReasons} />
      <Form.Item name="budget" label={t('budget')} rules={[{ required: true, message: t('needed') }]}>
        <InputNumber
          min={1}
          max={left.most}
          precision={0}
          suffix={say(unitWords[left.unit])}
          style={{ width: '100%' }}
        />
      </Form.Item>
      <ReasonItem name="words" label={t('words')} />
    </>
  );
}

type Suspend = { reason: keyof typeof suspensionReasons; words: string; until: string };

function SuspensionDialog({ kind, thing, onClose, left }: OnThing & { left: Left }) {
  const t = useWords(timeWords);
  const say = useSaid();
  const times = useTimes();
  const today = dayOf(now());
  return (
    <ActionDialog
      title={say(stepOf(kind, 'askSuspension'))}
      how={t('suspendHow', { days: left.days })}
      route={apiOf(kind).suspend}
      args={(values: Suspend, id) => ({ params: { id: thing.id }, body: { ...values, id, version: thing.version } })}
      done={(_, { until }) => t('suspensionAsked', { day: times.day(until) })}
      onClose={onClose}
    >
      <ReasonPick of={suspensionReasons} />
      <Form.Item name="until" label={t('until')} rules={[{ required: true, message: t('needed') }]}>
        <DayPick from={addDays(today, 1)} to={addDays(today, left.days)} />
      </Form.Item>
      <ReasonItem name="words" label={t('words')} />
    </ActionDialog>
  );
}

function ReasonPick({ of }: { of: Record<string, Said> }) {
  const t = useWords(timeWords);
  const say = useSaid();
  return (
    <Form.Item name="reason" label={t('why')} rules={[{ required: true, message: t('needed') }]}>
      <Select options={Object.entries(of).map(([value, said]) => ({ value, label: say(said) }))} />
    </Form.Item>
  );
}

type OnRequest = OnThing & { request: TimeRequest };
type Decide = { granted: boolean; words: string };

function DecideDialog({ kind, thing, onClose, request }: OnRequest) {
  const t = useWords(timeWords);
  const say = useSaid();
  const grantedWords = request.kind === 'extension' ? 'grantedExtension' : 'grantedSuspension';
  return (
    <ActionDialog
      title={say(stepOf(kind, 'decideTime'))}
      initial={{ granted: true } as Partial<Decide>}
      route={apiOf(kind).decide}
      args={({ granted, words }: Decide, id) => ({
        params: { id: thing.id },
        body: { id, version: thing.version, requestId: request.id, granted, words },
      })}
      done={(_, { granted }) => t(granted ? grantedWords : 'refusedDone')}
      onClose={onClose}
    >
      <TimeLine request={request} />
      <Form.Item name="granted" label={t('decide')} required>
        <Radio.Group
          options={[
            { value: true, label: t('grant') },
            { value: false, label: t('refuse') },
          ]}
        />
      </Form.Item>
      <ReasonItem name="words" label={t('decideWords')} />
    </ActionDialog>
  );
}

function WithdrawDialog({ kind, thing, onClose, request }: OnRequest) {
  const t = useWords(timeWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(stepOf(kind, 'withdrawTime'))}
      how={t('withdrawHow')}
      route={apiOf(kind).withdraw}
      args={(_: object, id) => ({
        params: { id: thing.id },
        body: { id, version: thing.version, requestId: request.id },
      })}
      done={() => t('withdrawnDone')}
      onClose={onClose}
    >
      <TimeLine request={request} />
    </ActionDialog>
  );
}

function ResumeDialog({ kind, thing, onClose, request }: OnRequest) {
  const t = useWords(timeWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(stepOf(kind, 'resume'))}
      how={t('resumeHow')}
      route={apiOf(kind).resume}
      args={({ words }: { words?: string }, id) => ({
        params: { id: thing.id },
        body: { id, version: thing.version, requestId: request.id, words: words ?? '' },
      })}
      done={() => t('resumedDone')}
      onClose={onClose}
    >
      <TimeLine request={request} />
      <Form.Item name="words" label={t('resumeWords')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
      </Form.Item>
    </ActionDialog>
  );
}
