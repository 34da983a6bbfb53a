/** A unit under a new name, several made one, one dissolved into another: everything that hangs on them comes along. */
import { Form } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { unitApi } from '#people/unit.api.ts';
import { newId } from '#platform/ids.ts';
import { unitWords } from '#web/people/unit.words.ts';
import type { UnitDialogProps } from '#web/people/unit-actions.tsx';
import { DayAndReason } from '#web/people/unit-dialogs.tsx';
import { NameFields } from '#web/people/unit-form.tsx';
import { UnitsPick } from '#web/people/units-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type When = { on: dayjs.Dayjs; reason: string };
type Names = { name: string; shortName: string; code?: string };

const when = ({ on, reason }: When) => ({ on: on.format('YYYY-MM-DD'), reason });

/** A new unit as the route takes it. */
export const madeUnit = (id: string, { name, shortName, code }: Names) => ({
  id,
  name,
  shortName,
  ...(code?.trim() && { code: code.trim() }),
});

/** What all successions share: the day, what is read again, and where one lands afterwards. */
export function useSuccession() {
  const times = useTimes();
  const { go } = usePlace();
  return {
    initial: { on: dayjs(times.now()) },
    day: ({ on }: When) => times.day(on.format('YYYY-MM-DD')),
    shared: {
      route: unitApi.succeed,
      changes: ['/units', '/people', '/me'],
      width: 560,
      onDone: ({ units: [first] }: { units: string[] }) => go(`/people/units/${first}`),
    },
  };
}

export function RenameDialog({ unit, onClose }: UnitDialogProps) {
  const t = useWords(unitWords);
  const [made] = useState(newId);
  const { initial, day, shared } = useSuccession();
  return (
    <ActionDialog
      {...shared}
      title={`${t('rename')} · ${unit.shortName}`}
      how={t('renameHow')}
      ok={t('rename')}
      initial={{ ...initial, name: unit.name, shortName: unit.shortName }}
      args={(values: When & Names, id) => ({
        body: {
          id,
          kind: 'renamed' as const,
          predecessors: [unit.id],
          successors: [madeUnit(made, values)],
          ...when(values),
        },
      })}
      done={(_, values) => t('renamed', { old: unit.name, day: day(values), name: values.name })}
      onClose={onClose}
    >
      <NameFields />
      <DayAndReason name="on" />
    </ActionDialog>
  );
}

export function MergeDialog({ unit, onClose }: UnitDialogProps) {
  const t = useWords(unitWords);
  const [made] = useState(newId);
  const { initial, shared } = useSuccession();
  return (
    <ActionDialog
      {...shared}
      title={`${t('merge')} · ${unit.shortName}`}
      how={t('mergeHow', { name: unit.name })}
      ok={t('merge')}
      initial={initial}
      args={(values: When & Names & { others: Picked[] }, id) => ({
        body: {
          id,
          kind: 'merged' as const,
          predecessors: [unit.id, ...values.others.map((one) => one.id)],
          successors: [madeUnit(made, values)],
          ...when(values),
        },
      })}
      done={(_, { name }) => t('merged', { name })}
      onClose={onClose}
    >
      <Form.Item name="others" label={t('with')} rules={[{ required: true, message: t('needed') }]}>
        <UnitsPick tree={unit.tree} not={[unit.id]} />
      </Form.Item>
      <NameFields />
      <DayAndReason name="on" />
    </ActionDialog>
  );
}

export function DissolveDialog({ unit, onClose }: UnitDialogProps) {
  const t = useWords(unitWords);
  const { initial, shared } = useSuccession();
  return (
    <ActionDialog
      {...shared}
      title={`${t('dissolve')} · ${unit.shortName}`}
      how={t('dissolveHow', { name: unit.name })}
      ok={t('dissolve')}
      danger
      initial={initial}
      args={(values: When & { into: Picked }, id) => ({
        body: {
          id,
          kind: 'dissolved' as const,
          predecessors: [unit.id],
          successors: [{ id: values.into.id }],
          ...when(values),
        },
      })}
      done={(_, { into }) => t('dissolved', { old: unit.name, name: into.name })}
      onClose={onClose}
    >
      <Form.Item name="into" label={t('into')} rules={[{ required: true, message: t('needed') }]}>
        <UnitPick tree={unit.tree} not={[unit.id]} />
      </Form.Item>
      <DayAndReason name="on" />
    </ActionDialog>
  );
}
