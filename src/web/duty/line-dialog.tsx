/** Adding a line to a draft, or changing one. */
import { Checkbox, Form, Input, Radio } from 'antd';
import { type DutyLine, dutyApi } from '#triage/duty/duty.api.ts';
import { type DutyLevel, levels } from '#triage/duty/duty.ts';
import { AreaPick } from '#web/duty/area-pick.tsx';
import { CategoryPick } from '#web/duty/category-pick.tsx';
import { dutyWords } from '#web/duty/duty.words.ts';
import { leafOf } from '#web/duty/unit-said.tsx';
import { UnitsPick } from '#web/people/units-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Values = {
  categoryId?: string | null;
  matter?: string;
  level: DutyLevel;
  areaId?: Picked | null;
  leadUnit?: Picked | null;
  assists?: Picked[];
  basis?: string;
  withdrawn?: boolean;
};

const bodyOf = ({ categoryId, matter, level, areaId, leadUnit, assists, basis, withdrawn }: Values) => ({
  ...{ categoryId: categoryId ?? null, matter: matter ?? '', level, areaId: areaId?.id ?? null },
  ...{ leadUnit: leadUnit?.id ?? null, assists: (assists ?? []).map(({ id }) => id) },
  ...{ basis: basis ?? '', withdrawn: withdrawn ?? false },
});

function LineFields() {
  const t = useWords(dutyWords);
  const say = useSaid();
  return (
    <>
      <Form.Item name="categoryId" label={t('category')} extra={t('categoryHint')}>
        <CategoryPick />
      </Form.Item>
      <Form.Item name="matter" label={t('wordsOfMatter')} extra={t('wordsHint')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="level" label={t('level')} required>
        <Radio.Group options={Object.entries(levels).map(([value, said]) => ({ value, label: say(said) }))} />
      </Form.Item>
      <div className="duty-two">
        <Form.Item name="leadUnit" label={t('lead')} extra={t('localHint')}>
          <UnitPick />
        </Form.Item>
        <Form.Item name="areaId" label={t('area')} extra={t('areaHint')}>
          <AreaPick />
        </Form.Item>
      </div>
      <Form.Item name="assists" label={t('assists')} extra={t('unitsHint')}>
        <UnitsPick tree="admin" not={[]} />
      </Form.Item>
      <Form.Item name="basis" label={t('basis')}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 5 }} maxLength={1000} />
      </Form.Item>
      <Form.Item name="withdrawn" valuePropName="checked">
        <Checkbox>
          {t('withdrawn')} <span className="faint">{t('withdrawnHow')}</span>
        </Checkbox>
      </Form.Item>
    </>
  );
}

const changes = ['/duty'];

export function AddLineDialog({ listId, onClose }: { listId: string; onClose: () => void }) {
  const t = useWords(dutyWords);
  return (
    <ActionDialog
      title={t('add')}
      width={620}
      initial={{ level: 'city' } as Partial<Values>}
      route={dutyApi.addLine}
      args={(values: Values, id) => ({ params: { id: listId }, body: { id, ...bodyOf(values) } })}
      done={({ line }) => `${t('added')}：${t('lineOf', { line })}`}
      changes={changes}
      onClose={onClose}
    >
      <LineFields />
    </ActionDialog>
  );
}

const picked = ({ id, shortName }: { id: string; shortName: string }): Picked => ({ id, name: shortName });

export function ChangeLineDialog({ line, onClose }: { line: DutyLine; onClose: () => void }) {
  const t = useWords(dutyWords);
  const initial: Values = {
    ...{ categoryId: leafOf(line.category)?.id ?? null, matter: line.matter, level: line.level },
    ...{ areaId: line.area, leadUnit: line.lead && picked(line.lead), assists: line.assists.map(picked) },
    ...{ basis: line.basis, withdrawn: line.withdrawn },
  };
  return (
    <ActionDialog
      title={`${t('change')} · ${t('lineOf', { line: line.line })}`}
      ok={t('change')}
      width={620}
      initial={initial}
      route={dutyApi.changeLine}
      args={(values: Values, id) => ({
        params: { id: line.id },
        body: { id, version: line.version, ...bodyOf(values) },
      })}
      done={() => `${t('changedLine')}：${t('lineOf', { line: line.line })}`}
      changes={changes}
      onClose={onClose}
    >
      <LineFields />
    </ActionDialog>
  );
}

export function RemoveLineDialog({ line, onClose }: { line: DutyLine; onClose: () => void }) {
  const t = useWords(dutyWords);
  return (
    <ActionDialog
      title={`${t('remove')} · ${t('lineOf', { line: line.line })}`}
      how={t('removeHow')}
      ok={t('remove')}
      danger
      route={dutyApi.removeLine}
      args={(_: object, id) => ({ params: { id: line.id }, body: { id, version: line.version } })}
      done={() => `${t('removed')}：${t('lineOf', { line: line.line })}`}
      changes={changes}
      onClose={onClose}
    />
  );
}
