/** Beside the canvas: a measure, the causes it answers, the measures it is carried out together with, and what became of it. */
import { Button, Checkbox, Form, Input } from 'antd';
import { useState } from 'react';
import { causeApi, type MeasureCard } from '#cause/cause.api.ts';
import { layers } from '#cause/cause.ts';
import { states, steps } from '#cause/measure.ts';
import { causeWords } from '#web/causes/cause.words.ts';
import { NodeActions } from '#web/causes/node-actions.tsx';
import { StepButton } from '#web/causes/step-button.tsx';
import { useTheDesk } from '#web/causes/use-desk.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { SourceLink } from '#web/source/source-link.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

export function MeasurePane({ measure, bare }: { measure: MeasureCard; bare: boolean }) {
  const t = useWords(causeWords);
  const say = useSaid();
  return (
    <>
      <p className="thing-line">
        <span>{t('measureOf', { layer: say(layers[measure.layer]) })}</span>
        <StateTag state={states[measure.state]} />
        <SourceLink kind="measure" id={measure.id} />
      </p>
      <h2 className="verbatim">{measure.words}</h2>
      {!bare && <NodeActions />}
      <JudgePart measure={measure} />
      <PairPart measure={measure} />
      <AnswersPart measure={measure} />
    </>
  );
}

const findings = { adopt: 'adopted', restore: 'proposed' } as const;
type Finding = keyof typeof findings;

function JudgePart({ measure }: { measure: MeasureCard }) {
  const t = useWords(causeWords);
  const say = useSaid();
  const { editing } = useTheDesk();
  const [asked, setAsked] = useState<Finding | null>(null);
  const step: Finding = measure.state === 'dropped' ? 'restore' : 'adopt';
  return (
    <p className="node-actions">
      {measure.state !== 'adopted' && (
        <StepButton buttons={measure.buttons} step={step} words={say(steps[step])} run={() => setAsked(step)} main />
      )}
      {asked && (
        <ActionDialog
          title={say(steps[asked])}
          route={causeApi.judgeMeasure}
          args={({ words }: { words?: string }, id) => ({
            params: { id: measure.id },
            body: { id, version: measure.version, finding: findings[asked], words: words ?? '' },
          })}
          done={() => t('found', { what: say(steps[asked]) })}
          onDone={editing.heard}
          onClose={() => setAsked(null)}
        >
          <Form.Item name="words" label={t('note')}>
            <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2000} />
          </Form.Item>
        </ActionDialog>
      )}
    </p>
  );
}

function PairPart({ measure }: { measure: MeasureCard }) {
  const t = useWords(causeWords);
  const { canvas, editing, pairing, mayTrace } = useTheDesk();
  const others = canvas.measures.filter((one) => one.layer !== measure.layer && one.version > 0);
  const turn = (other: MeasureCard, together: boolean) =>
    void editing.change(
      { does: together ? 'pair' : 'part', id: measure.id, withId: other.id },
      { seen: measure.version },
    );
  return (
    <section>
      <h3>{t('together')}</h3>
      {others.length === 0 && <p className="faint">{t('noPartner')}</p>}
      <ul className="node-choices">
        {others.map((other, index) => {
          const tied = measure.together.includes(other.id);
          return (
            <li key={other.id}>
              <Button
                {...(index === 0 && { ref: pairing })}
                type={tied ? 'primary' : 'default'}
                ghost={tied}
                aria-pressed={tied}
                disabled={!mayTrace}
                onClick={() => turn(other, !tied)}
              >
                <span className="one-line">{other.words}</span>
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function AnswersPart({ measure }: { measure: MeasureCard }) {
  const t = useWords(causeWords);
  const { canvas, editing, mayTrace } = useTheDesk();
  const open = mayTrace && measure.buttons.some((button) => button.step === 'describe' && !button.closed);
  const causes = canvas.causes.filter((cause) => cause.state !== 'refuted' || measure.causes.includes(cause.id));
  const turn = (id: string) => {
    const had = measure.causes.includes(id);
    const next = had ? measure.causes.filter((one) => one !== id) : [...measure.causes, id];
    const answer = { layer: measure.layer, words: measure.words, causes: next };
    void editing.change({ does: 'answer', id: measure.id, answer }, { seen: measure.version });
  };
  return (
    <section>
      <h3>{t('answers')}</h3>
      <ul className="node-choices">
        {causes.map((cause) => {
          const last = measure.causes.length === 1 && measure.causes[0] === cause.id;
          return (
            <li key={cause.id}>
              <Checkbox
                checked={measure.causes.includes(cause.id)}
                disabled={!open || last || cause.version === 0}
                onChange={() => turn(cause.id)}
              >
                {cause.words}
              </Checkbox>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
