/** Quiet advice below a reply that is being written: what is not said yet. It stops nobody. */
import { Form } from 'antd';
import { useDeferredValue, useMemo } from 'react';
import { type Advice, checkReply } from '#text/reply/check-reply.ts';
import { replyAdviceWords } from '#web/signals/reply-advice.words.ts';
import { now } from '#web/words/now.ts';
import { useLanguage, useWords } from '#web/words/words.ts';

type Answered = { words: string; title: string | null; due?: { dueAt: string } | null };

/** Stands in a form whose field `words` is the reply. */
export function ReplyAdvice({ signal }: { signal: Answered }) {
  const t = useWords(replyAdviceWords);
  const separator = useLanguage() === 'zh' ? '、' : ', ';
  const reply = useDeferredValue(Form.useWatch<string | undefined>('words') ?? '');
  const { words, title } = signal;
  const dueAt = signal.due?.dueAt;
  const advice = useMemo(
    () => checkReply({ words, title: title ?? '', reply, repliedAt: now(), limit: dueAt ? new Date(dueAt) : null }),
    [words, title, reply, dueAt],
  );
  if (advice.length === 0) return null;
  const missing = advice.flatMap((one) => {
    if (one.kind === 'when') return [t('when', { promise: reply.slice(one.from, one.to) })];
    return one.kind === 'found' || one.kind === 'done' || one.kind === 'whom' ? [t(one.kind)] : [];
  });
  return (
    <aside className="reply-advice" aria-label={t('advice')} title={t('advice')}>
      {missing.length > 0 && <p>{t('missing', { what: missing.join(separator) })}</p>}
      {advice.map((one) => sentenceOf(one, t)).map((sentence) => sentence && <p key={sentence}>{sentence}</p>)}
    </aside>
  );
}

function sentenceOf({ kind, asked = '', days = 0 }: Advice, t: ReturnType<typeof useWords<typeof replyAdviceWords>>) {
  if (kind === 'point') return t('point', { asked });
  return kind === 'late' ? t('late', { days }) : null;
}
