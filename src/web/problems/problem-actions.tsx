/** What can be done next with a problem: the likeliest in its state first, each as one button, most with a small form. */
import { type ReactNode, useMemo, useState } from 'react';
import { newId } from '#platform/ids.ts';
import { countersignApi } from '#triage/countersign/countersign.api.ts';
import { problemFlowApi } from '#triage/flow.api.ts';
import { type ProblemState, states, steps } from '#triage/problem.ts';
import { triageApi } from '#triage/triage.api.ts';
import type { ProblemPage } from '#views/desk.api.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { AddUnitDialog, AssignDialog, SendBackDialog } from '#web/problems/assign-dialogs.tsx';
import { RetractDialog, ReturnToDialog } from '#web/problems/back-dialogs.tsx';
import { countersignWords } from '#web/problems/countersign.words.ts';
import {
  AddSignerDialog,
  CountersignDialog,
  DropSignerDialog,
  ObjectionDialog,
  SignRuleDialog,
} from '#web/problems/countersign-dialogs.tsx';
import {
  AskDeferralDialog,
  DecideDeferralDialog,
  KeepDeferralDialog,
  StrikeDeferralDialog,
  WithdrawDeferralDialog,
} from '#web/problems/deferral-dialogs.tsx';
import { EntrustDialog } from '#web/problems/entrust-dialog.tsx';
import { flowWords } from '#web/problems/flow.words.ts';
import { WordsDialog } from '#web/problems/flow-dialogs.tsx';
import { decisionWords, problemWords } from '#web/problems/problem.words.ts';
import { PublishDialog, UnpublishDialog } from '#web/problems/publish-dialogs.tsx';
import {
  CloseDialog,
  DescribeDialog,
  HandleDialog,
  MergeDialog,
  ReopenDialog,
  VerifyDialog,
  WithdrawDialog,
} from '#web/problems/settle-dialogs.tsx';
import { ShareDialog } from '#web/problems/share-dialogs.tsx';
import { GatherDialog } from '#web/problems/signals-dialogs.tsx';
import { GiveTaskDialog } from '#web/tasks/give-task-dialog.tsx';
import { ThingActions } from '#web/thing/thing-actions.tsx';
import { TimeDialog } from '#web/time/time-dialogs.tsx';
import { fill, useWords } from '#web/words/words.ts';

const all = { ...steps, giveTask: problemWords.giveTask, share: problemWords.share, returnTo: flowWords.returnTo };
type Step = keyof typeof all;
type Back = (typeof backSteps)[number];
type Asked = Exclude<Step, 'sign' | 'read' | 'signEntrusted' | Back | 'takeOut' | 'split' | 'enter'>;

/** One button leads to all of them. */
const backSteps = ['returnToOpen', 'returnToGiven', 'returnToWorking', 'returnToHandled'] as const;

const rest: Step[] = [
  'retract',
  'returnTo',
  'signEntrusted',
  'report',
  'read',
  'countersign',
  'answerObjection',
  'urge',
  'object',
  'addUnit',
  'gather',
  'describe',
  'transfer',
  'sendBack',
  'askExtension',
  'askSuspension',
  'withdrawTime',
  'resume',
  'entrust',
  'takeBack',
  'strikeDeferral',
  'keepDeferral',
  'askDeferral',
  'withdrawDeferral',
  'addSigner',
  'dropSigner',
  'overrule',
  'signRule',
  'takeOut',
  'split',
  'merge',
  'withdraw',
  'share',
  'publish',
  'unpublish',
];

/** What whoever's turn it is does next. With every task done, reporting comes before giving another; where
 * nobody can do it, giving it to another unit comes first. */
function nextOf({ state, tasks, nobody }: ProblemPage): Step[] {
  const allDone = tasks.length > 0 && tasks.every((task) => ['done', 'withdrawn'].includes(task.state));
  const first: Partial<Record<ProblemState, Step[]>> = {
    open: ['assign', 'describe', 'gather'],
    given: ['sign', 'giveTask', 'sendBack'],
    working: [
      'decideTime',
      'decideDeferral',
      ...(allDone ? (['handle', 'giveTask'] as const) : (['giveTask', 'handle'] as const)),
    ],
    handled: ['verify', 'refuse'],
    verified: ['close'],
    closed: ['reopen'],
  };
  return [...(nobody ? (['transfer'] as const) : []), ...(first[state] ?? [])];
}

/** Beside the steps of the life cycle: tasks, for the unit that has it; sharing, for the dispatcher. */
function buttonsOf({ buttons, mayGiveTask, nodes, state }: ProblemPage) {
  const has = (step: string) => buttons.some((button) => button.step === step);
  const { zh, en } = problemWords.giveTaskClosed;
  const closed = { zh: fill(zh, { state: states[state].zh }), en: fill(en, { state: states[state].en }) };
  return [
    ...buttons,
    ...(mayGiveTask || has('handle') ? [{ step: 'giveTask', closed: mayGiveTask ? null : closed }] : []),
    ...(has('assign') ? [{ step: 'share', closed: null }] : []),
    ...(nodes.length > 0 ? [{ step: 'returnTo', closed: null }] : []),
  ];
}

