/** Defining a new indicator: one that people read, or one that the program counts. */
import { Button, Form, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { indicatorApi } from '#indicator/indicator.api.ts';
import { type Direction, directions } from '#indicator/indicator.ts';
import { countApi } from '#outcome/count.api.ts';
import { useMay, useMe } from '#web/desk/me.ts';
import { DefinitionFields, type DefinitionValues, definitionOfForm } from '#web/indicators/definition-fields.tsx';
import { indicatorDialogWords, indicatorWords } from '#web/indicators/indicator.words.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { ProblemPick } from '#web/pick/problem-pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Dialog = 'define' | 'count';

export function NewIndicator() {
  const d = useWords(indicatorDialogWords);
  const may = useMay();
  const [open, setOpen] = useState<Dialog>();
  if (!may('indicator.manage')) return null;
  const close = () => setOpen(undefined);
  return (
    <>
      <Button type="primary" onClick={() => setOpen('define')}>
        {d('define')}
      </Button>
      {may('problem.read') && <Button onClick={() => setOpen('count')}>{d('countSignals')}</Button>}
      {open === 'define' && <DefineDialog onClose={close} />}
      {open === 'count' && <CountDialog onClose={close} />}
    </>
  );
}

type Values = DefinitionValues & {
  name: string;
  unitWords: string;
  direction: Direction;
  digits: number;
  owner: Picked;
};

/** The unit of the first post that has one to answer for: mostly the one that is meant. */
function useOwnUnit(): Picked | null {
  const post = useMe().posts.find(({ sort, reach }) => sort === 'business' && reach !== 'self');
  return post ? { id: post.unit.id, name: post.unit.shortName } : null;
}

function OwnerItem() {
  const t = useWords(indicatorWords);
  const d = useWords(indicatorDialogWords);
  return (
    <Form.Item name="owner" label={t('owner')} extra={d('ownerHow')} rules={[{ required: true, message: d('needed') }]}>
      <UnitPick tree="any" />
    </Form.Item>
  );
}

type DefineProps = {
  owner?: Picked;
  /** Where it goes on elsewhere; else the page of the new indicator opens. */
  onDefined?: (id: string) => void;
  onClose: () => void;
};

export function DefineDialog({ owner: given, onDefined, onClose }: DefineProps) {
  const t = useWords(indicatorWords);
  const d = useWords(indicatorDialogWords);
  const say = useSaid();
  const times = useTimes();
  const own = useOwnUnit();
  const owner = given ?? own;
  const { go } = usePlace();
  const needed = [{ required: true, whitespace: true, message: d('needed') }];
  return (
    <ActionDialog
      title={d('define')}
      how={d('defineHow')}
      width={600}
      initial={{
        ...(owner && { owner }),
        ...{ direction: 'higher', digits: 1, validFrom: dayjs(times.now()).startOf('year') },
      }}
      route={indicatorApi.define}
      args={({ name, unitWords, direction, digits, owner, ...definition }: Values, id) => ({
        body: { id, name, unitWords, direction, digits, ownerUnit: owner.id, ...definitionOfForm(definition) },
      })}
      done={({ number }) => d('defined', { number })}
      changes={['/indicators']}
      onDone={({ id }) => (onDefined ? onDefined(id) : go(`/indicators/${id}`))}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('name')} rules={needed}>
        <Input maxLength={100} placeholder={d('nameHint')} autoFocus />
      </Form.Item>
      <div className="two-readings">
        <Form.Item name="unitWords" label={t('unitWords')} rules={needed}>
          <Input maxLength={20} placeholder={d('unitHint')} />
        </Form.Item>
        <Form.Item name="digits" label={t('digits')} rules={[{ required: true, message: d('needed') }]}>
          <InputNumber min={0} max={6} precision={0} />
        </Form.Item>
        <Form.Item name="direction" label={t('direction')}>
          <Select options={Object.entries(directions).map(([value, said]) => ({ value, label: say(said) }))} />
        </Form.Item>
        <OwnerItem />
      </div>
      <DefinitionFields how={d('validFromHow')} />
    </ActionDialog>
  );
}

function CountDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(indicatorWords);
  const d = useWords(indicatorDialogWords);
  const own = useOwnUnit();
  const { go } = usePlace();
  return (
    <ActionDialog
      title={d('countSignals')}
      how={d('countSignalsHow')}
      initial={own ? { owner: own } : {}}
      route={countApi.define}
      args={({ problem, name, owner }: { problem: Picked; name: string; owner: Picked }, id) => ({
        params: { id: problem.id },
        body: { id, name, ownerUnit: owner.id },
      })}
      done={({ number }) => d('countDefined', { number })}
      changes={['/indicators']}
      onDone={({ id }) => go(`/indicators/${id}`)}
      onClose={onClose}
    >
      <Form.Item name="problem" label={d('problem')} rules={[{ required: true, message: d('needed') }]}>
        <ProblemPick />
      </Form.Item>
      <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true, message: d('needed') }]}>
        <Input maxLength={100} placeholder={d('countNameHint')} />
      </Form.Item>
      <OwnerItem />
    </ActionDialog>
  );
}
