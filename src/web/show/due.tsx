/** How long is left of a limit: “还有 1 个工作日 3 小时”; near its end yellow, late red, each with a shape of its own. */
import PauseCircleOutlined from '@ant-design/icons/PauseCircleOutlined';
import { Tooltip } from 'antd';
import { lightOf, sayLeft, saySpan, timeLeft } from '#clock/left.ts';
import type { Due as DueShape } from '#rules/shapes.ts';
import { Light } from '#web/show/light.tsx';
import { showWords } from '#web/show/show.words.ts';
import { useCalendar } from '#web/words/calendar.ts';
import { useNow } from '#web/words/now.ts';
import { useTimes } from '#web/words/times.ts';
import { useLanguage, useWords } from '#web/words/words.ts';

/** The light of a running limit, from the same rule as the server's; what stands still shows none. */
export function useLight(due: DueShape | null | undefined): 'green' | 'yellow' | 'red' | undefined {
  const calendar = useCalendar();
  const now = useNow();
  if (!due || due.pausedAt) return undefined;
  const { unitOfTime: unit, office = null } = due;
  const limit = { startedAt: new Date(due.startedAt), dueAt: new Date(due.dueAt), unit, office };
  return lightOf(calendar, now, limit);
}

/** While it is suspended no time passes for it. */
const stillAt = ({ pausedAt }: DueShape, now: Date): Date => (pausedAt ? new Date(pausedAt) : now);

export function Due({ due }: { due: DueShape }) {
  const t = useWords(showWords);
  const language = useLanguage();
  const times = useTimes();
  const calendar = useCalendar();
  const now = useNow();
  const light = useLight(due) ?? 'green';
  const left = timeLeft(calendar, stillAt(due, now), new Date(due.dueAt), due.unitOfTime, due.office);
  const span = { left: saySpan(left, language) };
  const said = due.pausedAt ? t(left.late ? 'pausedLate' : 'paused', span) : sayLeft(left, language);
  const hint = due.pausedAt
    ? t('pausedSince', { when: times.moment(due.pausedAt) })
    : t('by', { when: times.moment(due.dueAt) });
  return (
    <Tooltip title={due.provisional ? `${hint} · ${t('provisionalWhy')}` : hint}>
      <span className={due.pausedAt ? 'due is-paused' : 'due'}>
        {due.pausedAt && <PauseCircleOutlined aria-hidden />}
        {light === 'green' ? said : <Light colour={light} said={said} />}
        {due.provisional && <span className="faint">{t('provisional')}</span>}
      </span>
    </Tooltip>
  );
}
