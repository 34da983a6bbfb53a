/**
 * Files for a thing: chosen, dropped or pasted; each goes up at once by itself, tells how far it is and can be tried again.
 *
 *   <Uploader limit={50 << 20} accept="image/*,.pdf" value={files} onChange={setFiles}
 *     send={(file, id, onSent) => call(evidenceApi.upload, { params: { id: taskId }, body: { id }, file }, { onSent })} />
 *
 * As a Form.Item's child it is given `value` and `onChange`: what `send` answered, for the files that arrived.
 */
import { Button } from 'antd';
import { type ChangeEvent, type DragEvent, useRef, useState } from 'react';
import { useIsPhone } from '#web/look/phone.ts';
import { FileLine } from '#web/thing/file-line.tsx';
import { thingWords } from '#web/thing/thing.words.ts';
import { type Sending, useSending } from '#web/thing/use-sending.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';
import '#web/thing/thing.css';

export type UploaderProps<T> = {
  /** Largest file, in bytes. */
  limit: number;
  accept?: string;
  /** On a phone: also a button that opens the camera. */
  camera?: boolean;
  /** How many at most; 1 replaces. */
  most?: number;
  send: Sending<T>['send'];
  value?: readonly T[];
  onChange?: (files: T[]) => void;
  /** Said under the button: which files, how large. */
  how?: string;
};

/** Said here and not as `hidden`: antd shows every file input of a form as a block. */
const HIDDEN = { display: 'none' };

export function Uploader<T>({ limit, accept, camera, most = 20, send, onChange, how }: UploaderProps<T>) {
  const t = useWords(thingWords);
  const numbers = useNumbers();
  const phone = useIsPhone();
  const input = useRef<HTMLInputElement>(null);
  const lens = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const { entries, add, again, remove } = useSending({ limit, most, send, onChange: onChange ?? (() => {}) });
  const take = (event: ChangeEvent<HTMLInputElement>) => {
    add([...(event.target.files ?? [])]);
    event.target.value = '';
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    add([...event.dataTransfer.files]);
  };
  return (
    <section
      className={over ? 'uploader uploader-over' : 'uploader'}
      aria-label={t('choose')}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onPaste={(event) => add([...event.clipboardData.files])}
    >
      {!phone && `${t('drop')} `}
      <Button size={phone ? 'large' : 'small'} onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      {camera && phone && (
        <>
          {' '}
          <Button size="large" onClick={() => lens.current?.click()}>
            {t('camera')}
          </Button>
          <input ref={lens} type="file" style={HIDDEN} accept="image/*" capture="environment" onChange={take} />
        </>
      )}
      <div className="faint">{how ?? `${t('pasteToo')} · ≤ ${numbers.bytes(limit)}`}</div>
      <input ref={input} type="file" style={HIDDEN} multiple={most > 1} {...(accept && { accept })} onChange={take} />
      {entries.length > 0 && (
        <ul className="files">
          {entries.map((entry) => (
            <FileLine
              key={entry.id}
              entry={entry}
              limit={limit}
              onAgain={() => again(entry.id)}
              onRemove={() => remove(entry.id)}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
