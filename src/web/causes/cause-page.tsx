/** The cause canvas of a problem: the tree, the pane of what is chosen, and the tools above; on the phone a list. */
import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined';
import { ReactFlowProvider } from '@xyflow/react';
import { Drawer } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { Canvas } from '#cause/cause.api.ts';
import { CanvasFlow } from '#web/causes/canvas-flow.tsx';
import { CanvasTools, viewCell } from '#web/causes/canvas-tools.tsx';
import { causeWords } from '#web/causes/cause.words.ts';
import { CauseList } from '#web/causes/cause-list.tsx';
import { onNodeKey } from '#web/causes/keys.ts';
import { NodePane } from '#web/causes/node-pane.tsx';
import { type Editing, useCanvas } from '#web/causes/use-canvas.ts';
import { DeskContext, useDesk } from '#web/causes/use-desk.ts';
import { useIsPhone } from '#web/look/phone.ts';
import { useCell } from '#web/place/cell.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { useWords } from '#web/words/words.ts';
import '#web/causes/cause.css';
import '#web/causes/node.css';

export function CausePage() {
  const { params } = usePlace();
  return <Loaded key={params.id} id={params.id!} />;
}

function Loaded({ id }: { id: string }) {
  const t = useWords(causeWords);
  const editing = useCanvas(id);
  const { data: _, ...read } = editing.read;
  return (
    <ReadThing read={{ ...read, data: editing.canvas }} gone={t('gone')}>
      {(canvas) => (
        <ReactFlowProvider>
          <Shown editing={editing} canvas={canvas} />
        </ReactFlowProvider>
      )}
    </ReadThing>
  );
}

function Shown({ editing, canvas }: { editing: Editing; canvas: Canvas }) {
  const t = useWords(causeWords);
  const phone = useIsPhone();
  const view = useCell(viewCell);
  const list = phone || view === 'list';
  const desk = useDesk(editing, canvas, !list);
  const [details, setDetails] = useState(false);
  const tree = useRef<HTMLDivElement>(null);
  const tools = useRef<HTMLDivElement>(null);
  useTitle(`${t('title')} ${canvas.problem.number}`);
  useFollow(tree, desk.pull, desk.draft ? null : desk.chosen.id);
  const away = () => tools.current?.querySelector('button')?.focus();
  const onKeyDown = (event: KeyboardEvent) => onNodeKey(event, desk, away);
  const { causes, measures, problem } = canvas;
  const unverified = causes.filter((cause) => cause.state === 'unverified').length;
  return (
    <DeskContext.Provider value={desk}>
      <article className={list ? 'causes is-list' : 'causes'} aria-label={`${t('title')} ${problem.title}`}>
        <header className="causes-head">
          <p className="thing-line">
            <Go to={`/problems/${problem.id}`}>
              <ArrowLeftOutlined aria-hidden /> <span className="figures">{problem.number}</span> {problem.title}
            </Go>
          </p>
          <h1>{t('title')}</h1>
          <p className="quiet causes-counts">
            {t('counts', { count: causes.length, unverified, measures: measures.length })}
          </p>
          <CanvasTools frame={tools} />
        </header>
        <div ref={tree} role="tree" className="causes-tree" aria-label={t('title')} onKeyDown={onKeyDown}>
          {list ? <CauseList {...(phone && { onDetails: () => setDetails(true) })} /> : <CanvasFlow />}
        </div>
        {!phone && (
          <aside className="causes-pane" aria-label={t('details')}>
            <NodePane />
          </aside>
        )}
        {phone && (
          <Drawer
            open={details}
            placement="bottom"
            size="80%"
            title={t('drawer')}
            onClose={() => setDetails(false)}
            destroyOnHidden
          >
            <NodePane bare />
          </Drawer>
        )}
      </article>
    </DeskContext.Provider>
  );
}

/** The focus goes where the keyboard went: the node may come a moment after it was chosen. */
function useFollow(tree: React.RefObject<HTMLElement | null>, pull: number, id: string | null): void {
  useEffect(() => {
    if (pull === 0 || id === null) return;
    let tries = 0;
    let frame = 0;
    const look = () => {
      const node = tree.current?.querySelector<HTMLElement>(`[data-node="${id}"]`);
      if (!node) {
        if (++tries < 20) frame = requestAnimationFrame(look);
        return;
      }
      const rests = node.querySelector<HTMLElement>('.node-early') ?? node;
      if (document.activeElement !== rests) rests.focus({ preventScroll: true });
      if (!node.closest('.canvas')) node.scrollIntoView({ block: 'nearest' });
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [tree, pull, id]);
}
