/** The page of the source line (溯源链): from what people said to what changed, as a map, as a list on the phone, and on one A3 sheet. */
import ArrowLeftOutlined from '@ant-design/icons/ArrowLeftOutlined';
import { ReactFlowProvider } from '@xyflow/react';
import { useMemo, useState } from 'react';
import { type SourceLine, type StartKind, sourceLineApi, startKinds } from '#views/source-line.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { useIsPhone } from '#web/look/phone.ts';
import { useIsPrinting } from '#web/look/printing.ts';
import { useCell } from '#web/place/cell.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { Empty } from '#web/show/empty.tsx';
import { Watermark } from '#web/show/watermark.tsx';
import { graphOf, unfolded } from '#web/source/line-graph.ts';
import { LineList } from '#web/source/line-list.tsx';
import { LineMap } from '#web/source/line-map.tsx';
import { Legend, LinePaper } from '#web/source/line-paper.tsx';
import { focused, pathAlong, pathThrough } from '#web/source/line-path.ts';
import { mainOf, thingsOf } from '#web/source/line-things.ts';
import { sourceWords } from '#web/source/source.words.ts';
import { Summary } from '#web/source/source-summary.tsx';
import { SourceTools, viewCell } from '#web/source/source-tools.tsx';
import { type Hot, type Line, LineContext } from '#web/source/use-line.ts';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { useWords } from '#web/words/words.ts';
import '#web/source/source.css';
import '#web/source/face.css';

const isKind = (kind: string | undefined): kind is StartKind => startKinds.some((one) => one === kind);

export function SourcePage() {
  const t = useWords(sourceWords);
  const { params } = usePlace();
  const { kind, id } = params;
  if (!isKind(kind)) return <Empty title={t('gone')} />;
  return <Loaded key={`${kind} ${id}`} kind={kind} id={id!} />;
}

function Loaded({ kind, id }: { kind: StartKind; id: string }) {
  const t = useWords(sourceWords);
  const read = useRead(sourceLineApi.line, { query: { kind, id, signals: 'folded' } });
  return (
    <ReadThing read={read} gone={t('gone')}>
      {(line) => (
        <Watermark fills>
          <ReactFlowProvider>
            <Shown line={line} kind={kind} id={id} />
          </ReactFlowProvider>
        </Watermark>
      )}
    </ReadThing>
  );
}

function Shown({ line, kind, id }: { line: SourceLine; kind: StartKind; id: string }) {
  const t = useWords(sourceWords);
  const phone = useIsPhone();
  const printing = useIsPrinting();
  const list = useCell(viewCell) === 'list' || phone;
  const held = useHeld(line, kind, id);
  const { number, title, id: problemId } = mainOf(line);
  useTitle(t('of', { number }));
  return (
    <LineContext.Provider value={held}>
      <article className="source" aria-label={`${t('title')} ${title}`}>
        <header className="source-head">
          <p className="thing-line">
            <Go to={`/problems/${problemId}`}>
              <ArrowLeftOutlined aria-hidden /> <span className="figures">{number}</span> {title}
            </Go>
          </p>
          <h1>{t('title')}</h1>
          <SourceTools kind={kind} id={id} number={number} />
          <Summary />
        </header>
        {list ? (
          <LineList />
        ) : (
          <div className="source-body">
            <LineMap />
            <Legend />
          </div>
        )}
        {printing && <LinePaper />}
      </article>
    </LineContext.Provider>
  );
}

/** The line with what is unfolded and lit: what is pointed at, else what the address says to look at, else whence one came. */
function useHeld(line: SourceLine, kind: StartKind, id: string): Line {
  const { search } = usePlace();
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const [hot, setHot] = useState<Hot>(null);
  const [left, setLeft] = useState(false);
  const things = useMemo(() => thingsOf(line), [line]);
  const graph = useMemo(() => graphOf(line, { ...unfolded, open }), [line, open]);
  const wanted = left ? undefined : (search.focus ?? (kind === 'problem' ? undefined : id));
  const pinned = useMemo(() => (wanted ? focused(graph, line, wanted) : []), [graph, line, wanted]);
  const hotId = hot?.id;
  const lit = useMemo(() => {
    const edge = graph.edges.find((one) => one.id === hotId);
    if (edge) return pathAlong(graph, edge);
    if (hotId !== undefined) return pathThrough(graph, [hotId]);
    return pinned.length > 0 ? pathThrough(graph, pinned) : null;
  }, [graph, hotId, pinned]);
  return {
    things,
    graph,
    lit,
    hot,
    light: setHot,
    unpin: () => setLeft(true),
    unfold: (stack) => setOpen(new Set([...open, stack])),
  };
}
