/** The right pane beside a list: the thing of the chosen row, without losing the list. */
import CloseOutlined from '@ant-design/icons/CloseOutlined';
import ExpandAltOutlined from '@ant-design/icons/ExpandAltOutlined';
import { Button } from 'antd';
import { createContext, type PropsWithChildren } from 'react';
import { ErrorBoundary } from '#web/desk/failed.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { thingWords } from '#web/thing/thing.words.ts';
import { useWords } from '#web/words/words.ts';

/** True inside a pane: pages lay themselves out in one column. */
export const PaneContext = createContext(false);

type PaneProps = PropsWithChildren<{ label: string; id: string; to?: string; onClose: () => void }>;

export function Pane({ label, id, to, onClose, children }: PaneProps) {
  const t = useWords(thingWords);
  const { go } = usePlace();
  return (
    <aside className="pane" aria-label={label}>
      <div className="pane-bar">
        {to && (
          <Button
            type="text"
            icon={<ExpandAltOutlined />}
            aria-label={t('openPage')}
            title={`${t('openPage')} (O)`}
            onClick={() => go(to)}
          />
        )}
        <Button
          type="text"
          icon={<CloseOutlined />}
          aria-label={t('closePane')}
          title={`${t('closePane')} (Esc)`}
          onClick={onClose}
        />
      </div>
      <PaneContext.Provider value={true}>
        <ErrorBoundary of={id}>
          <div key={id}>{children}</div>
        </ErrorBoundary>
      </PaneContext.Provider>
    </aside>
  );
}
