/** Sending a supervision letter by hand on a problem, task or project: to which unit, what is expected, by when. */
import { Form, InputNumber } from 'antd';
import type { UnitBrief } from '#rules/shapes.ts';
import type { LadderKind } from '#supervision/ladder.ts';
import { paperApi } from '#supervision/paper.api.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { supervisionWords } from '#web/supervision/supervision.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useWords } from '#web/words/words.ts';

type Values = { unit: Picked; expected: string; answerDays: number };
type SendDialogProps = { kind: LadderKind; id: string; unit: UnitBrief | null; onClose: () => void };

/** @param unit with which the matter stands: proposed */
export function SendDialog({ kind, id, unit, onClose }: SendDialogProps) {
  const t = useWords(supervisionWords);
  const needed = useNeeded();
  return (
    <ActionDialog
      title={t('send')}
      how={t('sendHow')}
      route={paperApi.send}
      initial={{ answerDays: 3, ...(unit && { unit: { id: unit.id, name: unit.shortName || unit.name } }) }}
      args={(values: Values, decision) => ({
        body: {
          ...{ id: decision, kind, thing: id, unitId: values.unit.id },
          ...{ expected: values.expected, answerDays: values.answerDays },
        },
      })}
      done={({ number }, { unit: to, answerDays }) => t('sent', { number, unit: to.name, days: answerDays })}
      leads={({ id: letter }) => `/letters/${letter}`}
      changes={['/fired', '/letters']}
      onClose={onClose}
    >
      <Form.Item name="unit" label={t('to')} rules={needed}>
        <UnitPick label={t('to')} />
      </Form.Item>
      <ReasonItem name="expected" label={t('expectedOf')} />
      <Form.Item name="answerDays" label={t('answerDays')} rules={needed}>
        <InputNumber min={1} max={60} precision={0} />
      </Form.Item>
    </ActionDialog>
  );
}
