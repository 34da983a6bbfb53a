/** A new survey: over which days and which signals, and whether it runs again every week. */
import { Checkbox, Form, Input, InputNumber, Radio, Select } from 'antd';
import { areaApi } from '#people/area.api.ts';
import { newId } from '#platform/ids.ts';
import { channelApi } from '#signal/channel.api.ts';
import { themeApi } from '#triage/theme/theme.api.ts';
import { useRead } from '#web/call/use-read.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { useNeeded } from '#web/problems/reason-item.tsx';
import { DayPick } from '#web/projects/day-pick.tsx';
import { themeWords } from '#web/themes/theme.words.ts';
import { CHANGES } from '#web/themes/use-undo.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useWords } from '#web/words/words.ts';

type Values = {
  name: string;
  window: 'moving' | 'fixed';
  months?: number;
  from?: string;
  to?: string;
  channels?: string[];
  areaId?: string;
  unit?: Picked | null;
  category?: string;
  weekly: boolean;
};

/** As the server takes it: empty choices are left out. */
function bodyOf({ name, window, months, from, to, channels, areaId, unit, category, weekly }: Values, id: string) {
  const moving = window === 'moving';
  return {
    ...{ id, name, weekly, months: moving ? months! : null, from: moving ? null : from!, to: moving ? null : to! },
    scope: {
      ...(channels && channels.length > 0 && { channels }),
      ...(areaId && { areaId }),
      ...(unit && { unitId: unit.id }),
      ...(category?.trim() && { category: category.trim() }),
    },
  };
}

export function SurveyDialog({ onMade, onClose }: { onMade: (id: string) => void; onClose: () => void }) {
  const t = useWords(themeWords);
  const needed = useNeeded();
  return (
    <ActionDialog
      title={t('newSurvey')}
      how={t('newSurveyHow')}
      ok={t('start')}
      width={560}
      initial={{ window: 'moving', months: 12, weekly: true } as Values}
      route={themeApi.makeSurvey}
      args={(values: Values) => ({ body: bodyOf(values, newId()) })}
      done={(_, { name }) => t('surveyMade', { name })}
      onDone={({ id }) => onMade(id)}
      changes={CHANGES}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('surveyName')} rules={needed}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="window" label={t('window')}>
        <Radio.Group options={(['moving', 'fixed'] as const).map((value) => ({ value, label: t(value) }))} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(a: Values, b: Values) => a.window !== b.window}>
        {({ getFieldValue }) => (getFieldValue('window') === 'moving' ? <Months /> : <Days />)}
      </Form.Item>
      <Scope />
      <Form.Item name="weekly" valuePropName="checked">
        <Checkbox>{t('weekly')}</Checkbox>
      </Form.Item>
    </ActionDialog>
  );
}

function Months() {
  const t = useWords(themeWords);
  return (
    <Form.Item name="months" label={t('monthsBack')} rules={useNeeded()}>
      <InputNumber min={1} max={36} />
    </Form.Item>
  );
}

function Days() {
  const t = useWords(themeWords);
  const needed = useNeeded();
  return (
    <div className="two-readings">
      <Form.Item name="from" label={t('from')} rules={needed}>
        <DayPick />
      </Form.Item>
      <Form.Item name="to" label={t('to')} rules={needed}>
        <DayPick />
      </Form.Item>
    </div>
  );
}

function Scope() {
  const t = useWords(themeWords);
  const channels = useRead(channelApi.list, {});
  const areas = useRead(areaApi.list, { query: { level: 'district' as const, limit: 200 } });
  const townships = useRead(areaApi.list, { query: { level: 'township' as const, limit: 200 } });
  const named = (list: readonly { id: string; name: string }[] = []) =>
    list.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Form.Item name="channels" label={t('channels')}>
        <Select mode="multiple" allowClear options={named(channels.data?.items)} optionFilterProp="label" />
      </Form.Item>
      <Form.Item name="areaId" label={t('area')}>
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          options={[...named(areas.data?.items), ...named(townships.data?.items)]}
        />
      </Form.Item>
      <Form.Item name="unit" label={t('unit')}>
        <UnitPick />
      </Form.Item>
      <Form.Item name="category" label={t('category')}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}
