/** Decisions about 挂账: asking, deciding, keeping it after its review, striking it off. */
import { Form, Radio, Select } from 'antd';
import { addDays, dayOf } from '#clock/day.ts';
import { deferralApi } from '#triage/deferral/deferral.api.ts';
import { type DeferralReason, reasons } from '#triage/deferral/deferral.ts';
import { steps } from '#triage/problem.ts';
import type { OnProblem } from '#web/problems/assign-dialogs.tsx';
import { deferralWords } from '#web/problems/deferral.words.ts';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { DayPick } from '#web/projects/day-pick.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { now } from '#web/words/now.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

function ReviewItem({ latest }: { latest: string | null }) {
  const t = useWords(deferralWords);
  const needed = useNeeded();
  const today = dayOf(now());
  return (
    <Form.Item name="reviewOn" label={t('reviewOn')} rules={needed}>
      <DayPick from={addDays(today, 1)} {...(latest && { to: latest })} />
    </Form.Item>
  );
}

type Ask = { reason: DeferralReason; words: string; conditions: string; reviewOn: string };

export function AskDeferralDialog({ problem, onClose }: OnProblem) {
  const t = useWords(deferralWords);
  const say = useSaid();
  const needed = useNeeded();
  const options = Object.entries(reasons).map(([value, said]) => ({ value, label: say(said) }));
  return (
    <ActionDialog
      title={say(steps.askDeferral)}
      how={t('askHow')}
      route={deferralApi.ask}
      args={(values: Ask, id) => ({ params: { id: problem.id }, body: { ...values, id, version: problem.version } })}
      done={() => t('askDone')}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('why')} rules={needed}>
        <Select options={options} />
      </Form.Item>
      <ReasonItem name="words" label={t('words')} />
      <ReasonItem name="conditions" label={t('asked')} />
      <ReviewItem latest={problem.latestReview} />
    </ActionDialog>
  );
}

export function WithdrawDeferralDialog({ problem, onClose }: OnProblem) {
  const t = useWords(deferralWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.withdrawDeferral)}
      route={deferralApi.withdraw}
      args={(_, id) => ({ params: { id: problem.id }, body: { id, version: problem.version } })}
      done={() => t('withdrawDone')}
      onClose={onClose}
    />
  );
}

type Decide = { granted: boolean; reviewOn: string; words: string };

export function DecideDeferralDialog({ problem, onClose }: OnProblem) {
  const t = useWords(deferralWords);
  const say = useSaid();
  const needed = useNeeded();
  const asked = problem.deferrals.find(({ state }) => state === 'asked');
  const options = [
    { value: true, label: t('grant') },
    { value: false, label: t('refuse') },
  ];
  return (
    <ActionDialog
      title={say(steps.decideDeferral)}
      initial={{ ...(asked && { reviewOn: asked.reviewOn }) }}
      route={deferralApi.decide}
      args={(values: Decide, id) => ({ params: { id: problem.id }, body: { ...values, id, version: problem.version } })}
      done={(_, { granted }) => t(granted ? 'granted' : 'refused')}
      onClose={onClose}
    >
      <Form.Item name="granted" label={t('decision')} rules={needed}>
        <Radio.Group options={options} />
      </Form.Item>
      <ReviewItem latest={problem.latestReview} />
      <ReasonItem name="words" />
    </ActionDialog>
  );
}

export function KeepDeferralDialog({ problem, onClose }: OnProblem) {
  const t = useWords(deferralWords);
  const say = useSaid();
  const times = useTimes();
  return (
    <ActionDialog
      title={say(steps.keepDeferral)}
      route={deferralApi.keep}
      args={(values: { reviewOn: string; words: string }, id) => ({
        params: { id: problem.id },
        body: { ...values, id, version: problem.version },
      })}
      done={(_, { reviewOn }) => t('keepDone', { day: times.day(reviewOn) })}
      onClose={onClose}
    >
      <ReviewItem latest={problem.latestReview} />
      <ReasonItem name="words" label={t('keepWords')} />
    </ActionDialog>
  );
}

export function StrikeDeferralDialog({ problem, onClose }: OnProblem) {
  const t = useWords(deferralWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.strikeDeferral)}
      how={t('strikeHow')}
      route={deferralApi.strike}
      args={({ words }: { words: string }, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, words },
      })}
      done={() => t('strikeDone')}
      onClose={onClose}
    >
      <ReasonItem name="words" label={t('strikeWords')} />
    </ActionDialog>
  );
}
