/** The head of the dispatch centre: how many wait by light and by what is asked, filters, and taking the next. */
import { Button, Select } from 'antd';
import { type WaitKind, waitKinds } from '#triage/centre/centre.ts';
import { dispatchWords } from '#web/dispatch/dispatch.words.ts';
import type { Centre } from '#web/dispatch/use-centre.ts';
import { Go } from '#web/place/go.tsx';
import { Light } from '#web/show/light.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const lights = ['red', 'yellow', 'green'] as const;

export function CentreHead({ centre }: { centre: Centre }) {
  const t = useWords(dispatchWords);
  const { read, filter, ask, taking, next } = centre;
  const data = read.data;
  return (
    <header className="dispatch-head">
      <h1>{t('title')}</h1>
      <fieldset className="dispatch-lights" aria-label={t('lights')}>
        {lights.map((light) => (
          <button
            key={light}
            type="button"
            aria-pressed={filter.light === light}
            onClick={() => ask({ light: filter.light === light ? undefined : light })}
          >
            <Light colour={light} said={`${t(light)} ${data?.lights[light] ?? ''}`} />
          </button>
        ))}
      </fieldset>
      {data?.more && <span className="faint">{t('beyond')}</span>}
      <span className="dispatch-tools">
        <Pick
          label={t('channel')}
          value={filter.channelId}
          of={data?.channels}
          onPick={(channelId) => ask({ channelId })}
        />
        <Pick label={t('area')} value={filter.areaId} of={data?.areas} onPick={(areaId) => ask({ areaId })} />
        <Button type="primary" loading={taking} title={`${t('next')} (N)`} aria-keyshortcuts="n" onClick={next}>
          {t('next')} <kbd>N</kbd>
        </Button>
      </span>
      <Kinds centre={centre} />
    </header>
  );
}

type PickProps = {
  label: string;
  value: string | undefined;
  of: readonly { id: string; name: string }[] | undefined;
  onPick: (id: string | undefined) => void;
};

function Pick({ label, value, of = [], onPick }: PickProps) {
  if (of.length < 2 && !value) return null;
  return (
    <Select
      allowClear
      className="dispatch-pick"
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      showSearch={{ optionFilterProp: 'label' }}
      options={of.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id: string | null) => onPick(id ?? undefined)}
    />
  );
}

/** A kind of which nothing waits is not offered, except the one that is chosen. */
function Kinds({ centre: { read, filter, ask } }: { centre: Centre }) {
  const t = useWords(dispatchWords);
  const say = useSaid();
  const numbers = useNumbers();
  const counts = (read.data?.kinds ?? []).map((one) => ({ ...one, count: one.red + one.yellow + one.green }));
  const all = counts.reduce((sum, one) => sum + one.count, 0);
  const tab = (kind: WaitKind | undefined, words: string, count: number, red: number) => (
    <button
      key={kind ?? ''}
      type="button"
      aria-current={filter.kind === kind ? 'true' : undefined}
      onClick={() => ask({ kind })}
    >
      {words} <span className="figures">{numbers.whole(count)}</span>
      {red > 0 && (
        <span className="figures tone-danger dispatch-red">
          {t('red')} {numbers.whole(red)}
        </span>
      )}
    </button>
  );
  return (
    <nav className="dispatch-kinds" aria-label={t('kinds')}>
      {tab(undefined, t('all'), all, 0)}
      {counts
        .filter(({ kind, count }) => count > 0 || filter.kind === kind)
        .map(({ kind, count, red }) => tab(kind, say(waitKinds[kind]), count, red))}
      {filter.kind === 'signal' && <Go to="/triage">{t('bulk')}</Go>}
    </nav>
  );
}
