/** Somebody's addresses outside the desk, masked; whoever keeps the directory sets them. */
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { type ChannelName, channels } from '#message/outside/channel.ts';
import { outsideApi } from '#message/outside/outside.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { outsideWords } from '#web/outside/outside.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/account/account.css';
import '#web/outside/outside.css';

export function PersonAddresses({ personId }: { personId: string }) {
  const t = useWords(outsideWords);
  const say = useSaid();
  const read = useRead(outsideApi.ofPerson, { params: { id: personId } });
  const [setting, setSetting] = useState<ChannelName>();
  return (
    <Part title={t('person')}>
      <Refused refusal={read.error} again={() => void read.refetch()} />
      <ul className="lines">
        {read.data?.items
          .filter(({ open, address }) => open || address !== null)
          .map(({ channel, address, verified }) => (
            <li key={channel} className="line">
              <span className="line-grow">
                {say(channels[channel])} <span className={address ? '' : 'faint'}>{address ?? t('noAddress')}</span>
                {address && !verified && <span className="faint"> {t('unverified')}</span>}
              </span>
              <Button size="small" type="text" onClick={() => setSetting(channel)}>
                {t(address ? 'change' : 'enterAddress')}
              </Button>
            </li>
          ))}
      </ul>
      {read.data?.items.every(({ open, address }) => !open && address === null) && (
        <p className="faint">{t('noChannels')}</p>
      )}
      {setting && (
        <ActionDialog<typeof outsideApi.setOfPerson, { address?: string }>
          title={t('setAddress', { channel: say(channels[setting]) })}
          route={outsideApi.setOfPerson}
          args={({ address }, id) => ({
            params: { id: personId, channel: setting },
            body: { id, address: address?.trim() || null },
          })}
          done={() => t('addressSetFor')}
          changes={['/people/:id/addresses']}
          onClose={() => setSetting(undefined)}
        >
          <Form.Item name="address" label={t(setting)}>
            <Input maxLength={200} autoFocus />
          </Form.Item>
        </ActionDialog>
      )}
    </Part>
  );
}
