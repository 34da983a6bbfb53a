/** Which kinds of messages a person does not want to be reminded of. */
import { Modal, Switch } from 'antd';
import { messageApi } from '#message/message.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { messageWords } from '#web/messages/messages.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function MutingDialog({ onClose }: { onClose: () => void }) {
  const t = useWords(messageWords);
  const say = useSaid();
  const read = useRead(messageApi.muting, {});
  const verb = useVerb(messageApi.mute, { changes: ['/messages'] });
  return (
    <Modal open title={t('muting')} onCancel={onClose} footer={null} width={440}>
      <p className="quiet">{t('mutingHow')}</p>
      {read.data?.kinds.length === 0 && <p className="faint">{t('mutingNone')}</p>}
      <ul className="muting">
        {read.data?.kinds.map(({ kind, said, muted }) => (
          <li key={kind}>
            <span>{say(said)}</span>
            <Switch
              checked={muted}
              loading={verb.running}
              aria-label={say(said)}
              onChange={(on) => void verb.run({ params: { kind }, body: { muted: on } })}
            />
          </li>
        ))}
      </ul>
    </Modal>
  );
}
