/** A node as it is seen on the canvas and in the list: layer and kind in words, state by line and word, what speaks for it. */
import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined';
import LinkOutlined from '@ant-design/icons/LinkOutlined';
import type { ReactNode } from 'react';
import type { CauseNode, MeasureCard } from '#cause/cause.api.ts';
import { states as causeStates, kinds, layers } from '#cause/cause.ts';
import { states as measureStates } from '#cause/measure.ts';
import { causeWords } from '#web/causes/cause.words.ts';
import { EarlyEditor, mayRest } from '#web/causes/early-editor.tsx';
import { NodeEditor } from '#web/causes/node-editor.tsx';
import type { Row } from '#web/causes/outline.ts';
import { useTheDesk } from '#web/causes/use-desk.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

export const counted = ({ evidence }: CauseNode) => ({
  for: evidence.filter((one) => one.side === 'for').length,
  against: evidence.filter((one) => one.side === 'against').length,
});

export function NodeFace({ row }: { row: Row }) {
  const desk = useTheDesk();
  const heard = useHeard(row);
  const chosen = desk.chosen.id === row.id;
  const writing = desk.draft?.id === row.id ? desk.draft : null;
  const rests = chosen && !desk.draft && mayRest(desk, row);
  const look =
    row.kind === 'cause'
      ? `is-${row.cause.layer} is-${row.cause.state}`
      : row.kind === 'measure'
        ? `is-${row.measure.layer} is-${row.measure.state}`
        : '';
  const inside: Record<Row['kind'], () => ReactNode> = {
    problem: () => <ProblemFace />,
    cause: () => row.kind === 'cause' && <CauseFace cause={row.cause} />,
    measure: () => row.kind === 'measure' && <MeasureFace measure={row.measure} />,
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree answers to the keys of all its nodes
    <div
      role="treeitem"
      data-node={row.id}
      className={`node node-${row.kind} ${look}${chosen ? ' is-chosen' : ''}${writing ? ' is-written' : ''}`}
      tabIndex={chosen && !rests ? 0 : -1}
      aria-level={row.depth + (row.kind === 'measure' ? 2 : 1)}
      aria-selected={chosen}
      aria-label={heard}
      onClick={() => !writing && desk.choose(row.id)}
      onDoubleClick={() => !writing && desk.edit(row)}
    >
      {writing ? <NodeEditor key={row.id} draft={writing} /> : inside[row.kind]()}
      {rests && <EarlyEditor row={row} heard={heard} />}
    </div>
  );
}

function useHeard(row: Row): string {
  const t = useWords(causeWords);
  const say = useSaid();
  const { canvas, rows } = useTheDesk();
  if (row.kind === 'problem') return `${t('of', { number: canvas.problem.number })} ${canvas.problem.title}`;
  if (row.kind === 'measure') {
    const { layer, words, state } = row.measure;
    return t('heardMeasure', { layer: say(layers[layer]), words, state: say(measureStates[state]) });
  }
  const { layer, kind, words, state } = row.cause;
  const under = rows.filter((one) => one.above === row.id);
  return t('heard', {
    ...counted(row.cause),
    layer: say(layers[layer]),
    kind: say(kinds[kind]),
    words,
    state: say(causeStates[state]),
    below: under.filter((one) => one.kind === 'cause').length,
    measures: under.filter((one) => one.kind === 'measure').length,
  });
}

function ProblemFace() {
  const t = useWords(causeWords);
  const { canvas } = useTheDesk();
  return (
    <>
      <p className="node-line faint figures">{t('of', { number: canvas.problem.number })}</p>
      <p className="node-words">{canvas.problem.title}</p>
    </>
  );
}

function CauseFace({ cause }: { cause: CauseNode }) {
  const t = useWords(causeWords);
  const say = useSaid();
  const { layer, kind, words, state, judged, elsewhere } = cause;
  const count = counted(cause);
  const by = judged && t(state === 'refuted' ? 'refutedBy' : 'confirmedBy', { name: judged.by.name });
  return (
    <>
      <p className="node-line">
        <span>
          <strong>{say(layers[layer])}</strong> · {say(kinds[kind])}
        </span>
      </p>
      <p className="node-words" title={words}>
        {state === 'refuted' ? <s>{words}</s> : words}
      </p>
      <p className="node-line">
        {by ? (
          <span className={`tag tone-${causeStates[state].tone}`}>{by}</span>
        ) : (
          <StateTag state={causeStates[state]} />
        )}
        <span className="faint">
          {count.for + count.against === 0 ? t('noEvidenceYet') : t('evidenceCount', count)}
        </span>
      </p>
      {elsewhere > 0 && (
        <p className="node-line node-elsewhere">
          <span>
            <ApartmentOutlined aria-hidden /> {t('elsewhere', { count: elsewhere })}
          </span>
        </p>
      )}
    </>
  );
}

function MeasureFace({ measure }: { measure: MeasureCard }) {
  const t = useWords(causeWords);
  const say = useSaid();
  const { layer, words, state, causes, together } = measure;
  return (
    <>
      <p className="node-line">
        <strong>{t('measureOf', { layer: say(layers[layer]) })}</strong>
        <StateTag state={measureStates[state]} />
      </p>
      <p className="node-words" title={words}>
        {state === 'dropped' ? <s>{words}</s> : words}
      </p>
      {(together.length > 0 || causes.length > 1) && (
        <p className="node-line">
          {together.length > 0 && (
            <span className="node-together">
              <LinkOutlined aria-hidden /> {t('withSome')}
            </span>
          )}
          {causes.length > 1 && <span>{t('answersSome', { count: causes.length })}</span>}
        </p>
      )}
    </>
  );
}
