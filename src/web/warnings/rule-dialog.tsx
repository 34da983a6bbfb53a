/** How many false alarms a month the office puts up with. */
import { Form, InputNumber } from 'antd';
import { warningApi } from '#triage/warning/warning.api.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { warningWords } from '#web/warnings/warning.words.ts';
import { useWords } from '#web/words/words.ts';

type Values = { falseAlarms: number; reason: string };

export function RuleDialog({ now, onClose }: { now: number; onClose: () => void }) {
  const t = useWords(warningWords);
  return (
    <ActionDialog
      title={t('rule')}
      how={t('ruleHow')}
      initial={{ falseAlarms: now }}
      route={warningApi.rule}
      args={(values: Values, id) => ({ body: { ...values, id } })}
      done={({ falseAlarms }) => t('ruled', { n: falseAlarms })}
      changes={['/warnings']}
      onClose={onClose}
    >
      <Form.Item name="falseAlarms" label={t('perMonth')} rules={[{ required: true }]}>
        <InputNumber min={0.1} max={100} />
      </Form.Item>
      <ReasonItem />
    </ActionDialog>
  );
}
