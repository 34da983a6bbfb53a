/** Writing a procedure: out of a model or from nothing, with the two who answer for it. */
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { presets } from '#procedure/presets.ts';
import { procedureApi } from '#procedure/procedure.api.ts';
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { procedureWords } from '#web/procedures/procedure.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Key = keyof typeof presets | '';
type Values = { name: string; unit: Picked; responsible: Picked; second: Picked };

export function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(procedureWords);
  const say = useSaid();
  const [key, setKey] = useState<Key>('prepaid');
  const preset = key === '' ? null : presets[key];
  const needed = [{ required: true, message: t('needed') }];
  const options = [
    ...Object.entries(presets).map(([value, one]) => ({ value, label: say(one) })),
    { value: '', label: t('blank') },
  ];
  return (
    <ActionDialog
      title={t('add')}
      width={560}
      route={procedureApi.add}
      args={({ name, unit, responsible, second }: Values, id) => ({
        body: {
          ...{ id, unitId: unit.id, responsibleId: responsible.id, secondId: second.id },
          ...{ name: name || preset!.zh, words: preset?.words ?? '', steps: preset ? [...preset.steps] : [] },
        },
      })}
      done={() => t('added')}
      leads={({ id }) => `/procedures/${id}`}
      changes={['/procedures']}
      onClose={onClose}
    >
      <Form.Item label={t('preset')} extra={preset?.words}>
        <Select value={key} onChange={(value: Key) => setKey(value)} options={options} aria-label={t('preset')} />
      </Form.Item>
      <Form.Item name="name" label={t('name')} rules={preset ? [] : needed}>
        <Input maxLength={60} placeholder={preset?.zh ?? ''} />
      </Form.Item>
      <Form.Item name="unit" label={t('unit')} rules={needed}>
        <UnitPick tree="any" />
      </Form.Item>
      <Form.Item name="responsible" label={t('responsible')} extra={t('responsibleHow')} rules={needed}>
        <AnybodyPick />
      </Form.Item>
      <Form.Item name="second" label={t('second')} extra={t('secondHow')} rules={needed}>
        <AnybodyPick />
      </Form.Item>
    </ActionDialog>
  );
}
