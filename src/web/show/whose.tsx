/** Whose turn it is, by name: “轮到 城管局 张*”, or “轮到 您”. */
import ArrowRightOutlined from '@ant-design/icons/ArrowRightOutlined';
import { Tooltip } from 'antd';
import type { Turn } from '#rules/shapes.ts';
import { useMe } from '#web/desk/me.ts';
import { showWords } from '#web/show/show.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/show/tone.css';

/** As many names as a line holds. */
const NAMED = 3;

export function Whose({ turn }: { turn: Turn }) {
  const t = useWords(showWords);
  const say = useSaid();
  const me = useMe();
  const mine = turn.people.some((person) => person.id === me.person.id);
  const units = turn.units.map((unit) => unit.shortName || unit.name);
  const names = mine ? [t('you')] : [...units, ...turn.people.map((person) => person.name)];
  const shown = names.length === 0 ? say(turn.role) : names.slice(0, NAMED).join(' ');
  const more = names.length > NAMED ? t('andMore', { count: names.length - NAMED }) : '';
  return (
    <Tooltip title={`${say(turn.role)}${names.length > NAMED ? `：${names.join('、')}` : ''}`}>
      <span className="whose">
        <ArrowRightOutlined aria-hidden /> {t('turn')} <strong className={mine ? 'whose-mine' : ''}>{shown}</strong>{' '}
        {more}
      </span>
    </Tooltip>
  );
}
