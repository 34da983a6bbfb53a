/** What sets a signal apart, each as a word with its icon: urgency, secrecy, calling again, answered. */
import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import LockOutlined from '@ant-design/icons/LockOutlined';
import SyncOutlined from '@ant-design/icons/SyncOutlined';
import type { ReactNode } from 'react';
import type { SignalItem } from '#signal/signal.api.ts';
import { UrgencyMark } from '#web/show/urgency-mark.tsx';
import { signalsWords } from '#web/signals/signals.words.ts';
import { useWords } from '#web/words/words.ts';
import '#web/signals/signals.css';

type MarkProps = { tone: string; icon: ReactNode; children: ReactNode; why?: string };

function Mark({ tone, icon, children, why }: MarkProps) {
  return (
    <span className={`signal-mark tone-${tone}`} {...(why && { title: why })}>
      {icon}
      {children}
    </span>
  );
}

type MarksProps = { of: Pick<SignalItem, 'urgency' | 'secret' | 'answered' | 'callerOthers'> };

export function Marks({ of }: MarksProps) {
  const t = useWords(signalsWords);
  const { urgency, secret, answered, callerOthers } = of;
  if (urgency === 'normal' && !secret && !answered && callerOthers === 0) return null;
  return (
    <span className="signal-marks">
      <UrgencyMark urgency={urgency} />
      {secret && (
        <Mark tone="check" icon={<LockOutlined aria-hidden />} why={t('secretWhy')}>
          {t('secret')}
        </Mark>
      )}
      {callerOthers > 0 && (
        <Mark tone="wait" icon={<SyncOutlined aria-hidden />} why={t('repeat', { count: callerOthers })}>
          {t('repeatShort', { count: callerOthers })}
        </Mark>
      )}
      {answered && (
        <Mark tone="done" icon={<CheckCircleFilled aria-hidden />}>
          {t('answered')}
        </Mark>
      )}
    </span>
  );
}
