/** First step: what it is, where it comes from, and the file. */
import InboxOutlined from '@ant-design/icons/InboxOutlined';
import { Alert, Button, Checkbox, Form, Input, Progress, Radio, Select } from 'antd';
import { type DragEvent, useRef, useState } from 'react';
import { FILE_LIMIT } from '#intake/import.ts';
import { intakeApi } from '#intake/intake.api.ts';
import { newId } from '#platform/ids.ts';
import { channelApi } from '#signal/channel.api.ts';
import { call } from '#web/call/call.ts';
import { type Refusal, refusalIn } from '#web/call/refusal.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useMay } from '#web/desk/me.ts';
import { importWords } from '#web/imports/import.words.ts';
import { Wizard } from '#web/imports/wizard.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';

type Kind = 'signals' | 'people' | 'units' | 'readings' | 'duty' | 'categories' | 'facts' | 'knowledge';
type Under = { name: string; sent: number; giveUp: () => void };

const ACCEPT = '.xlsx,.xls,.csv,.txt,.html,.htm';

export function UploadPage() {
  const t = useWords(importWords);
  const numbers = useNumbers();
  const may = useMay();
  const { search, setSearch, go } = usePlace();
  const kinds: Kind[] = [
    ...(may('signal.import') ? ['signals' as const] : []),
    ...(may('people.manage') ? ['people' as const, 'units' as const] : []),
    ...(may('reading.record') ? ['readings' as const] : []),
    ...(may('organisation.record') ? ['facts' as const] : []),
    ...(may('knowledge.write') ? ['knowledge' as const] : []),
    ...(may('duty.manage') ? ['duty' as const] : []),
    ...(may('category.manage') ? ['categories' as const] : []),
  ];
  const kind = kinds.find((one) => one === search.kind) ?? kinds[0] ?? 'signals';
  const [closedDone, setClosedDone] = useState(true);
  const [unitWords, setUnitWords] = useState('');
  const channels = useRead(channelApi.list, kind === 'signals' ? {} : undefined).data?.items.filter(
    (one) => !one.closed,
  );
  const channelId =
    channels?.find(({ id }) => id === search.channel)?.id ??
    channels?.find((one) => one.kind === 'hotline')?.id ??
    channels?.[0]?.id;
  const [under, setUnder] = useState<Under>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [fault, setFault] = useState('');

  async function take(file: File | undefined): Promise<void> {
    if (!file || under) return;
    setRefusal(undefined);
    setFault(file.size > FILE_LIMIT ? t('tooLarge', { name: file.name, limit: numbers.bytes(FILE_LIMIT) }) : '');
    if (file.size > FILE_LIMIT) return;
    const stop = new AbortController();
    const shown = { name: file.name, giveUp: () => stop.abort() };
    setUnder({ ...shown, sent: 0 });
    try {
      const id = newId();
      const more = { duty: {}, categories: {}, facts: {}, knowledge: {} };
      const ofKind = { signals: { channelId, closedDone }, people: {}, units: {}, readings: { unitWords }, ...more };
      const options = ofKind[kind];
      const body = { id, kind, options: JSON.stringify(options) };
      await call(
        intakeApi.upload,
        { body, file },
        { signal: stop.signal, onSent: (sent) => setUnder({ ...shown, sent }) },
      );
      go(`/import/${id}/columns`);
    } catch (error) {
      const refused = refusalIn(error);
      if (!refused && !stop.signal.aborted) throw error;
      setRefusal(refused);
      setUnder(undefined);
    }
  }

  const said = {
    ...{ signals: t('signalsHow'), people: t('peopleHow'), units: t('unitsHow') },
    ...{ readings: t('readingsHow'), duty: t('dutyHow'), categories: t('categoriesHow'), facts: t('factsHow') },
    knowledge: t('knowledgeHow'),
  };
  return (
    <Wizard at="upload">
      <Form layout="vertical" requiredMark={false} className="wizard-narrow">
        <Form.Item label={t('whatKind')} required>
          <Radio.Group
            className="import-kinds"
            value={kind}
            onChange={(event) => setSearch({ kind: event.target.value })}
          >
            {kinds.map((one) => (
              <Radio key={one} value={one}>
                <strong>{t(one)}</strong> <span className="faint">{said[one]}</span>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
        {kind === 'signals' && (
          <>
            <Form.Item label={t('channel')} extra={t('channelHow')} required>
              <Select
                aria-label={t('channel')}
                className="import-channel"
                value={channelId ?? null}
                options={(channels ?? []).map(({ id, name }) => ({ value: id, label: name }))}
                onChange={(channel) => setSearch({ channel: channel ?? undefined })}
              />
            </Form.Item>
            <Form.Item>
              <Checkbox checked={closedDone} onChange={(event) => setClosedDone(event.target.checked)}>
                {t('closedDone')}
              </Checkbox>
            </Form.Item>
          </>
        )}
        {kind === 'readings' && (
          <Form.Item label={t('unitOfAll')} extra={t('unitOfAllHow')}>
            <Input
              aria-label={t('unitOfAll')}
              className="import-channel"
              maxLength={20}
              value={unitWords}
              onChange={(event) => setUnitWords(event.target.value)}
            />
          </Form.Item>
        )}
        <Refused refusal={refusal} />
        {fault && <Alert type="error" showIcon title={fault} />}
        {under ? <Sending under={under} /> : <DropZone take={take} />}
      </Form>
    </Wizard>
  );
}

function DropZone({ take }: { take: (file: File | undefined) => void }) {
  const t = useWords(importWords);
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files[0]);
  };
  return (
    <>
      <button
        type="button"
        className={over ? 'import-drop is-over' : 'import-drop'}
        onClick={() => input.current?.click()}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <InboxOutlined aria-hidden />
        <strong>{t('drop')}</strong>
        <span className="faint">{t('dropHow')}</span>
      </button>
      <input
        ref={input}
        type="file"
        className="import-input"
        accept={ACCEPT}
        aria-label={t('drop')}
        onChange={(event) => take(event.target.files?.[0])}
      />
    </>
  );
}

function Sending({ under: { name, sent, giveUp } }: { under: Under }) {
  const t = useWords(importWords);
  const numbers = useNumbers();
  return (
    <div className="import-sending" role="status">
      <p>{t('sending', { name, percent: numbers.percent(sent) })}</p>
      <Progress percent={Math.round(sent * 100)} showInfo={false} />
      <Button onClick={giveUp}>{t('giveUp')}</Button>
    </div>
  );
}
