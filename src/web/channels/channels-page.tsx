/** By which ways signals come in, and the tokens of other systems. */
import { channelWords } from '#web/channels/channel.words.ts';
import { ChannelPart } from '#web/channels/channel-part.tsx';
import { TokenPart } from '#web/channels/token-part.tsx';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { useWords } from '#web/words/words.ts';
import '#web/channels/channel.css';

export function ChannelsPage() {
  const t = useWords(channelWords);
  useTitle(t('title'));
  return (
    <div className="desk-page channels">
      <header>
        <h1>{t('title')}</h1>
        <p className="quiet">
          {t('how')} <Go to="/settings/outside">{t('outside')}</Go>
        </p>
      </header>
      <ChannelPart />
      <TokenPart />
    </div>
  );
}
