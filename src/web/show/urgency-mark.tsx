/** What is urgent says so before its title, in a word and a shape; what is usual says nothing. */
import ThunderboltFilled from '@ant-design/icons/ThunderboltFilled';
import { type Urgency, urgencies } from '#signal/signal.ts';
import { useSaid } from '#web/words/words.ts';
import '#web/show/tone.css';

export function UrgencyMark({ urgency }: { urgency: Urgency }) {
  const say = useSaid();
  if (urgency === 'normal') return null;
  return (
    <span className={urgency === 'critical' ? 'tag tone-danger' : 'tag tone-warn'}>
      <ThunderboltFilled aria-hidden />
      {say(urgencies[urgency])}
    </span>
  );
}
