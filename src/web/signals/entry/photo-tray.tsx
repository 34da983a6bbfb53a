/** Photos that wait to go up with the signal: pasted, dropped or chosen. */
import CloseCircleFilled from '@ant-design/icons/CloseCircleFilled';
import { Button } from 'antd';
import { type DragEvent, useEffect, useMemo, useRef } from 'react';
import { newId } from '#platform/ids.ts';
import { entryWords } from '#web/signals/entry/entry.words.ts';
import { useWords } from '#web/words/words.ts';

/** The id is the photo's own: sent twice, it is one. */
export type Photo = { id: string; file: File };

export const photosIn = (files: Iterable<File>): Photo[] =>
  [...files].filter((file) => file.type.startsWith('image/')).map((file) => ({ id: newId(), file }));

type PhotoTrayProps = { photos: readonly Photo[]; onChange: (photos: Photo[]) => void };

export function PhotoTray({ photos, onChange }: PhotoTrayProps) {
  const t = useWords(entryWords);
  const input = useRef<HTMLInputElement>(null);
  const add = (files: Iterable<File>) => onChange([...photos, ...photosIn(files)]);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    add(event.dataTransfer.files);
  };
  return (
    <section className="tray" aria-label={t('photos')} onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      {photos.map((photo) => (
        <Thumb key={photo.id} photo={photo} onRemove={() => onChange(photos.filter((other) => other !== photo))} />
      ))}
      <Button size="small" onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      <span className="faint">{t('photosHow')}</span>
      <input
        ref={input}
        type="file"
        className="tray-input"
        tabIndex={-1}
        aria-hidden
        multiple
        accept="image/*"
        onChange={(event) => {
          add(event.target.files ?? []);
          event.target.value = '';
        }}
      />
    </section>
  );
}

function Thumb({ photo, onRemove }: { photo: Photo; onRemove: () => void }) {
  const t = useWords(entryWords);
  const url = useMemo(() => URL.createObjectURL(photo.file), [photo.file]);
  useEffect(() => () => URL.revokeObjectURL(url), [url]);
  const label = t('removePhoto', { name: photo.file.name });
  return (
    <span className="tray-photo">
      <img src={url} alt={photo.file.name} />
      <Button
        type="text"
        size="small"
        icon={<CloseCircleFilled />}
        aria-label={label}
        title={label}
        onClick={onRemove}
      />
    </span>
  );
}
