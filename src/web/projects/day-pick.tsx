/** A day as text, `2026-03-12`, in a date field. */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';

type DayPickProps = {
  id?: string;
  value?: string | null;
  onChange?: (day: string | null) => void;
  /** First and last day that can be chosen. */
  from?: string | null;
  to?: string | null;
};

export function DayPick({ id, value, onChange, from, to }: DayPickProps) {
  return (
    <DatePicker
      {...(id && { id })}
      value={value ? dayjs(value) : null}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
      {...(from && { minDate: dayjs(from) })}
      {...(to && { maxDate: dayjs(to) })}
      style={{ width: '100%' }}
    />
  );
}
