/** What the list says of a matter: who leads and by which line; ties and withdrawals said openly. */
import { Alert } from 'antd';
import type { Duty, DutyAnswer } from '#triage/duty/duty.api.ts';
import { levels } from '#triage/duty/duty.ts';
import { tryWords } from '#web/duty/duty.words.ts';
import { Go } from '#web/place/go.tsx';
import { Empty } from '#web/show/empty.tsx';
import { Unit } from '#web/show/person.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

export function DutySaid({ duty }: { duty: Duty }) {
  const t = useWords(tryWords);
  const say = useSaid();
  const { list, answers, withdrawn } = duty;
  if (!list) return <Empty title={t('noList')} />;
  if (answers.length === 0) return <Empty title={t('nothing')} how={t('nothingHow')} />;
  return (
    <>
      {withdrawn && <Alert type="warning" showIcon title={t('isWithdrawn', { why: say(withdrawn.why) })} />}
      {answers.length > 1 && <Alert type="info" showIcon title={t('tie', { count: answers.length })} />}
      <ul className="duty-answers">
        {answers.map((answer) => (
          <li key={answer.entryId}>
            <AnswerCard answer={answer} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** By which category the list is read where only the program has named one. */
export function Guessed({ category }: { category: { name: string }[] }) {
  const t = useWords(tryWords);
  return <p className="quiet">{t('guessed', { category: category.map(({ name }) => name).join(' / ') })}</p>;
}

function AnswerCard({ answer }: { answer: DutyAnswer }) {
  const t = useWords(tryWords);
  const say = useSaid();
  const { lead, was, trouble, choices, assists } = answer;
  const units = (list: DutyAnswer['assists']) => list.map((unit) => unit.shortName).join('、');
  return (
    <article className="duty-answer">
      <p className="duty-leads">
        {lead ? (
          <Unit name={lead.name} short={lead.shortName} id={lead.id} />
        ) : (
          <span className="duty-closed is-open">{trouble && say(trouble)}</span>
        )}
        <span className="tag tone-work">{say(levels[answer.level])}</span>
      </p>
      {assists.length > 0 && <p>{t('helps', { units: units(assists) })}</p>}
      {choices.length > 0 && <p>{units(choices)}</p>}
      {was && lead && <p className="quiet">{t('instead', { unit: was.shortName })}</p>}
      <p className="quiet">
        <Go to={`/duty/lines/${answer.entryId}`}>{say(answer.why)}</Go>
      </p>
      {answer.basis && <p className="faint">{answer.basis}</p>}
    </article>
  );
}
