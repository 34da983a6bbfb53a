/** The lead asks for a change of what was chartered: each kind with its own small form. */
import { Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { type ChangeKind, changeKinds, type Wanted } from '#project/change.ts';
import { projectApi } from '#project/project.api.ts';
import { steps } from '#project/project.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { withUnit } from '#web/indicators/figures.ts';
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { charterWords } from '#web/projects/charter.words.ts';
import { DayPick } from '#web/projects/day-pick.tsx';
import { decisionWords } from '#web/projects/decision.words.ts';
import type { OnProject } from '#web/projects/project-dialogs.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

/** Every kind's fields under the names that the server's refusals give them. */
type Fields = {
  kind: ChangeKind;
  milestoneId: string;
  title: string;
  evidenceAsked: string;
  dueOn: string;
  goalId: string;
  target: number;
  targetOn: string;
  endsOn: string;
  personId: Picked;
};

/** @param fresh the id of a milestone that is added */
function wantedOf({ kind, personId, ...rest }: Fields, fresh: string): Wanted {
  if (kind === 'lead' || kind === 'reviewer') return { kind, personId: personId.id };
  return { ...rest, kind, ...(kind === 'add_milestone' && { milestoneId: fresh }) };
}

export function ChangeDialog({ project, onClose }: OnProject) {
  const t = useWords(decisionWords);
  const say = useSaid();
  const [fresh] = useState(newId);
  return (
    <ActionDialog
      title={say(steps.requestChange)}
      how={t('changeHow')}
      initial={{ wanted: { kind: 'move_milestone' } as Fields }}
      route={projectApi.requestChange}
      args={({ wanted, reason }: { wanted: Fields; reason: string }, id) => ({
        params: { id: project.id },
        body: { id, version: project.version, wanted: wantedOf(wanted, fresh), reason },
      })}
      done={() => t('changeAsked')}
      onClose={onClose}
    >
      <Form.Item name={['wanted', 'kind']} label={t('changeKind')} required>
        <Select options={Object.entries(changeKinds).map(([value, said]) => ({ value, label: say(said) }))} />
      </Form.Item>
      <WantedFields project={project} />
      <ReasonItem label={t('changeReason')} />
    </ActionDialog>
  );
}

function WantedFields({ project }: { project: ProjectPage }) {
  const t = useWords(decisionWords);
  const w = useWords(charterWords);
  const kind = Form.useWatch<ChangeKind>(['wanted', 'kind']);
  const needed = [{ required: true, message: t('needed') }];
  const words = [{ required: true, whitespace: true, message: t('needed') }];
  const { startsOn: from, endsOn: to } = project;
  switch (kind) {
    case 'move_milestone':
      return (
        <>
          <MilestoneItem project={project} />
          <Form.Item name={['wanted', 'dueOn']} label={t('newDay')} rules={needed}>
            <DayPick from={from} to={to} />
          </Form.Item>
        </>
      );
    case 'drop_milestone':
      return <MilestoneItem project={project} />;
    case 'add_milestone':
      return (
        <>
          <Form.Item name={['wanted', 'title']} label={w('milestoneTitle')} rules={words}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name={['wanted', 'dueOn']} label={w('dueOn')} rules={needed}>
            <DayPick from={from} to={to} />
          </Form.Item>
          <Form.Item name={['wanted', 'evidenceAsked']} label={w('evidenceAsked')} rules={words}>
            <Input maxLength={500} />
          </Form.Item>
        </>
      );
    case 'retarget':
      return <Retarget project={project} />;
    case 'end':
      return (
        <Form.Item name={['wanted', 'endsOn']} label={t('newEnd')} rules={needed}>
          <DayPick from={from} />
        </Form.Item>
      );
    case 'lead':
    case 'reviewer':
      return <PersonItem project={project} />;
    default:
      return null;
  }
}

function PersonItem({ project: { lead, reviewer } }: { project: ProjectPage }) {
  const t = useWords(decisionWords);
  return (
    <Form.Item name={['wanted', 'personId']} label={t('newPerson')} rules={[{ required: true, message: t('needed') }]}>
      <AnybodyPick not={[lead, reviewer].flatMap((one) => one?.id ?? [])} />
    </Form.Item>
  );
}

function MilestoneItem({ project }: { project: ProjectPage }) {
  const t = useWords(decisionWords);
  const times = useTimes();
  const options = project.milestones
    .filter(({ state }) => state === 'planned')
    .map(({ id, title, dueOn }) => ({ value: id, label: `${title}（${times.day(dueOn)}）` }));
  return (
    <Form.Item
      name={['wanted', 'milestoneId']}
      label={t('whichMilestone')}
      rules={[{ required: true, message: t('needed') }]}
    >
      <Select options={options} />
    </Form.Item>
  );
}

function Retarget({ project }: { project: ProjectPage }) {
  const t = useWords(decisionWords);
  const goalId = Form.useWatch<string>(['wanted', 'goalId']);
  const goal = project.goals.find(({ id }) => id === goalId);
  const needed = [{ required: true, message: t('needed') }];
  return (
    <>
      <Form.Item name={['wanted', 'goalId']} label={t('whichGoal')} rules={needed}>
        <Select
          options={project.goals.map(({ id, indicator, target }) => ({
            value: id,
            label: `${indicator.name} ${withUnit(target, indicator)}`,
          }))}
        />
      </Form.Item>
      <Form.Item name={['wanted', 'target']} label={t('newTarget')} rules={needed}>
        <InputNumber style={{ width: '100%' }} {...(goal && { suffix: goal.indicator.unitWords })} />
      </Form.Item>
      <Form.Item name={['wanted', 'targetOn']} label={t('newTargetOn')} rules={needed}>
        <DayPick {...(goal && { from: goal.baselineOn })} />
      </Form.Item>
    </>
  );
}
