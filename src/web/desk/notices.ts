/** What has just happened, in words, at the foot of the page: `tell('已派给城管局，2 小时内须签收')`. Not a React matter. */
import { type Cell, cell } from '#web/place/cell.ts';

/** Told and gone after a while; a refusal stays until it is closed. */
export type NoticeTone = 'done' | 'refused';
export type NoticeAction = { words: string; run: () => void };
export type Notice = { key: number; words: string; tone: NoticeTone; action?: NoticeAction };

const AT_MOST = 3;

export const noticesCell: Cell<readonly Notice[]> = cell<readonly Notice[]>([]);

let last = 0;

export function tell(
  words: string,
  { tone = 'done', action }: { tone?: NoticeTone; action?: NoticeAction } = {},
): void {
  const notice: Notice = { key: ++last, words, tone, ...(action && { action }) };
  const others = noticesCell.get().filter((other) => other.words !== words);
  noticesCell.set([...others, notice].slice(-AT_MOST));
}

export function closeNotice(key: number): void {
  noticesCell.set(noticesCell.get().filter((notice) => notice.key !== key));
}
