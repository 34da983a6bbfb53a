/** Photos of a signal; a click opens them large, one after the other. */
import { Image } from 'antd';
import { signalApi } from '#signal/signal.api.ts';
import type { SignalPage } from '#views/desk.api.ts';
import { addressOf } from '#web/call/address.ts';
import { signalPageWords } from '#web/signals/signal-page.words.ts';
import { Part } from '#web/thing/thing-page.tsx';
import { useWords } from '#web/words/words.ts';

export function Photos({ signal: { id, photos } }: { signal: SignalPage }) {
  const t = useWords(signalPageWords);
  return (
    <Part title={t('photos', { count: photos.length })}>
      <div className="signal-photos">
        <Image.PreviewGroup>
          {photos.map((photo, index) => (
            <Image
              key={photo.id}
              src={addressOf(signalApi.photo, { params: { id, photo: photo.id } })}
              alt={t('photo', { index: index + 1 })}
            />
          ))}
        </Image.PreviewGroup>
      </div>
    </Part>
  );
}
