/** Days between our own form and that of antd's pickers, which speak in the machine's time: the day on the screen is meant. */
import dayjs from 'dayjs';
import type { Day } from '#clock/day.ts';

export const pickerDay = (day: Day): dayjs.Dayjs => dayjs(day);
export const dayPicked = (picked: dayjs.Dayjs): Day => picked.format('YYYY-MM-DD');
