/** 委派: the lead unit chooses a unit below it. */
import { Form } from 'antd';
import { problemFlowApi } from '#triage/flow.api.ts';
import { steps } from '#triage/problem.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import type { OnProblem } from '#web/problems/assign-dialogs.tsx';
import { flowWords } from '#web/problems/flow.words.ts';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

export function EntrustDialog({ problem, onClose }: OnProblem) {
  const t = useWords(flowWords);
  const say = useSaid();
  const needed = useNeeded();
  const has = problem.assignments.filter(({ closedAt }) => closedAt === null).map(({ unit }) => unit.id);
  return (
    <ActionDialog
      title={say(steps.entrust)}
      how={t('entrustHow')}
      route={problemFlowApi.entrust}
      args={({ unit, reason }: { unit: Picked; reason: string }, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, unitId: unit.id, reason },
      })}
      done={(_, { unit }) => t('entrustDone', { unit: unit.name })}
      onClose={onClose}
    >
      <Form.Item name="unit" label={t('entrustUnit')} rules={needed}>
        <UnitPick not={has} />
      </Form.Item>
      <ReasonItem label={t('entrustWords')} />
    </ActionDialog>
  );
}
