/** Chooses a day, as `2026-03-12`; `open` says which days can be chosen. */
import { DatePicker } from 'antd';
import type { Day } from '#clock/day.ts';
import { dayPicked, pickerDay } from '#web/indicators/picker-day.ts';

type DayPickProps = {
  id?: string;
  value?: Day | null;
  onChange?: (day: Day | null) => void;
  open?: (day: Day) => boolean;
};

/** As a Form.Item's child it is given `id`, `value` and `onChange`. */
export function DayPick({ id, value, onChange, open }: DayPickProps) {
  return (
    <DatePicker
      {...(id && { id })}
      style={{ width: '100%' }}
      value={value ? pickerDay(value) : null}
      onChange={(picked) => onChange?.(picked ? dayPicked(picked) : null)}
      {...(open && { disabledDate: (day) => !open(dayPicked(day)) })}
    />
  );
}
