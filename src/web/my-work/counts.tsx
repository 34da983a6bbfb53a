/** Quiet numbers that lead to what they count; a zero is not shown. */
import ClockCircleOutlined from '@ant-design/icons/ClockCircleOutlined';
import WarningFilled from '@ant-design/icons/WarningFilled';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import type { deskApi } from '#views/desk.api.ts';
import { myWorkWords } from '#web/my-work/my-work.words.ts';
import { Go } from '#web/place/go.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';

type WorkCounts = z.infer<typeof deskApi.workCounts.reply>;

export function Counts({ counts }: { counts: WorkCounts | undefined }) {
  const t = useWords(myWorkWords);
  if (!counts) return null;
  return (
    <p className="work-counts">
      <One
        count={counts.late}
        to="/?late=true"
        words={t('late')}
        tone="tone-danger"
        icon={<WarningFilled aria-hidden />}
      />
      <One
        count={counts.toAnswer}
        to="/signals/to-answer"
        words={t('toAnswer')}
        icon={<ClockCircleOutlined aria-hidden />}
      />
      <One
        count={counts.untriaged}
        to="/signals?view=untriaged"
        words={t('untriaged')}
        icon={<ClockCircleOutlined aria-hidden />}
      />
      <One
        count={counts.nobodysProblems}
        to="/problems?view=nobody"
        words={t('nobodysProblems')}
        tone="tone-danger"
        icon={<WarningFilled aria-hidden />}
      />
      <One
        count={counts.nobodysProjects}
        to="/projects?view=nobody"
        words={t('nobodysProjects', { count: counts.nobodysProjects })}
        tone="tone-danger"
        icon={<WarningFilled aria-hidden />}
      />
      <One
        count={counts.nobodysTasks}
        to="/tasks?view=nobody"
        words={t('nobodysTasks')}
        tone="tone-danger"
        icon={<WarningFilled aria-hidden />}
      />
      <One
        count={counts.knowledge}
        to="/knowledge?view=due"
        words={t('knowledge')}
        icon={<ClockCircleOutlined aria-hidden />}
      />
      <One
        count={counts.extracts}
        to="/extracts?view=waiting"
        words={t('extracts')}
        icon={<ClockCircleOutlined aria-hidden />}
      />
      <One
        count={counts.outside}
        to="/settings/outside"
        words={t('outside')}
        tone="tone-danger"
        icon={<WarningFilled aria-hidden />}
      />
      <One
        count={counts.stranded}
        to="/people/stranded"
        words={t('stranded')}
        tone="tone-danger"
        icon={<WarningFilled aria-hidden />}
      />
    </p>
  );
}

/** The server counts what is not yet triaged to a thousand. */
const COUNTED_TO = 1000;

function One({
  count,
  to,
  words,
  icon,
  tone = '',
}: {
  count: number;
  to: string;
  words: string;
  icon: ReactNode;
  tone?: string;
}) {
  const numbers = useNumbers();
  if (count === 0) return null;
  return (
    <Go to={to} className={`work-count ${tone}`}>
      {icon} <strong className="figures">{numbers.count({ count, more: count >= COUNTED_TO })}</strong> {words}
    </Go>
  );
}
