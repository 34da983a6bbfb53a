/** Above the canvas: back and again, canvas or list, zoom, keys, print, and whether everything is saved. */
import CompressOutlined from '@ant-design/icons/CompressOutlined';
import RedoOutlined from '@ant-design/icons/RedoOutlined';
import UndoOutlined from '@ant-design/icons/UndoOutlined';
import ZoomInOutlined from '@ant-design/icons/ZoomInOutlined';
import ZoomOutOutlined from '@ant-design/icons/ZoomOutOutlined';
import { useReactFlow } from '@xyflow/react';
import { Button, Popover, Segmented } from 'antd';
import type { ReactNode, RefObject } from 'react';
import { causeWords } from '#web/causes/cause.words.ts';
import { useTheDesk } from '#web/causes/use-desk.ts';
import { useIsPhone } from '#web/look/phone.ts';
import { keptCell, oneOf, useCell } from '#web/place/cell.ts';
import { PrintButton } from '#web/show/print-button.tsx';
import { useWords } from '#web/words/words.ts';

export const viewCell = keptCell<'canvas' | 'list'>('causes-view', 'canvas', oneOf('canvas', 'list'));

export function CanvasTools({ frame }: { frame: RefObject<HTMLDivElement | null> }) {
  const t = useWords(causeWords);
  const phone = useIsPhone();
  const view = useCell(viewCell);
  const { editing, turn, mayTrace } = useTheDesk();
  return (
    <div ref={frame} className="causes-tools not-printed" role="toolbar" aria-label={t('title')}>
      {mayTrace && (
        <>
          <Tool name={t('undo')} icon={<UndoOutlined />} off={!editing.canUndo} run={() => turn('undo')} />
          <Tool name={t('redo')} icon={<RedoOutlined />} off={!editing.canRedo} run={() => turn('redo')} />
        </>
      )}
      {!phone && view === 'canvas' && <Zoom />}
      {!phone && (
        <Segmented
          size="small"
          aria-label={t('view')}
          value={view}
          options={[
            { value: 'canvas', label: t('canvas') },
            { value: 'list', label: t('list') },
          ]}
          onChange={(next) => viewCell.set(next as 'canvas' | 'list')}
        />
      )}
      {!phone && mayTrace && (
        <Popover content={<p className="causes-help">{t('help')}</p>} trigger="click" placement="bottomRight">
          <Button size="small" type="text">
            {t('keys')}
          </Button>
        </Popover>
      )}
      <PrintButton />
      {mayTrace && (
        <span className="faint causes-saved" role="status">
          {t(editing.busy ? 'saving' : 'saved')}
        </span>
      )}
    </div>
  );
}

type ToolProps = { name: string; icon: ReactNode; off?: boolean; run: () => void };

function Tool({ name, icon, off, run }: ToolProps) {
  const phone = useIsPhone();
  return (
    <Button
      size={phone ? 'middle' : 'small'}
      type="text"
      icon={icon}
      aria-label={name}
      title={name}
      disabled={off ?? false}
      onClick={run}
    />
  );
}

function Zoom() {
  const t = useWords(causeWords);
  const flow = useReactFlow();
  return (
    <>
      <Tool name={t('smaller')} icon={<ZoomOutOutlined />} run={() => void flow.zoomOut()} />
      <Tool name={t('larger')} icon={<ZoomInOutlined />} run={() => void flow.zoomIn()} />
      <Tool
        name={t('whole')}
        icon={<CompressOutlined />}
        run={() => void flow.fitView({ maxZoom: 1, padding: 0.08 })}
      />
    </>
  );
}
