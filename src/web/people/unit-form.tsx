/** Setting up a unit, and correcting what is written of one. */
import { DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { type TreeName, treeWords } from '#people/role.ts';
import { type UnitBrief, type UnitPage, unitApi } from '#people/unit.api.ts';
import { mainRelation, type Relation, relations, type UnitKind, unitKinds } from '#people/unit.ts';
import { unitWords } from '#web/people/unit.words.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Names = { name: string; shortName: string; code?: string };
type Values = Names & { kind: UnitKind; hostUnitId?: Picked | null };

const codeOf = (typed: string | undefined) => typed?.trim() || null;

/** Full name, short name, code: also for a renamed or a new unit. `at`: where they stand in the form. */
export function NameFields({ at = [] }: { at?: readonly string[] }) {
  const t = useWords(unitWords);
  const needed = [{ required: true, whitespace: true, message: t('needed') }];
  return (
    <>
      <Form.Item name={[...at, 'name']} label={t('name')} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <div className="two-fields">
        <Form.Item name={[...at, 'shortName']} label={t('shortName')} rules={needed}>
          <Input maxLength={30} />
        </Form.Item>
        <Form.Item name={[...at, 'code']} label={t('code')}>
          <Input maxLength={40} />
        </Form.Item>
      </div>
    </>
  );
}

/** A party organisation belongs to an administrative unit. */
function KindFields({ tree }: { tree: TreeName | undefined }) {
  const t = useWords(unitWords);
  const say = useSaid();
  const group = (name: TreeName) => ({
    label: say(treeWords[name]),
    options: Object.entries(unitKinds)
      .filter(([, kind]) => kind.tree === name)
      .map(([value, kind]) => ({ value, label: say(kind) })),
  });
  return (
    <>
      <Form.Item name="kind" label={t('kind')} rules={[{ required: true, message: t('needed') }]}>
        <Select options={tree ? [group(tree)] : [group('admin'), group('party')]} />
      </Form.Item>
      <Form.Item noStyle dependencies={['kind']}>
        {({ getFieldValue }) => {
          const kind: UnitKind | undefined = getFieldValue('kind');
          return (
            kind &&
            unitKinds[kind].tree === 'party' && (
              <Form.Item name="hostUnitId" label={t('host')}>
                <UnitPick />
              </Form.Item>
            )
          );
        }}
      </Form.Item>
    </>
  );
}

type NewValues = Values & { above?: Picked | null; relation?: Relation; from: dayjs.Dayjs };
type NewUnitDialogProps = { tree: TreeName; above?: UnitBrief | undefined; onClose: () => void };

/** Below another; only the root of a tree stands below none. */
export function NewUnitDialog({ tree, above, onClose }: NewUnitDialogProps) {
  const t = useWords(unitWords);
  const say = useSaid();
  const times = useTimes();
  const { go } = usePlace();
  const main = mainRelation(tree);
  return (
    <ActionDialog
      title={`${t('make')} · ${say(treeWords[tree])}`}
      ok={t('make')}
      initial={{
        from: dayjs(times.now()),
        relation: main,
        above: above ? { id: above.id, name: above.shortName } : null,
      }}
      route={unitApi.make}
      args={({ name, shortName, code, kind, hostUnitId, above: parent, relation, from }: NewValues, id) => ({
        body: {
          id,
          name,
          shortName,
          code: codeOf(code),
          kind,
          hostUnitId: hostUnitId?.id ?? null,
          parents: parent ? [{ unitId: parent.id, relation: relation ?? main }] : [],
          from: from.format('YYYY-MM-DD'),
        },
      })}
      done={(_, { name }) => t('made', { name })}
      changes={['/units', '/people']}
      onDone={({ id }) => go(`/people/units/${id}`)}
      onClose={onClose}
    >
      <NameFields />
      <KindFields tree={tree} />
      <Form.Item name="above" label={t('parent')} extra={t('parentHow')}>
        <UnitPick tree={tree} />
      </Form.Item>
      {tree === 'party' && (
        <Form.Item name="relation" label={t('relation')} required>
          <Select options={(['leads', 'guides'] as const).map((value) => ({ value, label: say(relations[value]) }))} />
        </Form.Item>
      )}
      <Form.Item name="from" label={t('from')} rules={[{ required: true, message: t('needed') }]}>
        <DatePicker allowClear={false} />
      </Form.Item>
    </ActionDialog>
  );
}

export function ChangeUnitDialog({ unit, onClose }: { unit: UnitPage; onClose: () => void }) {
  const t = useWords(unitWords);
  const { id: unitId, version, name, shortName, kind, host } = unit;
  return (
    <ActionDialog
      title={`${t('change')} · ${shortName}`}
      how={t('changeHow')}
      ok={t('change')}
      initial={{
        name,
        shortName,
        kind,
        code: unit.code ?? '',
        hostUnitId: host && { id: host.id, name: host.shortName },
      }}
      route={unitApi.change}
      args={(values: Values, id) => ({
        params: { id: unitId },
        body: {
          id,
          version,
          name: values.name,
          shortName: values.shortName,
          code: codeOf(values.code),
          kind: values.kind,
          areaId: unit.area?.id ?? null,
          hostUnitId: values.hostUnitId?.id ?? null,
        },
      })}
      done={(_, values) => t('changed', { name: values.name })}
      changes={['/units', '/people']}
      onClose={onClose}
    >
      <NameFields />
      <KindFields tree={unit.tree} />
    </ActionDialog>
  );
}
