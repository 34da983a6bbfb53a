/** Beside the canvas: the chosen cause or measure with its evidence, findings, place, other problems and history. */
import { useState } from 'react';
import type { CauseNode } from '#cause/cause.api.ts';
import { states as causeStates, kinds, layers } from '#cause/cause.ts';
import { deskApi } from '#views/desk.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { causeWords } from '#web/causes/cause.words.ts';
import { causeSentences } from '#web/causes/cause-sentences.ts';
import { EvidencePart } from '#web/causes/evidence-part.tsx';
import { FindingPart } from '#web/causes/finding-part.tsx';
import { LinkOtherDialog } from '#web/causes/link-dialogs.tsx';
import { MeasurePane } from '#web/causes/measure-pane.tsx';
import { NodeActions } from '#web/causes/node-actions.tsx';
import { branchOf, ROOT } from '#web/causes/outline.ts';
import { StepButton } from '#web/causes/step-button.tsx';
import { useTheDesk } from '#web/causes/use-desk.ts';
import { Go } from '#web/place/go.tsx';
import { StateTag } from '#web/show/state-tag.tsx';
import { SourceLink } from '#web/source/source-link.tsx';
import { History } from '#web/thing/history.tsx';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/thing/thing.css';

export function NodePane({ bare }: { bare?: boolean }) {
  const t = useWords(causeWords);
  const { chosen, canvas, mayTrace } = useTheDesk();
  // What is being written is no thing yet: its details come once it is saved.
  const saved = chosen.kind === 'problem' || (chosen.kind === 'cause' ? chosen.cause : chosen.measure).version > 0;
  return (
    <div className="node-pane">
      {chosen.kind === 'problem' && (
        <>
          <h2>
            <Go to={`/problems/${canvas.problem.id}`}>{canvas.problem.title}</Go>
          </h2>
          {!bare && <NodeActions />}
          <p className="quiet">{mayTrace ? t('choose') : t('readOnly')}</p>
          <p className="faint">{t('legend')}</p>
          {mayTrace && !bare && <p className="faint">{t('help')}</p>}
        </>
      )}
      {chosen.kind === 'cause' && saved && (
        <CausePane key={chosen.id} cause={chosen.cause} above={chosen.above} bare={bare ?? false} />
      )}
      {chosen.kind === 'measure' && saved && (
        <MeasurePane key={chosen.id} measure={chosen.measure} bare={bare ?? false} />
      )}
    </div>
  );
}

function CausePane({ cause, above, bare }: { cause: CauseNode; above: string; bare: boolean }) {
  const say = useSaid();
  return (
    <>
      <p className="thing-line">
        <span>
          {say(layers[cause.layer])} · {say(kinds[cause.kind])}
        </span>
        <StateTag state={causeStates[cause.state]} />
        {cause.version > 0 && <SourceLink kind="cause" id={cause.id} />}
      </p>
      <h2 className="verbatim">{cause.words}</h2>
      {!bare && <NodeActions />}
      <FindingPart cause={cause} />
      <EvidencePart cause={cause} />
      <PlacePart cause={cause} above={above} />
      <AroundPart cause={cause} />
    </>
  );
}

/** Where it hangs: the way to re-hang it without dragging. */
function PlacePart({ cause, above }: { cause: CauseNode; above: string }) {
  const t = useWords(causeWords);
  const { rows, outline, rehang, mayTrace } = useTheDesk();
  const own = branchOf(outline, cause.id);
  const places = rows.filter((row) => row.kind === 'cause' && (row.id === above || !own.has(row.id)));
  const open = mayTrace && cause.buttons.some((button) => button.step === 'rehang' && !button.closed);
  return (
    <section>
      <h3>
        <label htmlFor={`place-${cause.id}`}>{t('hangs')}</label>
      </h3>
      <select
        id={`place-${cause.id}`}
        className="node-select"
        disabled={!open}
        value={above}
        onChange={({ target }) => rehang(cause.id, target.value === ROOT ? null : target.value)}
      >
        <option value={ROOT}>{t('theProblem')}</option>
        {places.map(
          (row) =>
            row.kind === 'cause' && (
              <option key={row.id} value={row.id}>
                {'\u2003'.repeat(row.depth - 1)}
                {row.cause.words}
              </option>
            ),
        )}
      </select>
    </section>
  );
}

function AroundPart({ cause }: { cause: CauseNode }) {
  const t = useWords(causeWords);
  const { canvas, editing } = useTheDesk();
  const [linking, setLinking] = useState(false);
  const read = useRead(deskApi.cause, { params: { id: cause.id } }, { keep: true });
  const others = (read.data?.problems ?? []).filter((problem) => problem.id !== canvas.problem.id);
  const unseen = read.data ? cause.elsewhere - others.length : 0;
  const takeOff = () => void editing.change({ does: 'unlink', id: cause.id }, { seen: cause.version });
  return (
    <>
      <section>
        <h3>{t('otherProblems')}</h3>
        {cause.elsewhere === 0 && <p className="faint">{t('noOther')}</p>}
        <ul className="node-problems">
          {others.map((problem) => (
            <li key={problem.id}>
              <Go to={`/problems/${problem.id}/causes`}>
                <span className="figures faint">{problem.number}</span> {problem.title}
              </Go>
            </li>
          ))}
        </ul>
        {unseen > 0 && <p className="faint">{t('unseenOthers', { count: unseen })}</p>}
        <p className="node-actions">
          <StepButton buttons={cause.buttons} step="link" words={t('linkOther')} run={() => setLinking(true)} />
          {cause.rootHere && cause.elsewhere > 0 && (
            <StepButton buttons={cause.buttons} step="link" words={t('unlinkHere')} run={takeOff} />
          )}
        </p>
        {linking && <LinkOtherDialog cause={cause} onClose={() => setLinking(false)} />}
      </section>
      <section>
        <h3>{t('history')}</h3>
        {read.data && <History moves={read.data.history} sentences={causeSentences} first={6} />}
      </section>
    </>
  );
}
