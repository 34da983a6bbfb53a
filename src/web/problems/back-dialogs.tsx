/** Going back: one's own last step is taken back, or what was reported is returned to a stop it went through. */
import { Form, Radio } from 'antd';
import { problemFlowApi } from '#triage/flow.api.ts';
import { states, steps } from '#triage/problem.ts';
import type { OnProblem } from '#web/problems/assign-dialogs.tsx';
import { flowWords } from '#web/problems/flow.words.ts';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

export function RetractDialog({ problem, onClose }: OnProblem) {
  const t = useWords(flowWords);
  const say = useSaid();
  const { lastStep } = problem;
  const what = lastStep && lastStep in steps ? say(steps[lastStep as keyof typeof steps]) : '';
  return (
    <ActionDialog
      title={say(steps.retract)}
      how={t('retractHow', { what })}
      route={problemFlowApi.retract}
      args={({ reason }: { reason: string }, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, reason },
      })}
      done={() => t('retractDone', { what })}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}

const keyOf = ({ node, assignment }: OnProblem['problem']['nodes'][number]) => `${node} ${assignment ?? ''}`;

export function ReturnToDialog({ problem, onClose }: OnProblem) {
  const t = useWords(flowWords);
  const say = useSaid();
  const needed = useNeeded();
  const options = problem.nodes.map((one) => ({
    value: keyOf(one),
    label: one.unit ? `${say(states[one.node])} · ${one.unit.shortName}` : say(states[one.node]),
  }));
  const nameOf = (key: string) => options.find(({ value }) => value === key)?.label ?? '';
  return (
    <ActionDialog
      title={t('returnTo')}
      how={t('returnToHow')}
      route={problemFlowApi.returnTo}
      args={({ to, reason }: { to: string; reason: string }, id) => {
        const { node, assignment } = problem.nodes.find((one) => keyOf(one) === to)!;
        const body = { id, version: problem.version, node, assignmentId: assignment, reason };
        return { params: { id: problem.id }, body };
      }}
      done={(_, { to }) => t('returnToDone', { node: nameOf(to) })}
      onClose={onClose}
    >
      <Form.Item name="to" label={t('returnToWhere')} rules={needed}>
        <Radio.Group options={options} className="choices-below" />
      </Form.Item>
      <ReasonItem />
    </ActionDialog>
  );
}
