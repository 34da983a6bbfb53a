/** Days and moments in the user's language, from what the server sends: `2026-03-12`, `2026-03-12T09:30:00Z`. */
import { type Day, dayOf } from '#clock/day.ts';
import { sayDate, sayDay, sayMoment, sayNear } from '#clock/say.ts';
import { now } from '#web/words/now.ts';
import { type Language, useLanguage } from '#web/words/words.ts';

export type Times = {
  /** The moment it is, by the server's clock. */
  now: () => Date;
  /** 3月12日 周四 */
  day: (day: Day | Date) => string;
  /** For paper: 2026年3月12日 */
  date: (day: Day | Date) => string;
  /** 3月12日 周四 17:30 */
  moment: (iso: string) => string;
  /** 12 分钟前, 昨天 17:30, else as `moment`. */
  near: (iso: string) => string;
  /** With the year, for hints and paper. */
  exact: (iso: string) => string;
};

const dayIn = (day: Day | Date): Day => (typeof day !== 'string' || day.length > 10 ? dayOf(new Date(day)) : day);

const timesIn = (language: Language): Times => ({
  now,
  day: (day) => sayDay(dayIn(day), language, now()),
  date: (day) => sayDate(dayIn(day), language),
  moment: (iso) => sayMoment(new Date(iso), language, now()),
  near: (iso) => sayNear(new Date(iso), now(), language),
  exact: (iso) => sayMoment(new Date(iso), language),
});

const made = { zh: timesIn('zh'), en: timesIn('en') };

export const useTimes = (): Times => made[useLanguage()];
