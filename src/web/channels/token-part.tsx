/** Tokens of other systems: made for one channel, shown once, revoked at any time. */
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { channelApi, type Token } from '#signal/channel.api.ts';
import type { Reply } from '#web/call/call.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { channelWords } from '#web/channels/channel.words.ts';
import { SecretDialog } from '#web/channels/secret-dialog.tsx';
import { Empty } from '#web/show/empty.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

const states = {
  valid: { ...channelWords.valid, tone: 'done' },
  expired: { ...channelWords.expired, tone: 'off' },
  revoked: { ...channelWords.revokedState, tone: 'off' },
} as const;

export type Made = Reply<typeof channelApi.makeToken>;

export function TokenPart() {
  const t = useWords(channelWords);
  const times = useTimes();
  const read = useRead(channelApi.tokens, {});
  const channels = useRead(channelApi.list, {}).data?.items ?? [];
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<Made>();
  const [revoking, setRevoking] = useState<Token>();
  const stateOf = (token: Token) =>
    token.revokedAt ? 'revoked' : Date.parse(token.expiresAt) <= times.now().getTime() ? 'expired' : 'valid';
  const items = read.data?.items ?? [];
  return (
    <Part title={t('tokens')} action={<Button onClick={() => setMaking(true)}>{t('makeToken')}</Button>}>
      <Refused refusal={read.error} again={() => void read.refetch()} />
      {read.data && items.length === 0 && <Empty title={t('noTokens')} how={t('noTokensHow')} />}
      <ul className="channel-lines token-lines">
        {items.map((token) => (
          <li key={token.id}>
            <strong>{token.name}</strong>
            <span className="quiet">{channels.find(({ id }) => id === token.channelId)?.name}</span>
            <StateTag state={states[stateOf(token)]} />
            <span className="faint">
              {t('madeBy')} {token.madeBy} · {t('expires')} {times.day(token.expiresAt)} ·{' '}
              {token.lastUsedAt ? `${t('lastUsed')} ${times.near(token.lastUsedAt)}` : t('neverUsed')}
            </span>
            <span className="channel-do">
              {stateOf(token) === 'valid' && (
                <Button size="small" type="text" danger onClick={() => setRevoking(token)}>
                  {t('revoke')}
                </Button>
              )}
            </span>
          </li>
        ))}
      </ul>
      {making && <MakeDialog channels={channels} onMade={setMade} onClose={() => setMaking(false)} />}
      {made && <SecretDialog made={made} onClose={() => setMade(undefined)} />}
      {revoking && <RevokeDialog token={revoking} onClose={() => setRevoking(undefined)} />}
    </Part>
  );
}

type Values = { name: string; channelId: string; days: number };
type MakeProps = {
  channels: readonly { id: string; name: string; closed: boolean }[];
  onMade: (made: Made) => void;
  onClose: () => void;
};

function MakeDialog({ channels, onMade, onClose }: MakeProps) {
  const t = useWords(channelWords);
  const needed = [{ required: true, message: t('needed') }];
  return (
    <ActionDialog<typeof channelApi.makeToken, Values>
      title={t('makeToken')}
      initial={{ days: 365 }}
      route={channelApi.makeToken}
      args={(values, id) => ({ body: { ...values, id } })}
      done={() => t('made')}
      changes={['/tokens']}
      onDone={onMade}
      onClose={onClose}
    >
      <Form.Item
        name="name"
        label={t('tokenName')}
        rules={[{ required: true, whitespace: true, message: t('needed') }]}
      >
        <Input maxLength={60} placeholder={t('tokenNameHint')} autoFocus />
      </Form.Item>
      <Form.Item name="channelId" label={t('channel')} rules={needed}>
        <Select
          options={channels.filter(({ closed }) => !closed).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
      <Form.Item name="days" label={t('days')} extra={t('daysHow')} rules={needed}>
        <InputNumber min={1} max={730} precision={0} />
      </Form.Item>
    </ActionDialog>
  );
}

function RevokeDialog({ token, onClose }: { token: Token; onClose: () => void }) {
  const t = useWords(channelWords);
  return (
    <ActionDialog
      title={`${t('revoke')} ${token.name}`}
      ok={t('revoke')}
      danger
      how={t('revokeHow')}
      route={channelApi.revokeToken}
      args={() => ({ params: { id: token.id } })}
      done={() => t('revoked', { name: token.name })}
      changes={['/tokens']}
      onClose={onClose}
    />
  );
}
