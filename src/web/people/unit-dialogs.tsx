/** Moving a unit below another, and closing one that nothing needs any more. */
import { DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { unitApi } from '#people/unit.api.ts';
import { mainRelation, type Relation, relations } from '#people/unit.ts';
import { unitWords } from '#web/people/unit.words.ts';
import type { UnitDialogProps } from '#web/people/unit-actions.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

/** From which day, and on what grounds. `ahead`: the day may lie in the future. */
export function DayAndReason({ name, ahead = false }: { name: 'on' | 'from'; ahead?: boolean }) {
  const t = useWords(unitWords);
  const times = useTimes();
  return (
    <>
      <Form.Item name={name} label={t('on')} rules={[{ required: true, message: t('needed') }]}>
        <DatePicker allowClear={false} {...(!ahead && { maxDate: dayjs(times.now()) })} />
      </Form.Item>
      <Form.Item name="reason" label={t('reason')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
        <Input maxLength={500} placeholder={t('reasonHint')} />
      </Form.Item>
    </>
  );
}

type MoveValues = { relation: Relation; parentId: Picked; from: dayjs.Dayjs; reason: string };

export function MoveUnitDialog({ unit, onClose }: UnitDialogProps) {
  const t = useWords(unitWords);
  const say = useSaid();
  const times = useTimes();
  const inTree = (Object.keys(relations) as Relation[]).filter((one) => relations[one].tree === unit.tree);
  return (
    <ActionDialog
      title={`${t('move')} · ${unit.shortName}`}
      how={t('moveHow')}
      ok={t('move')}
      initial={{ relation: mainRelation(unit.tree), from: dayjs(times.now()) }}
      route={unitApi.move}
      args={({ relation, parentId, from, reason }: MoveValues, id) => ({
        params: { id: unit.id },
        body: { id, relation, parentId: parentId.id, from: from.format('YYYY-MM-DD'), reason },
      })}
      done={(_, { from, parentId }) =>
        t('moved', { name: unit.name, day: times.day(from.format('YYYY-MM-DD')), parent: parentId.name })
      }
      changes={['/units', '/people']}
      onClose={onClose}
    >
      {inTree.length > 1 && (
        <Form.Item name="relation" label={t('relation')} required>
          <Select options={inTree.map((value) => ({ value, label: say(relations[value]) }))} />
        </Form.Item>
      )}
      {inTree.length === 1 && <Form.Item name="relation" hidden />}
      <Form.Item name="parentId" label={t('parent')} rules={[{ required: true, message: t('needed') }]}>
        <UnitPick tree={unit.tree} not={[unit.id]} />
      </Form.Item>
      <DayAndReason name="from" ahead />
    </ActionDialog>
  );
}

export function CloseUnitDialog({ unit, onClose }: UnitDialogProps) {
  const t = useWords(unitWords);
  const times = useTimes();
  return (
    <ActionDialog
      title={`${t('close')} · ${unit.shortName}`}
      how={t('closeHow')}
      ok={t('close')}
      danger
      initial={{ on: dayjs(times.now()) }}
      route={unitApi.close}
      args={({ on, reason }: { on: dayjs.Dayjs; reason: string }, id) => ({
        params: { id: unit.id },
        body: { id, version: unit.version, on: on.format('YYYY-MM-DD'), reason },
      })}
      done={() => t('closedDone', { name: unit.name })}
      changes={['/units', '/people']}
      onClose={onClose}
    >
      <DayAndReason name="on" />
    </ActionDialog>
  );
}
