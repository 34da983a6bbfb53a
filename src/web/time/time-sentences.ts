/** What was done about the time of a thing, as sentences of its history. */
import type { Said } from '#platform/problem.ts';
import type { Move } from '#rules/shapes.ts';
import { sayBudget } from '#rules/time/say-budget.ts';
import type { Sentences } from '#web/thing/history.tsx';

const more = ({ data }: Move): Said =>
  sayBudget(Number(data.budget ?? 0), (data.unitOfTime ?? 'day') as Parameters<typeof sayBudget>[1]);

function decided({ data }: Move): Said {
  const extension = data.what === 'extension';
  if (!data.granted)
    return extension
      ? { zh: '没有同意延期', en: 'refused the extension' }
      : { zh: '没有同意挂起', en: 'refused the suspension' };
  return extension
    ? { zh: '同意延期', en: 'granted the extension' }
    : { zh: '同意挂起到 {until}', en: 'suspended the limit until {until}' };
}

/** For things of a kind: `problem` or `task`. */
export const timeSentences = (kind: 'problem' | 'task'): Sentences => ({
  [`${kind}.askExtension`]: (move) => ({
    zh: `申请延期 ${more(move).zh}`,
    en: `asked for ${more(move).en} more`,
  }),
  [`${kind}.askSuspension`]: { zh: '申请挂起到 {until}', en: 'asked to suspend the limit until {until}' },
  [`${kind}.decideTime`]: decided,
  [`${kind}.withdrawTime`]: { zh: '撤回了申请', en: 'withdrew the request for time' },
  [`${kind}.resume`]: ({ data }) =>
    data.byDay
      ? { zh: '挂起到期，自动解挂', en: 'let the limit run on: its suspension was over' }
      : { zh: '解挂，重新计时', en: 'let the limit run on' },
});
