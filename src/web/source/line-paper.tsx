/** The line on one A3 sheet: folded as far as its words stay readable, with title, city, legend and who printed it. */
import { useMemo } from 'react';
import { useMe } from '#web/desk/me.ts';
import { useCityName } from '#web/place/city-name.ts';
import { Stroke } from '#web/source/line-edge.tsx';
import { LineHeads } from '#web/source/line-heads.tsx';
import { mainOf } from '#web/source/line-things.ts';
import { NodeFace } from '#web/source/node-face.tsx';
import { fitted } from '#web/source/paper-fold.ts';
import { sourceWords } from '#web/source/source.words.ts';
import { Summary } from '#web/source/source-summary.tsx';
import { LineContext, useLine } from '#web/source/use-line.ts';
import { useNow } from '#web/words/now.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export function LinePaper() {
  const t = useWords(sourceWords);
  const times = useTimes();
  const now = useNow();
  const me = useMe();
  const city = useCityName();
  const line = useLine();
  const { things } = line;
  const { graph, laid, zoom, x, y } = useMemo(() => fitted(things), [things]);
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const { number, title } = mainOf(things.line);
  return (
    <LineContext.Provider value={{ ...line, graph, lit: null, hot: null, unfold: null }}>
      <section className="line-paper">
        <header>
          <h1>
            {t('title')} <span className="figures">{number}</span> {title}
          </h1>
          <p>
            {city} · {times.day(now)}
          </p>
          <Summary />
        </header>
        <LineHeads laid={laid} things={things} x={x} zoom={zoom} />
        <div className="paper-frame">
          <div className="paper-line" style={{ transform: `translate(${x}px, ${y}px) scale(${zoom})` }}>
            <svg width={laid.width} height={laid.height} aria-hidden="true">
              {laid.curves.map((curve) => (
                <Stroke key={curve.edge.id} curve={curve} />
              ))}
            </svg>
            {laid.boxes.map(({ id, x: left, y: top, width, height }) => (
              <div key={id} className="line-card" style={{ left, top, width, height }}>
                <NodeFace node={nodes.get(id)!} />
              </div>
            ))}
          </div>
        </div>
        <footer>
          <Legend />
          <span>{t('printedBy', { name: `${me.person.name} ${me.login}`, when: times.exact(now.toISOString()) })}</span>
        </footer>
      </section>
    </LineContext.Provider>
  );
}

export function Legend() {
  const t = useWords(sourceWords);
  return (
    <p className="line-legend">
      <span className="ln-cause is-operational">{t('legendOperational')}</span>
      <span className="ln-cause is-organisational">{t('legendOrganisational')}</span>
      <span className="ln-cause is-unverified">{t('legendUnverified')}</span>
      <span className="is-tied">{t('legendTied')}</span>
    </p>
  );
}
