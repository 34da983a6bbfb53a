/** Moments in the user's words, always in Asia/Shanghai: `3月12日 周四 17:30`, and near now `12 分钟前`, `昨天 17:30`. */
import { addDays, type Day, dayOf, endOfDay, startOfDay, wallClock } from '#clock/day.ts';
import { plural } from '#platform/fill.ts';
import type { Language } from '#platform/problem.ts';

const weekdays = { zh: [...'日一二三四五六'], en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] };
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `3月12日 周四`, `Thu 12 Mar`; with the year unless it is that of `now` (on paper and in exports give no `now`). */
export function sayDay(day: Day, language: Language, now?: Date): string {
  const wall = wallClock(startOfDay(day));
  const withYear = now === undefined || wallClock(now).year !== wall.year;
  const weekday = weekdays[language][wall.weekday];
  if (language === 'zh') return `${withYear ? `${wall.year}年` : ''}${wall.month}月${wall.day}日 周${weekday}`;
  return `${weekday} ${wall.day} ${months[wall.month - 1]}${withYear ? ` ${wall.year}` : ''}`;
}

/** For paper: `2026年3月12日`, `12 Mar 2026`. */
export function sayDate(day: Day, language: Language): string {
  const { year, month, day: date } = wallClock(startOfDay(day));
  return language === 'zh' ? `${year}年${month}月${date}日` : `${date} ${months[month - 1]} ${year}`;
}

/** `3月12日 周四 17:30`, `Thu 12 Mar 17:30`; the year as in `sayDay`. A day's end is 24:00, as limits are set. */
export function sayMoment(at: Date, language: Language, now?: Date): string {
  return `${sayDay(dayOf(at), language, now)} ${timeOf(at)}`;
}

/** `刚刚`, `12 分钟前`, `今天 09:30`, `昨天 17:30`, `明天 24:00`, else as `sayMoment`. */
export function sayNear(at: Date, now: Date, language: Language): string {
  const zh = language === 'zh';
  const minutes = Math.floor(Math.abs(at.getTime() - now.getTime()) / 60_000);
  if (minutes < 1) return zh ? '刚刚' : 'just now';
  if (minutes < 60) {
    const count = zh ? `${minutes} 分钟` : `${minutes} ${plural(minutes, 'minute', 'minutes')}`;
    if (at < now) return zh ? `${count}前` : `${count} ago`;
    return zh ? `${count}后` : `in ${count}`;
  }
  const today = dayOf(now);
  const near: Record<Day, string> = {
    [addDays(today, -1)]: zh ? '昨天' : 'yesterday',
    [today]: zh ? '今天' : 'today',
    [addDays(today, 1)]: zh ? '明天' : 'tomorrow',
  };
  const day = near[dayOf(at)];
  return day ? `${day} ${timeOf(at)}` : sayMoment(at, language, now);
}

function timeOf(at: Date): string {
  return at.getTime() === endOfDay(dayOf(at)).getTime() ? '24:00' : wallClock(at).time;
}
