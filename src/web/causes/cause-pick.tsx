/** Chooses a cause that stands already, by its words, of those under a problem that one sees. */
import { type CauseFound, causeApi } from '#cause/cause.api.ts';
import { layers, states } from '#cause/cause.ts';
import { useRead } from '#web/call/use-read.ts';
import { causeWords } from '#web/causes/cause.words.ts';
import { SearchSelect } from '#web/pick/pick.tsx';
import { useTyped } from '#web/pick/use-typed.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/pick/pick.css';

/** As a Form.Item's child it is given `id`, `value` and `onChange`. */
type CausePickProps = {
  id?: string;
  value?: CauseFound | null;
  onChange?: (cause: CauseFound | null) => void;
  not: readonly string[];
  /** Offered before anything is typed, and among what is found. */
  near?: readonly CauseFound[];
};

export function CausePick({ id, value, onChange, not, near = [] }: CausePickProps) {
  const t = useWords(causeWords);
  const typing = useTyped();
  const { typed } = typing;
  const found = useRead(causeApi.search, typed ? { query: { q: typed } } : undefined, { keep: true });
  const close = near.filter(({ words }) => words.includes(typed));
  const far = (typed ? (found.data?.items ?? []) : []).filter((cause) => !close.some((one) => one.id === cause.id));
  const causes = [...close, ...far].filter((cause) => !not.includes(cause.id));
  const options = causes.map((cause) => ({
    id: cause.id,
    name: cause.words,
    shown: <CauseOption cause={cause} />,
  }));
  return (
    <SearchSelect
      {...(id && { id })}
      label={t('findCause')}
      value={value ? { id: value.id, name: value.words } : null}
      onChange={(picked) => onChange?.(causes.find((cause) => cause.id === picked?.id) ?? null)}
      options={options}
      reading={found.isFetching}
      typing={typing}
      hint={t('findCause')}
      none={t(typed ? 'noCause' : 'typeCause')}
    />
  );
}

/** Its words, and how far it is and how much it serves. */
export function CauseOption({ cause }: { cause: CauseFound }) {
  const t = useWords(causeWords);
  const say = useSaid();
  return (
    <span className="pick-option">
      {cause.words}{' '}
      <span className="faint">
        {say(layers[cause.layer])} · {say(states[cause.state])} · {t('servesSome', { count: cause.problems })}
      </span>
    </span>
  );
}
