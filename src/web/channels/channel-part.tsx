/** The channels: added, renamed, closed and reopened. A code is for ever: it stands in ticket numbers. */
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { type Channel, channelApi } from '#signal/channel.api.ts';
import { channelKinds } from '#signal/signal.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { channelWords } from '#web/channels/channel.words.ts';
import { ChannelRules, RulesDialog } from '#web/channels/rules-dialog.tsx';
import { base } from '#web/place/place.ts';
import { Empty } from '#web/show/empty.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

const states = {
  open: { ...channelWords.open, tone: 'done' },
  closed: { ...channelWords.closed, tone: 'off' },
} as const;

type Dialog = { what: 'add' } | { what: 'rename' | 'close' | 'reopen' | 'rules'; channel: Channel };

export function ChannelPart() {
  const t = useWords(channelWords);
  const say = useSaid();
  const read = useRead(channelApi.list, {});
  const [dialog, setDialog] = useState<Dialog>();
  const items = read.data?.items ?? [];
  const add = (
    <Button type="primary" onClick={() => setDialog({ what: 'add' })}>
      {t('add')}
    </Button>
  );
  return (
    <Part title={t('channels')} action={add}>
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {read.data && items.length === 0 && <Empty title={t('noChannels')} />}
      <ul className="channel-lines">
        {items.map((channel) => (
          <li key={channel.id}>
            <span className="figures faint">{channel.code}</span>
            <strong>{channel.name}</strong>
            <span className="quiet">{say(channelKinds[channel.kind])}</span>
            <StateTag state={channel.closed ? states.closed : states.open} />
            <ChannelRules channel={channel} />
            {channel.kind === 'public' && (
              <a className="channel-address" href={`${base}/p`}>{`${location.host}${base}/p`}</a>
            )}
            <span className="channel-do">
              <Button size="small" type="text" onClick={() => setDialog({ what: 'rules', channel })}>
                {t('rules')}
              </Button>
              <Button size="small" type="text" onClick={() => setDialog({ what: 'rename', channel })}>
                {t('rename')}
              </Button>
              <Button
                size="small"
                type="text"
                danger={!channel.closed}
                onClick={() => setDialog({ what: channel.closed ? 'reopen' : 'close', channel })}
              >
                {t(channel.closed ? 'reopen' : 'close')}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {dialog?.what === 'add' && <AddDialog onClose={() => setDialog(undefined)} />}
      {dialog?.what === 'rules' && <RulesDialog channel={dialog.channel} onClose={() => setDialog(undefined)} />}
      {dialog && dialog.what !== 'add' && dialog.what !== 'rules' && (
        <ChangeDialog what={dialog.what} channel={dialog.channel} onClose={() => setDialog(undefined)} />
      )}
    </Part>
  );
}

/** The public pages are one channel, and every city has it. */
type Kind = Exclude<Channel['kind'], 'public' | 'note'>;
type Added = { code: string; name: string; kind: Kind };

const isAdded = (kind: string) => kind !== 'public' && kind !== 'note';

function AddDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(channelWords);
  const say = useSaid();
  return (
    <ActionDialog<typeof channelApi.add, Added>
      title={t('add')}
      initial={{ kind: 'hotline' }}
      route={channelApi.add}
      args={(values, id) => ({ body: { ...values, id } })}
      done={({ name }) => t('added', { name })}
      changes={['/channels']}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item name="kind" label={t('kind')}>
        <Select
          options={Object.entries(channelKinds)
            .filter(([value]) => isAdded(value))
            .map(([value, said]) => ({ value, label: say(said) }))}
        />
      </Form.Item>
      <Form.Item
        name="code"
        label={t('code')}
        extra={t('codeHow')}
        rules={[{ required: true, pattern: /^[0-9]{2}$/, message: t('twoDigits') }]}
      >
        <Input maxLength={2} inputMode="numeric" className="channel-code" />
      </Form.Item>
    </ActionDialog>
  );
}

type ChangeProps = { what: 'rename' | 'close' | 'reopen'; channel: Channel; onClose: () => void };

function ChangeDialog({ what, channel, onClose }: ChangeProps) {
  const t = useWords(channelWords);
  const done = { rename: 'renamed', close: 'closedDone', reopen: 'reopened' } as const;
  return (
    <ActionDialog<typeof channelApi.change, { name: string }>
      title={`${t(what)} ${channel.name}`}
      ok={t(what)}
      danger={what === 'close'}
      {...(what === 'close' && { how: t(channel.kind === 'public' ? 'closePublicHow' : 'closeHow') })}
      initial={{ name: channel.name }}
      route={channelApi.change}
      args={({ name }, id) => ({
        params: { id: channel.id },
        body: { id, name: name ?? channel.name, closed: what === 'rename' ? channel.closed : what === 'close' },
      })}
      done={({ name }) => t(done[what], { name })}
      changes={['/channels']}
      onClose={onClose}
    >
      {what === 'rename' && (
        <Form.Item name="name" label={t('name')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
      )}
    </ActionDialog>
  );
}
