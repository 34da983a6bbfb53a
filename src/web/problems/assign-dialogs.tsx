/** Decisions about who has it: assign, transfer, add a unit, take one off, send back. */
import { Checkbox, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { type AssignmentRole, assignmentRoles, RETURNS_UNTIL_BINDING, steps } from '#triage/problem.ts';
import { triageApi } from '#triage/triage.api.ts';
import type { ProblemPage } from '#views/desk.api.ts';
import { DutyChips } from '#web/duty/duty-chips.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { flowWords } from '#web/problems/flow.words.ts';
import { returnsOf } from '#web/problems/flow-notes.tsx';
import { decisionWords, problemWords } from '#web/problems/problem.words.ts';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

export type OnProblem = { problem: ProblemPage; onClose: () => void };

type Assign = { unitId: Picked; reason?: string; basis?: string; override?: boolean };

const leadOf = ({ assignments }: ProblemPage) =>
  assignments.find((one) => one.role === 'lead' && one.closedAt === null)?.unit.id;

/** The lead unit: the first, or another in its place. */
export function AssignDialog({ problem, onClose, transfer }: OnProblem & { transfer?: boolean }) {
  const t = useWords(decisionWords);
  const say = useSaid();
  const needed = useNeeded();
  const lead = leadOf(problem);
  const not = lead ? [lead] : [];
  const returns = returnsOf(problem).length;
  const [mayOverride, setMayOverride] = useState(false);
  return (
    <ActionDialog
      title={say(transfer ? steps.transfer : steps.assign)}
      how={t(transfer ? 'transferHow' : 'assignHow')}
      route={triageApi.assign}
      args={({ unitId, reason, basis, override }: Assign, id) => ({
        params: { id: problem.id },
        body: {
          ...{ id, version: problem.version, unitId: unitId.id, role: 'lead' as const, reason: reason ?? '' },
          ...(basis && { basis }),
          ...(override && { override }),
        },
      })}
      done={(_, { unitId }) => t(transfer ? 'transferred' : 'assigned', { unit: unitId.name })}
      onRefused={({ body }) => setMayOverride(body.detail?.mayOverride === true)}
      onClose={onClose}
    >
      <DutyChips problemId={problem.id} not={not} />
      <Form.Item name="unitId" label={t('unit')} rules={needed}>
        <UnitPick not={not} />
      </Form.Item>
      {returns >= RETURNS_UNTIL_BINDING && <BasisItem returns={returns} />}
      {mayOverride && <OverrideItem />}
      <Form.Item name="reason" label={t('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} placeholder={t('noteHint')} />
      </Form.Item>
    </ActionDialog>
  );
}

/** The centre's decision binds, and rests on something: whoever gives it out sees that, and says what. */
function BasisItem({ returns }: { returns: number }) {
  const t = useWords(flowWords);
  const needed = useNeeded();
  return (
    <>
      <p className="quiet">{t('bindingHow', { count: returns })}</p>
      <Form.Item name="basis" label={t('bindingBasis')} rules={needed}>
        <Input maxLength={500} placeholder={t('bindingHint')} />
      </Form.Item>
    </>
  );
}

/** Offered once the server has refused: the matter was withdrawn, and whoever asks may go past that. */
export function OverrideItem() {
  return (
    <Form.Item name="override" valuePropName="checked">
      <Checkbox>{useWords(decisionWords)('override')}</Checkbox>
    </Form.Item>
  );
}

type Add = Omit<Assign, 'override' | 'basis'> & { role: Exclude<AssignmentRole, 'lead' | 'entrusted'> };

export function AddUnitDialog({ problem, onClose }: OnProblem) {
  const t = useWords(decisionWords);
  const say = useSaid();
  const needed = useNeeded();
  const { lead: _, entrusted: _below, ...others } = assignmentRoles;
  const has = problem.assignments.filter((one) => one.closedAt === null).map((one) => one.unit.id);
  return (
    <ActionDialog
      title={say(steps.addUnit)}
      initial={{ role: 'assist' }}
      route={triageApi.assign}
      args={({ unitId, role, reason }: Add, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, unitId: unitId.id, role, reason: reason ?? '' },
      })}
      done={(_reply, { unitId, role }) => t('added', { unit: unitId.name, role: say(assignmentRoles[role]) })}
      onClose={onClose}
    >
      <Form.Item name="role" label={t('role')} required>
        <Radio.Group options={Object.entries(others).map(([value, said]) => ({ value, label: say(said) }))} />
      </Form.Item>
      <Form.Item name="unitId" label={t('unit')} rules={needed}>
        <UnitPick not={has} />
      </Form.Item>
      <Form.Item name="reason" label={t('note')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
    </ActionDialog>
  );
}

type TakeOffProps = OnProblem & { assignment: ProblemPage['assignments'][number] };

export function TakeOffDialog({ problem, assignment, onClose }: TakeOffProps) {
  const t = useWords(decisionWords);
  const name = assignment.unit.shortName || assignment.unit.name;
  return (
    <ActionDialog
      title={`${useWords(problemWords)('takeOff')} ${name}`}
      route={triageApi.removeUnit}
      args={({ reason }: { reason: string }, id) => ({
        params: { id: problem.id, assignment: assignment.id },
        query: { id, version: problem.version, reason },
      })}
      done={() => t('takenOff', { unit: name })}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}

type SendBack = { reason: string; basis?: string; suggestedUnitId?: Picked | null };

export function SendBackDialog({ problem, onClose }: OnProblem) {
  const t = useWords(decisionWords);
  const say = useSaid();
  const lead = leadOf(problem);
  return (
    <ActionDialog
      title={say(steps.sendBack)}
      how={t('sendBackHow')}
      route={triageApi.sendBack}
      args={({ reason, basis, suggestedUnitId }: SendBack, id) => ({
        params: { id: problem.id },
        body: {
          id,
          version: problem.version,
          reason,
          basis: basis ?? '',
          suggestedUnitId: suggestedUnitId?.id ?? null,
        },
      })}
      done={() => t('sentBack')}
      onClose={onClose}
    >
      <ReasonItem label={t('sendBackReason')} />
      <Form.Item name="basis" label={t('basis')}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="suggestedUnitId" label={t('suggested')}>
        <UnitPick not={lead ? [lead] : []} />
      </Form.Item>
    </ActionDialog>
  );
}