type ProblemActionsProps = { problem: ProblemPage; onChooseSignals: () => void };

export function ProblemActions({ problem, onChooseSignals }: ProblemActionsProps) {
  const t = useWords(decisionWords);
  const [asked, setAsked] = useState<Asked | null>(null);
  // One signature a version of the problem: a double click is one decision.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version asks for a new id
  const signature = useMemo(newId, [problem.version]);
  const sign = useVerb(triageApi.sign, { done: () => t('signed') });
  const readWords = useWords(countersignWords);
  const read = useVerb(countersignApi.read, { done: () => readWords('copyRead') });
  const flow = useWords(flowWords);
  const signEntrusted = useVerb(problemFlowApi.signEntrusted, { done: () => flow('entrustSigned') });
  const onSeen = { params: { id: problem.id }, body: { id: signature, version: problem.version } };
  const about = { problem, onClose: () => setAsked(null) };
  const time = { kind: 'problem' as const, thing: problem, onClose: about.onClose };
  const buttons = buttonsOf(problem);
  const next = nextOf(problem);
  const isOpen = (step: Step) => buttons.some((button) => button.step === step && button.closed === null);
  const dialogs: Record<Asked, () => ReactNode> = {
    assign: () => <AssignDialog {...about} />,
    transfer: () => <AssignDialog {...about} transfer />,
    addUnit: () => <AddUnitDialog {...about} />,
    sendBack: () => <SendBackDialog {...about} />,
    giveTask: () => <GiveTaskDialog {...about} />,
    handle: () => <HandleDialog {...about} />,
    verify: () => <VerifyDialog {...about} passed />,
    refuse: () => <VerifyDialog {...about} passed={false} />,
    close: () => <CloseDialog {...about} />,
    reopen: () => <ReopenDialog {...about} />,
    gather: () => <GatherDialog {...about} />,
    merge: () => <MergeDialog {...about} />,
    withdraw: () => <WithdrawDialog {...about} />,
    describe: () => <DescribeDialog {...about} />,
    share: () => <ShareDialog {...about} />,
    askExtension: () => <TimeDialog {...time} step="askExtension" />,
    askSuspension: () => <TimeDialog {...time} step="askSuspension" />,
    decideTime: () => <TimeDialog {...time} step="decideTime" />,
    withdrawTime: () => <TimeDialog {...time} step="withdrawTime" />,
    resume: () => <TimeDialog {...time} step="resume" />,
    publish: () => <PublishDialog {...about} />,
    unpublish: () => <UnpublishDialog {...about} />,
    addSigner: () => <AddSignerDialog {...about} />,
    dropSigner: () => <DropSignerDialog {...about} />,
    signRule: () => <SignRuleDialog {...about} />,
    countersign: () => <CountersignDialog {...about} />,
    answerObjection: () => <ObjectionDialog {...about} step="answerObjection" />,
    overrule: () => <ObjectionDialog {...about} step="overrule" />,
    entrust: () => <EntrustDialog {...about} />,
    report: () => <WordsDialog {...about} step="report" />,
    takeBack: () => <WordsDialog {...about} step="takeBack" />,
    retract: () => <RetractDialog {...about} />,
    returnTo: () => <ReturnToDialog {...about} />,
    askDeferral: () => <AskDeferralDialog {...about} />,
    withdrawDeferral: () => <WithdrawDeferralDialog {...about} />,
    decideDeferral: () => <DecideDeferralDialog {...about} />,
    keepDeferral: () => <KeepDeferralDialog {...about} />,
    strikeDeferral: () => <StrikeDeferralDialog {...about} />,
    urge: () => <WordsDialog {...about} step="urge" />,
    object: () => <WordsDialog {...about} step="object" />,
  };
  const ask = Object.fromEntries(Object.keys(dialogs).map((step) => [step, () => setAsked(step as Asked)]));
  return (
    <>
      <ThingActions
        buttons={buttons}
        steps={all}
        order={[...next, ...rest]}
        calm={problem.turn === null || !next.some(isOpen)}
        danger={['merge', 'withdraw']}
        run={{
          ...(ask as Record<Asked, () => void>),
          takeOut: onChooseSignals,
          split: onChooseSignals,
          sign: () => void sign.run(onSeen),
          read: () => void read.run(onSeen),
          signEntrusted: () => void signEntrusted.run(onSeen),
        }}
      />
      {asked && dialogs[asked]()}
    </>
  );
}
