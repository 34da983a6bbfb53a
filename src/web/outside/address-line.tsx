/** One address of mine: set, confirmed by the code that went there, or removed. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { channels } from '#message/outside/channel.ts';
import { type Addresses, outsideApi } from '#message/outside/outside.api.ts';
import { newId } from '#platform/ids.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { outsideWords } from '#web/outside/outside.words.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Item = Addresses['items'][number];

const states = {
  verified: { ...outsideWords.verified, tone: 'done' },
  unverified: { ...outsideWords.unverified, tone: 'wait' },
} as const;

const changes = ['/me/addresses'];

export function AddressLine({ item }: { item: Item }) {
  const t = useWords(outsideWords);
  const say = useSaid();
  const { channel, open, address, verified } = item;
  const said = say(channels[channel]);
  const [dialog, setDialog] = useState<'address' | 'code'>();
  const remove = useVerb(outsideApi.setMine, { done: () => t('removed', { channel: said }), changes });
  return (
    <li className="line">
      <span className="line-grow">
        {said}{' '}
        {address ? <strong className="one-line">{address}</strong> : <span className="faint">{t('noAddress')}</span>}
      </span>
      {address && <StateTag state={verified ? states.verified : states.unverified} />}
      {address && !verified && open && (
        <Button size="small" type="primary" onClick={() => setDialog('code')}>
          {t('enterCode')}
        </Button>
      )}
      {open && (
        <Button size="small" onClick={() => setDialog('address')}>
          {t(address ? 'change' : 'enterAddress')}
        </Button>
      )}
      {address && (
        <Button
          size="small"
          type="text"
          loading={remove.running}
          onClick={() => void remove.run({ params: { channel }, body: { id: newId(), address: null } })}
        >
          {t('remove')}
        </Button>
      )}
      {dialog === 'address' && <AddressDialog channel={channel} onClose={() => setDialog(undefined)} />}
      {dialog === 'code' && <CodeDialog channel={channel} onClose={() => setDialog(undefined)} />}
    </li>
  );
}

type DialogProps = { channel: Item['channel']; onClose: () => void };

function AddressDialog({ channel, onClose }: DialogProps) {
  const t = useWords(outsideWords);
  const say = useSaid();
  return (
    <ActionDialog<typeof outsideApi.setMine, { address: string }>
      title={t('setAddress', { channel: say(channels[channel]) })}
      how={t('addressHow')}
      route={outsideApi.setMine}
      args={({ address }, id) => ({ params: { channel }, body: { id, address } })}
      done={() => t('addressSet')}
      changes={changes}
      onClose={onClose}
    >
      <Form.Item name="address" label={t(channel)} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
    </ActionDialog>
  );
}

function CodeDialog({ channel, onClose }: DialogProps) {
  const t = useWords(outsideWords);
  const say = useSaid();
  const again = useVerb(outsideApi.sendCode, { done: () => t('codeSent'), changes });
  return (
    <ActionDialog<typeof outsideApi.confirm, { code: string }>
      title={t('enterCode')}
      route={outsideApi.confirm}
      args={({ code }, id) => ({ params: { channel }, body: { id, code } })}
      done={() => t('confirmed', { channel: say(channels[channel]) })}
      changes={changes}
      onClose={onClose}
    >
      <Form.Item
        name="code"
        label={t('codeLabel')}
        rules={[{ required: true, pattern: /^\s*\d{6}\s*$/, message: t('needed') }]}
      >
        <Input maxLength={10} inputMode="numeric" autoComplete="one-time-code" autoFocus />
      </Form.Item>
      <Button
        type="link"
        size="small"
        loading={again.running}
        onClick={() => void again.run({ params: { channel }, body: { id: newId() } })}
      >
        {t('sendCode')}
      </Button>
    </ActionDialog>
  );
}
