/** Beside the entry: problems that may be the same matter, each with its reason and the key that gathers into it. */
import { Button } from 'antd';
import { sureness } from '#triage/category/proposal.ts';
import { states } from '#triage/problem.ts';
import type { RepeatShown } from '#triage/repeat/repeat.api.ts';
import { shares } from '#triage/repeat/repeat.ts';
import { useOpening } from '#web/overview/opened-thing.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { repeatWords } from '#web/signals/entry/repeats.words.ts';
import type { Repeats } from '#web/signals/entry/use-repeats.ts';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

/** `settled`: the caller is answered on the spot, and there is nothing to gather. */
export function RepeatsSide({ repeats, settled }: { repeats: Repeats; settled: boolean }) {
  const t = useWords(repeatWords);
  const { found, chosen, choose } = repeats;
  const items = found?.items ?? [];
  // A chosen problem stays in sight when further words bring others.
  const shown = chosen && !items.some((one) => one.problem.id === chosen.problem.id) ? [...items, chosen] : items;
  return (
    <section className="repeats" aria-label={t('title')} hidden={shown.length === 0}>
      <h2>{t('title')}</h2>
      <p className="faint" role="status">
        {items.length > 0 && t('count', { count: items.length })}
      </p>
      <ol>
        {shown.map((one, index) => (
          <Repeat
            key={one.problem.id}
            repeat={one}
            digit={index + 1}
            chosen={one.problem.id === chosen?.problem.id}
            settled={settled}
            choose={() => choose(index)}
          />
        ))}
      </ol>
      {found?.source === 'database' && <p className="faint">{t('database')}</p>}
      {settled && <p className="faint">{t('settled')}</p>}
    </section>
  );
}

type RepeatProps = { repeat: RepeatShown; digit: number; chosen: boolean; settled: boolean; choose: () => void };

function Repeat({ repeat, digit, chosen, settled, choose }: RepeatProps) {
  const t = useWords(repeatWords);
  const say = useSaid();
  const times = useTimes();
  const open = useOpening();
  const { problem, signals, lastAt } = repeat;
  const { number } = problem;
  return (
    <li className={chosen ? 'repeat repeat-chosen' : 'repeat'}>
      <p className="repeat-title">{problem.title}</p>
      <p className="repeat-facts">
        <span className="figures">{number}</span>
        <StateTag state={states[problem.state]} />
        <span>{t('holds', { count: signals })}</span>
        {lastAt && <span>{t('last', { when: times.moment(lastAt) })}</span>}
      </p>
      <p className="repeat-why">
        <span>{say(sureness[repeat.sureness])}</span>
        <Because repeat={repeat} />
      </p>
      {!repeat.open && <p className="faint">{t('closed')}</p>}
      <p className="repeat-do">
        <Button
          size="small"
          type={chosen ? 'primary' : 'default'}
          disabled={!repeat.open || settled}
          aria-pressed={chosen}
          aria-label={t('intoLong', { number })}
          onClick={choose}
        >
          <kbd aria-hidden>Alt {digit}</kbd> {chosen ? t('chosen') : t('into')}
        </Button>
        <Button
          size="small"
          type="text"
          aria-label={t('seeLong', { number })}
          onClick={() => open({ kind: 'problem', id: problem.id })}
        >
          {t('see')}
        </Button>
      </p>
    </li>
  );
}

/** 同一地点“望湖花园”，相同说法“地下室积水” */
function Because({ repeat: { because } }: { repeat: RepeatShown }) {
  const say = useSaid();
  const kinds = [...new Set(because.map((one) => one.share))];
  return kinds.map((kind) => (
    <span key={kind}>
      {say(shares[kind])}{' '}
      {because
        .filter((one) => one.share === kind)
        .map(({ text }) => (
          <q key={text}>{text}</q>
        ))}
    </span>
  ));
}
