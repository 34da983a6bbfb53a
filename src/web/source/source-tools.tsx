/** Above the line: map or list, zoom, print, the two files, and the help sheet. */
import CompressOutlined from '@ant-design/icons/CompressOutlined';
import DownloadOutlined from '@ant-design/icons/DownloadOutlined';
import PrinterOutlined from '@ant-design/icons/PrinterOutlined';
import QuestionCircleOutlined from '@ant-design/icons/QuestionCircleOutlined';
import ZoomInOutlined from '@ant-design/icons/ZoomInOutlined';
import ZoomOutOutlined from '@ant-design/icons/ZoomOutOutlined';
import { useReactFlow } from '@xyflow/react';
import { Button, Dropdown, Popover, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { type StartKind, sourceLineApi } from '#views/source-line.api.ts';
import { addressOf } from '#web/call/address.ts';
import { useIsPhone } from '#web/look/phone.ts';
import { keptCell, oneOf, useCell } from '#web/place/cell.ts';
import { ProvHelp } from '#web/source/prov-help.tsx';
import { sourceWords } from '#web/source/source.words.ts';
import { useWords } from '#web/words/words.ts';

export const viewCell = keptCell<'map' | 'list'>('source-view', 'map', oneOf('map', 'list'));

type SourceToolsProps = { kind: StartKind; id: string; number: string };

export function SourceTools({ kind, id, number }: SourceToolsProps) {
  const t = useWords(sourceWords);
  const phone = useIsPhone();
  const view = useCell(viewCell);
  return (
    <div className="source-tools not-printed" role="toolbar" aria-label={t('title')}>
      {!phone && (
        <Segmented
          size="small"
          aria-label={t('view')}
          value={view}
          options={[
            { value: 'map', label: t('map') },
            { value: 'list', label: t('list') },
          ]}
          onChange={(next) => viewCell.set(next as 'map' | 'list')}
        />
      )}
      {!phone && view === 'map' && <Zoom />}
      <Tool name={t('print')} icon={<PrinterOutlined />} run={() => window.print()} said />
      <Files kind={kind} id={id} number={number} />
      <Popover content={<ProvHelp />} trigger="click" placement="bottomRight">
        <Button
          size={phone ? 'middle' : 'small'}
          type="text"
          icon={<QuestionCircleOutlined />}
          aria-label={t('help')}
          title={t('help')}
        />
      </Popover>
    </div>
  );
}

/** The files are links: the browser saves them, and shows how far it is where they are large. */
function Files({ kind, id, number }: SourceToolsProps) {
  const t = useWords(sourceWords);
  const phone = useIsPhone();
  const json = addressOf(sourceLineApi.line, { query: { kind, id, signals: 'all' } });
  const prov = addressOf(sourceLineApi.prov, { query: { kind, id } });
  const items = [
    {
      key: 'json',
      label: (
        <a href={json} download={`source-line-${number}.json`}>
          {t('json')}
        </a>
      ),
    },
    {
      key: 'prov',
      label: (
        <a href={prov} download={`source-line-${number}.prov.json`}>
          {t('prov')}
        </a>
      ),
    },
  ];
  return (
    <Dropdown menu={{ items }} trigger={['click']}>
      <Button size={phone ? 'middle' : 'small'} type="text" icon={<DownloadOutlined />}>
        {t('download')}
      </Button>
    </Dropdown>
  );
}

type ToolProps = { name: string; icon: ReactNode; said?: boolean; run: () => void };

function Tool({ name, icon, said, run }: ToolProps) {
  const phone = useIsPhone();
  return (
    <Button size={phone ? 'middle' : 'small'} type="text" icon={icon} aria-label={name} title={name} onClick={run}>
      {said && name}
    </Button>
  );
}

function Zoom() {
  const t = useWords(sourceWords);
  const flow = useReactFlow();
  return (
    <>
      <Tool name={t('smaller')} icon={<ZoomOutOutlined />} run={() => void flow.zoomOut()} />
      <Tool name={t('larger')} icon={<ZoomInOutlined />} run={() => void flow.zoomIn()} />
      <Tool
        name={t('whole')}
        icon={<CompressOutlined />}
        run={() => void flow.fitView({ maxZoom: 1.15, padding: { top: '52px', x: '22px', bottom: '22px' } })}
      />
    </>
  );
}
