/** The token itself, this once, with the call that it is for. */
import { Button, Modal } from 'antd';
import { channelWords } from '#web/channels/channel.words.ts';
import type { Made } from '#web/channels/token-part.tsx';
import { tell } from '#web/desk/notices.ts';
import { base } from '#web/place/place.ts';
import { useWords } from '#web/words/words.ts';

const exampleOf = (secret: string) => `curl -X POST '${location.origin}${base}/api/signals' \\
  -H 'authorization: Bearer ${secret}' \\
  -H 'content-type: application/json' \\
  -d '{
    "id": "${exampleId}",
    "number": "20260312000001",
    "saidAt": "2026-03-12T09:00:00+08:00",
    "matter": "complaint",
    "words": "柳岸小区北门下水道堵塞，污水漫到路上",
    "place": "柳岸小区北门",
    "reporter": {"name": "李明", "phone": "13800138000"}
  }'`;

/** A fixed one of the right shape: who copies the example makes ids of their own. */
const exampleId = '019ce000-0000-7000-8000-000000000001';

export function SecretDialog({ made, onClose }: { made: Made; onClose: () => void }) {
  const t = useWords(channelWords);
  return (
    <Modal
      open
      width={680}
      title={t('made')}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('kept')}
        </Button>
      }
    >
      <p className="quiet">{t(made.secret ? 'once' : 'lost')}</p>
      {made.secret && (
        <>
          <Copied text={made.secret} />
          <h3>{t('example')}</h3>
          <p className="quiet">{t('exampleHow')}</p>
          <Copied text={exampleOf(made.secret)} />
        </>
      )}
    </Modal>
  );
}

function Copied({ text }: { text: string }) {
  const t = useWords(channelWords);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    tell(t('copied'));
  };
  return (
    <div className="secret">
      <pre>{text}</pre>
      {/* Only where the browser lets pages copy: over https or on this machine. */}
      {window.isSecureContext && (
        <Button size="small" onClick={copy}>
          {t('copy')}
        </Button>
      )}
    </div>
  );
}
