/** The line as a list, stage below stage: each thing with what led to it, by whom, when and why. The view of phones and screen readers. */

import { useEdgeSaid } from '#web/source/edge-card.tsx';
import type { LineEdge, LineNode } from '#web/source/line-graph.ts';
import { columns } from '#web/source/line-graph.ts';
import { countIn } from '#web/source/line-heads.tsx';
import { NodeFace } from '#web/source/node-face.tsx';
import { columnNames, sourceWords } from '#web/source/source.words.ts';
import { useLine } from '#web/source/use-line.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';

/** Things of a stage that stand open; the rest is folded. */
const OPEN = 8;

export function LineList() {
  const say = useSaid();
  const numbers = useNumbers();
  const { things, graph } = useLine();
  return (
    <ol className="line-list">
      {columns.map((column) => {
        const count = countIn(things, column);
        return (
          <li key={column} className={count === 0 ? 'is-empty' : ''}>
            <h2>
              {say(columnNames[column])} {count > 0 && <span className="figures quiet">{numbers.whole(count)}</span>}
            </h2>
            <Rows nodes={inTrees(graph.nodes.filter((node) => node.column === column))} />
          </li>
        );
      })}
    </ol>
  );
}

/** Each below what it stands under. */
function inTrees(nodes: readonly LineNode[]): LineNode[] {
  const branch = (node: LineNode): LineNode[] => [
    node,
    ...nodes.filter(({ under }) => under === node.id).flatMap(branch),
  ];
  return nodes.filter(({ under }) => under === null).flatMap(branch);
}

function Rows({ nodes }: { nodes: readonly LineNode[] }) {
  const t = useWords(sourceWords);
  const [open, rest] = nodes.length > OPEN + 2 ? [nodes.slice(0, OPEN), nodes.slice(OPEN)] : [nodes, []];
  return (
    <>
      <ul>
        {open.map((node) => (
          <Row key={node.id} node={node} />
        ))}
      </ul>
      {rest.length > 0 && (
        <details>
          <summary>{t('moreThings', { count: rest.length })}</summary>
          <ul>
            {rest.map((node) => (
              <Row key={node.id} node={node} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Row({ node }: { node: LineNode }) {
  const { graph, lit } = useLine();
  const into = graph.edges.filter(({ to }) => to === node.id);
  const state = lit === null ? '' : lit.nodes.has(node.id) ? 'is-lit' : 'is-dim';
  return (
    <li className={state} style={{ '--depth': Math.min(node.depth, 4) } as React.CSSProperties}>
      <Into edges={into} />
      <NodeFace node={node} />
    </li>
  );
}

/** How it came to be: one line, and what else led to it folded. */
function Into({ edges }: { edges: readonly LineEdge[] }) {
  const t = useWords(sourceWords);
  const saidOf = useEdgeSaid();
  const all = edges.flatMap((edge) => {
    const { ends, said, rest } = saidOf(edge);
    const words = rest > 0 ? [...said, t('moreThese', { count: rest })] : said;
    return words.map((one, index) => ({ key: `${edge.id} ${one}`, ends: index === 0 ? ends : null, said: one }));
  });
  const line = ({ key, ends, said }: (typeof all)[number]) => (
    <p key={key} className="line-into">
      {ends && <span className="faint">{ends}</span>} {said}
    </p>
  );
  if (all.length === 0) return null;
  return (
    <>
      {all.slice(0, 1).map(line)}
      {all.length > 1 && (
        <details className="line-into-rest">
          <summary>{t('moreThese', { count: all.length - 1 })}</summary>
          {all.slice(1).map(line)}
        </details>
      )}
    </>
  );
}
