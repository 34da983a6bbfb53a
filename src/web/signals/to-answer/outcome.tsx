/** What came of the problem, in the words of those who handled, verified and closed it: what the reporter is told. */
import { deskApi } from '#views/desk.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { toAnswerWords } from '#web/signals/to-answer/to-answer.words.ts';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export function Outcome({ problemId }: { problemId: string }) {
  const t = useWords(toAnswerWords);
  const times = useTimes();
  const { data } = useRead(deskApi.problem, { params: { id: problemId } });
  if (!data) return null;
  const marks = [
    [t('handled'), data.handled],
    [t('verified'), data.verified],
    [t('closedWords'), data.closed],
  ] as const;
  const given = marks.flatMap(([name, mark]) => (mark ? [{ name, ...mark }] : []));
  return (
    <Part title={t('outcome')} action={<Go to={`/problems/${problemId}`}>{data.number}</Go>}>
      {given.length === 0 && <p className="quiet">{t('noOutcome')}</p>}
      <ol className="signal-replies">
        {given.map((mark) => (
          <li key={mark.name}>
            <p>
              <strong>{mark.name}</strong>{' '}
              <span className="faint">
                {mark.by} {times.near(mark.at)}
              </span>
            </p>
            <p className="verbatim">{mark.words}</p>
          </li>
        ))}
      </ol>
    </Part>
  );
}
