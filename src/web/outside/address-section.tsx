/** Where I am reached outside the desk: my addresses, the one way I want, and when none. */
import { Select, Skeleton } from 'antd';
import { channels } from '#message/outside/channel.ts';
import { type Addresses, outsideApi } from '#message/outside/outside.api.ts';
import { Section } from '#web/account/section.tsx';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { AddressLine } from '#web/outside/address-line.tsx';
import { outsideWords } from '#web/outside/outside.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/outside/outside.css';

export function AddressSection() {
  const t = useWords(outsideWords);
  const read = useRead(outsideApi.mine, {});
  const shown = read.data?.items.filter(({ open, address }) => open || address !== null) ?? [];
  return (
    <Section title={t('mine')}>
      <p className="quiet">{t('mineHow')}</p>
      {read.isPending && <Skeleton active title={false} paragraph={{ rows: 2 }} />}
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {read.data && shown.length === 0 && <p className="faint">{t('noChannels')}</p>}
      <ul className="lines">
        {shown.map((item) => (
          <AddressLine key={item.channel} item={item} />
        ))}
      </ul>
      {read.data && shown.length > 0 && <Choice choice={read.data.choice} />}
    </Section>
  );
}

const NEVER = 'never';
/** The nights that are offered; another one stays as it was set. */
const nights = ['21-8', '22-7', '23-7', '20-9', '12-14'];

function Choice({ choice }: { choice: Addresses['choice'] }) {
  const t = useWords(outsideWords);
  const say = useSaid();
  const verb = useVerb(outsideApi.choose, { done: () => t('chosen'), changes: ['/me/addresses'] });
  const save = (change: Partial<typeof choice>) => void verb.run({ body: { ...choice, ...change } });
  const quiet = choice.quietFrom === null ? NEVER : `${choice.quietFrom}-${choice.quietTo}`;
  const hours = (value: string) => value.replace(/(\d+)-(\d+)/, '$1:00–$2:00');
  return (
    <div className="outside-choice">
      <span className="quiet">{t('by')}</span>
      <Select
        aria-label={t('by')}
        value={choice.channel}
        loading={verb.running}
        popupMatchSelectWidth={false}
        onChange={(channel) => save({ channel })}
        options={[
          { value: 'any', label: t('any') },
          ...Object.entries(channels).map(([value, said]) => ({
            value: value as keyof typeof channels,
            label: say(said),
          })),
          { value: 'none', label: t('nowhere') },
        ]}
      />
      <span className="quiet">{t('quiet')}</span>
      <Select
        aria-label={t('quiet')}
        value={quiet}
        style={{ width: 140 }}
        onChange={(value) => {
          const [from, to] = value === NEVER ? [null, null] : value.split('-').map(Number);
          save({ quietFrom: from ?? null, quietTo: to ?? null });
        }}
        options={[
          { value: NEVER, label: t('noQuiet') },
          ...[...new Set([...nights, ...(quiet === NEVER ? [] : [quiet])])].map((value) => ({
            value,
            label: hours(value),
          })),
        ]}
      />
    </div>
  );
}
