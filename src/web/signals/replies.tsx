/** Contacts, answers and call-backs in the order they happened. */
import { ways } from '#signal/signal.ts';
import type { SignalPage } from '#views/desk.api.ts';
import { signalPageWords } from '#web/signals/signal-page.words.ts';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Line = { id: string; at: string; by: string; what: string; words: string | null };

export function Replies({ signal }: { signal: SignalPage }) {
  const t = useWords(signalPageWords);
  const times = useTimes();
  const lines = useLines(signal);
  return (
    <Part title={t('replies')}>
      {lines.length === 0 && <p className="quiet">{t('noReplies')}</p>}
      <ol className="signal-replies">
        {lines.map((line) => (
          <li key={line.id}>
            <p>
              <strong>{line.what}</strong>{' '}
              <span className="faint">
                {line.by} <time dateTime={line.at}>{times.near(line.at)}</time>
              </span>
            </p>
            {line.words && <p className="verbatim">{line.words}</p>}
          </li>
        ))}
      </ol>
    </Part>
  );
}

function useLines({ contacts, answers, callbacks }: SignalPage): Line[] {
  const t = useWords(signalPageWords);
  const say = useSaid();
  const joined = (...parts: (string | null | undefined | false)[]) => parts.filter(Boolean).join(' · ');
  const reached = (yes: boolean) => (yes ? t('reached') : t('notReached'));
  const solved = { yes: t('solvedYes'), partly: t('solvedPartly'), no: t('solvedNo') };
  const lines = [
    ...contacts.map((one) => ({ ...one, what: joined(t('contact'), say(ways[one.way]), reached(one.reached)) })),
    ...answers.map((one) => ({ ...one, what: joined(t('answer'), say(ways[one.way])) })),
    ...callbacks.map((one) => ({
      ...one,
      by: one.way === 'public' ? t('byReporter') : one.by,
      what: joined(
        t('callBack'),
        one.reached ? one.solved && solved[one.solved] : t('notReached'),
        one.contacted === false && t('notContacted'),
        one.satisfied !== null && t('satisfiedOf', { score: one.satisfied }),
      ),
    })),
  ];
  return lines.sort((a, b) => a.at.localeCompare(b.at));
}
