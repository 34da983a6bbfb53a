/** What speaks for a cause and what against it, each with its name; more can be added, one's own taken back. */
import PaperClipOutlined from '@ant-design/icons/PaperClipOutlined';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { type CauseNode, causeApi } from '#cause/cause.api.ts';
import { type Side, sides } from '#cause/cause.ts';
import { newId } from '#platform/ids.ts';
import { addressOf } from '#web/call/address.ts';
import { call } from '#web/call/call.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { causeWords } from '#web/causes/cause.words.ts';
import { StepButton } from '#web/causes/step-button.tsx';
import { useTheDesk } from '#web/causes/use-desk.ts';
import { useMe } from '#web/desk/me.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { Uploader } from '#web/thing/uploader.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const LIMIT = 50 << 20;

export function EvidencePart({ cause }: { cause: CauseNode }) {
  const t = useWords(causeWords);
  const say = useSaid();
  const [adding, setAdding] = useState(false);
  const order = Object.keys(sides) as Side[];
  return (
    <section>
      <h3>{t('evidence')}</h3>
      {cause.evidence.length === 0 && <p className="faint">{t('noEvidenceYet')}</p>}
      {order.map((side) => {
        const those = cause.evidence.filter((one) => one.side === side);
        if (those.length === 0) return null;
        return (
          <div key={side} className={`node-evidence is-${side}`}>
            <h4>
              {say(sides[side])} {those.length}
            </h4>
            <ul>
              {those.map((one) => (
                <OneEvidence key={one.id} cause={cause} evidence={one} />
              ))}
            </ul>
          </div>
        );
      })}
      <p className="node-actions">
        <StepButton buttons={cause.buttons} step="weigh" words={t('addEvidence')} run={() => setAdding(true)} />
      </p>
      {adding && <AddEvidence cause={cause} onClose={() => setAdding(false)} />}
    </section>
  );
}

function OneEvidence({ cause, evidence }: { cause: CauseNode; evidence: CauseNode['evidence'][number] }) {
  const t = useWords(causeWords);
  const times = useTimes();
  const me = useMe();
  const { editing } = useTheDesk();
  const back = useVerb(causeApi.unweigh, { done: () => t('takenBack') });
  const { id, words, file, by, at } = evidence;
  const takeBack = async () => {
    const body = { id: newId(), version: cause.version, evidenceId: id };
    const outcome = await back.run({ params: { id: cause.id }, body });
    if ('reply' in outcome) editing.heard(outcome.reply);
  };
  return (
    <li>
      <span className="verbatim">{words}</span>
      {file && (
        <a href={addressOf(causeApi.file, { params: { id } })} download={file.name}>
          <PaperClipOutlined aria-hidden /> {file.name}
        </a>
      )}
      <span className="faint">
        {by.name}{' '}
        <time dateTime={at} title={times.exact(at)}>
          {times.near(at)}
        </time>
        {by.id === me.person.id && (
          <Button type="link" size="small" loading={back.running} onClick={() => void takeBack()}>
            {t('takeBack')}
          </Button>
        )}
      </span>
    </li>
  );
}

type Values = { side: Side; words: string; files?: { hash: string; name: string }[] };

function AddEvidence({ cause, onClose }: { cause: CauseNode; onClose: () => void }) {
  const t = useWords(causeWords);
  const say = useSaid();
  const { editing } = useTheDesk();
  const upload = (file: File, id: string, onSent: (share: number) => void) =>
    call(causeApi.upload, { params: { id: cause.id }, body: { id }, file }, { onSent });
  return (
    <ActionDialog
      title={t('addEvidence')}
      initial={{ side: 'for' }}
      route={causeApi.weigh}
      args={({ side, words, files }: Values, id) => {
        const file = files?.[0];
        const named = file ? { hash: file.hash, name: file.name } : null;
        return { params: { id: cause.id }, body: { id, version: cause.version, side, words, file: named } };
      }}
      done={() => t('evidenceAdded')}
      onDone={editing.heard}
      onClose={onClose}
    >
      <Form.Item name="side" label={t('evidenceSide')}>
        <Radio.Group options={Object.entries(sides).map(([value, said]) => ({ value, label: say(said) }))} />
      </Form.Item>
      <Form.Item
        name="words"
        label={t('evidenceWords')}
        rules={[{ required: true, whitespace: true, message: t('none') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="files" label={t('evidenceFile')}>
        <Uploader limit={LIMIT} most={1} send={upload} />
      </Form.Item>
    </ActionDialog>
  );
}
