/** New office hours from a day on, and the end of those that stand: what either would change is shown first. */
import { Checkbox, Form, Input } from 'antd';
import { calendarApi, type HoursShown } from '#rules/calendar.api.ts';
import { officeHours } from '#rules/office-hours.ts';
import { calendarWords, weekdayNames } from '#web/calendar/calendar.words.ts';
import { PlanView } from '#web/calendar/plan-view.tsx';
import { useRead } from '#web/call/use-read.ts';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { useNeeded } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useLanguage, useWords } from '#web/words/words.ts';

type Values = Record<string, unknown> & { reason?: string };
const changes = ['/calendar', '/calendar/hours', '/calendar/changes'];

/** What stands in the form as a row; what is empty is not said. */
function rowOf(values: Record<string, unknown>) {
  const said = (name: string) => (values[name] ? String(values[name]) : null);
  return {
    ...{ unit_id: said('unit_id'), valid_from: said('valid_from') ?? '', valid_to: said('valid_to') },
    ...{ weekdays: (values.weekdays as number[] | undefined) ?? [], season_from: said('season_from') },
    ...{ season_to: said('season_to'), am_from: said('am_from') ?? '', am_to: said('am_to') ?? '' },
    ...{ pm_from: said('pm_from'), pm_to: said('pm_to') },
  };
}

export function HoursDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(calendarWords);
  return (
    <ActionDialog
      title={t('addHours')}
      width={560}
      initial={{ weekdays: [1, 2, 3, 4, 5], am_from: '08:30', am_to: '12:00', pm_from: '13:30', pm_to: '18:00' }}
      route={calendarApi.changeHours}
      args={(values: Values, id) => ({ body: { end: null, add: rowOf(values), id, reason: values.reason ?? '' } })}
      done={() => t('hoursDone')}
      changes={changes}
      onClose={onClose}
    >
      <HoursFields />
    </ActionDialog>
  );
}

function HoursFields() {
  const t = useWords(calendarWords);
  const language = useLanguage();
  const needed = useNeeded();
  const values = Form.useWatch([], Form.useFormInstance()) as Record<string, unknown> | undefined;
  const row = officeHours.safeParse(rowOf(values ?? {}));
  const plan = useRead(calendarApi.planHours, row.success ? { body: { end: null, add: row.data } } : undefined);
  const time = (name: string, required = false) => (
    <Form.Item name={name} noStyle {...(required && { rules: needed })}>
      <Input type="time" aria-label={name} className="calendar-time" />
    </Form.Item>
  );
  const options = weekdayNames[language].map((label, at) => ({ label, value: at + 1 }));
  return (
    <>
      <Form.Item name="unit_id" label={t('unit')} extra={t('unitHow')}>
        <UnitPick />
      </Form.Item>
      <div className="calendar-pair">
        <Form.Item name="valid_from" label={t('validFrom')} rules={needed}>
          <Input type="date" />
        </Form.Item>
        <Form.Item name="valid_to" label={t('validTo')}>
          <Input type="date" />
        </Form.Item>
      </div>
      <Form.Item
        name="weekdays"
        label={t('weekdays')}
        rules={needed.map(({ required, message }) => ({ required, message }))}
      >
        <Checkbox.Group options={options} />
      </Form.Item>
      <Form.Item label={t('season')} extra={t('seasonHint')}>
        <div className="calendar-pair">
          <Form.Item name="season_from" noStyle>
            <Input placeholder="06-01" aria-label={t('validFrom')} />
          </Form.Item>
          <Form.Item name="season_to" noStyle>
            <Input placeholder="09-30" aria-label={t('endedOn')} />
          </Form.Item>
        </div>
      </Form.Item>
      <Form.Item label={t('morning')} required>
        {time('am_from', true)} – {time('am_to', true)}
      </Form.Item>
      <Form.Item label={t('afternoon')}>
        {time('pm_from')} – {time('pm_to')}
      </Form.Item>
      <Form.Item name="reason" label={t('whyHours')}>
        <Input maxLength={2000} />
      </Form.Item>
      {row.success && <PlanView read={plan} />}
    </>
  );
}

type EndValues = { lastDay?: string; takeBack?: boolean; reason?: string };

export function EndDialog({ row, onClose }: { row: HoursShown; onClose: () => void }) {
  const t = useWords(calendarWords);
  return (
    <ActionDialog
      title={t('endHours')}
      route={calendarApi.changeHours}
      args={({ lastDay, takeBack, reason = '' }: EndValues, id) => ({
        body: { add: null, end: { id: row.id, lastDay: takeBack ? null : (lastDay ?? '') }, id, reason },
      })}
      done={() => t('hoursDone')}
      changes={changes}
      onClose={onClose}
    >
      <EndFields row={row} />
    </ActionDialog>
  );
}

function EndFields({ row }: { row: HoursShown }) {
  const t = useWords(calendarWords);
  const needed = useNeeded();
  const { lastDay, takeBack } = (Form.useWatch([], Form.useFormInstance()) ?? {}) as EndValues;
  const end = takeBack ? { id: row.id, lastDay: null } : lastDay ? { id: row.id, lastDay } : undefined;
  const plan = useRead(calendarApi.planHours, end ? { body: { end, add: null } } : undefined);
  return (
    <>
      <Form.Item name="lastDay" label={t('endedOn')} {...(!takeBack && { rules: needed })}>
        <Input type="date" disabled={takeBack ?? false} />
      </Form.Item>
      <Form.Item name="takeBack" valuePropName="checked" extra={t('takeBackHow')}>
        <Checkbox>{t('takeBack')}</Checkbox>
      </Form.Item>
      <Form.Item name="reason" label={t('whyHours')}>
        <Input maxLength={2000} />
      </Form.Item>
      {end && <PlanView read={plan} />}
    </>
  );
}
