/** Recording a fact of an organisation, taking one back, and recording supervision that was done. */
import { Form, Input, InputNumber, Radio, Select } from 'antd';
import { dayOf } from '#clock/day.ts';
import { creditApi, type FactShown } from '#credit/credit.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { creditWords } from '#web/credit/credit.words.ts';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { DayPick } from '#web/projects/day-pick.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { now } from '#web/words/now.ts';
import { useWords } from '#web/words/words.ts';

const changes = ['/organisations'];

type OnOne = { id: string; onClose: () => void };
type FactValues = { metricId: string; day: string; value: number; source: string };

export function FactDialog({ id, onClose }: OnOne) {
  const t = useWords(creditWords);
  const needed = useNeeded();
  const today = dayOf(now());
  const metrics = useRead(creditApi.rules, {}).data?.metrics ?? [];
  return (
    <ActionDialog
      title={t('addFact')}
      initial={{ day: today }}
      route={creditApi.recordFact}
      args={(values: FactValues, decision) => ({ params: { id }, body: { ...values, id: decision } })}
      done={({ proposed }) => (proposed > 0 ? t('factProposed', { n: proposed }) : t('factAdded'))}
      changes={changes}
      onClose={onClose}
    >
      <Form.Item name="metricId" label={t('metric')} rules={needed}>
        <Select options={metrics.map((one) => ({ value: one.id, label: `${one.name}（${one.unitWords}）` }))} />
      </Form.Item>
      <Form.Item name="day" label={t('day')} rules={needed}>
        <DayPick to={today} />
      </Form.Item>
      <Form.Item name="value" label={t('value')} rules={needed}>
        <InputNumber style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="source" label={t('source')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
    </ActionDialog>
  );
}

export function WithdrawDialog({ fact, onClose }: { fact: FactShown; onClose: () => void }) {
  const t = useWords(creditWords);
  return (
    <ActionDialog
      title={t('withdrawFact')}
      danger
      how={`${fact.day} ${fact.metric.name} ${fact.value} ${fact.metric.unitWords}`}
      route={creditApi.withdrawFact}
      args={({ reason }: { reason: string }, id) => ({ params: { id: fact.id }, body: { id, reason } })}
      done={() => t('withdrawnDone')}
      changes={changes}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}

type CheckValues = { offSite: boolean; day: string; found: string };

export function CheckDialog({ id, onClose }: OnOne) {
  const t = useWords(creditWords);
  const needed = useNeeded();
  const today = dayOf(now());
  return (
    <ActionDialog
      title={t('addCheck')}
      initial={{ day: today, offSite: true }}
      route={creditApi.check}
      args={(values: CheckValues, decision) => ({ params: { id }, body: { ...values, id: decision } })}
      done={() => t('checkAdded')}
      changes={changes}
      onClose={onClose}
    >
      <Form.Item name="offSite" label={t('how')} rules={needed}>
        <Radio.Group
          options={[
            { value: true, label: t('isOffSite') },
            { value: false, label: t('onSite') },
          ]}
        />
      </Form.Item>
      <Form.Item name="day" label={t('day')} rules={needed}>
        <DayPick to={today} />
      </Form.Item>
      <ReasonItem name="found" label={t('found')} />
    </ActionDialog>
  );
}
