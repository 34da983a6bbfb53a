/** How the signals of a channel are numbered, and what its call-takers must have asked. */
import { Checkbox, Form, Input } from 'antd';
import { dayOf } from '#clock/day.ts';
import { type Channel, channelApi } from '#signal/channel.api.ts';
import { type Asked, asked } from '#signal/channel-asks.ts';
import { exampleOf, flawOfSeries, SERIES_LONGEST } from '#signal/number-series.ts';
import { channelWords } from '#web/channels/channel.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { now } from '#web/words/now.ts';
import { useLanguage, useSaid, useWords } from '#web/words/words.ts';

const today = () => dayOf(now());

/** One line below the channel: a number of it, and what is asked. */
export function ChannelRules({ channel: { series, code, asks } }: { channel: Channel }) {
  const t = useWords(channelWords);
  const say = useSaid();
  const separator = useLanguage() === 'zh' ? '、' : ', ';
  return (
    <span className="channel-rules faint">
      {t('numbered')} <span className="figures">{exampleOf(series, code, today())}</span>
      {asks.length > 0 && ` · ${t('mustAsk')} ${asks.map((one) => say(asked[one])).join(separator)}`}
    </span>
  );
}

type Values = { series?: string; asks: Asked[] };

export function RulesDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const t = useWords(channelWords);
  const say = useSaid();
  return (
    <ActionDialog<typeof channelApi.rules, Values>
      title={`${t('rules')} ${channel.name}`}
      ok={t('save')}
      how={t('rulesHow')}
      initial={{ series: channel.series, asks: channel.asks }}
      route={channelApi.rules}
      args={({ series = '', asks }, id) => ({ params: { id: channel.id }, body: { id, series, asks } })}
      done={({ name }) => t('ruled', { name })}
      changes={['/channels']}
      onClose={onClose}
    >
      <Form.Item name="series" label={t('series')} extra={<Example code={channel.code} />}>
        <Input maxLength={SERIES_LONGEST} placeholder={t('seriesUsual')} autoFocus />
      </Form.Item>
      <Form.Item name="asks" label={t('mustAsk')} extra={t('mustAskHow')}>
        <Checkbox.Group options={Object.entries(asked).map(([value, said]) => ({ value, label: say(said) }))} />
      </Form.Item>
    </ActionDialog>
  );
}

function Example({ code }: { code: string }) {
  const t = useWords(channelWords);
  const series = (Form.useWatch<string | undefined>('series') ?? '').trim();
  return (
    <>
      {t('seriesHow')}
      {flawOfSeries(series) === undefined && (
        <>
          <br />
          {t('numbered')} <strong className="figures">{exampleOf(series, code, today())}</strong>
        </>
      )}
    </>
  );
}
