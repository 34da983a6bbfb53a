/** From a day to a day, both included. */
import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { listWords } from '#web/list/list.words.ts';
import { useWords } from '#web/words/words.ts';

type DaysFilterProps = {
  label: string;
  from: string | undefined;
  to: string | undefined;
  set: (from: string | undefined, to: string | undefined) => void;
};

export function DaysFilter({ label, from, to, set }: DaysFilterProps) {
  const t = useWords(listWords);
  return (
    <DatePicker.RangePicker
      className="list-days"
      aria-label={label}
      value={[from ? dayjs(from) : null, to ? dayjs(to) : null]}
      placeholder={[label, t('to')]}
      allowEmpty={[true, true]}
      onChange={(days) => set(days?.[0]?.format('YYYY-MM-DD'), days?.[1]?.format('YYYY-MM-DD'))}
    />
  );
}
