/** What was found about a cause, by whom and on what grounds; and the finding of whoever may confirm. */
import { Form, Input } from 'antd';
import { useState } from 'react';
import { type CauseNode, causeApi } from '#cause/cause.api.ts';
import { states, steps } from '#cause/cause.ts';
import { causeWords } from '#web/causes/cause.words.ts';
import { StepButton } from '#web/causes/step-button.tsx';
import { useTheDesk } from '#web/causes/use-desk.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const findings = { confirm: 'confirmed', refute: 'refuted', doubt: 'unverified' } as const;
type Finding = keyof typeof findings;

export function FindingPart({ cause }: { cause: CauseNode }) {
  const t = useWords(causeWords);
  const say = useSaid();
  const times = useTimes();
  const { editing } = useTheDesk();
  const [asked, setAsked] = useState<Finding | null>(null);
  const { judged, buttons, state } = cause;
  // Of the three only those that lead on from here; the others explain themselves nowhere better than by not being there.
  const now: Finding[] = state === 'unverified' ? ['confirm', 'refute'] : ['doubt'];
  return (
    <section>
      <h3>{t('finding')}</h3>
      {judged ? (
        <figure className="node-finding">
          <blockquote className="verbatim">{judged.words}</blockquote>
          <figcaption className="faint">
            {t(state === 'refuted' ? 'refutedBy' : 'confirmedBy', { name: judged.by.name })}{' '}
            <time dateTime={judged.at} title={times.exact(judged.at)}>
              {times.near(judged.at)}
            </time>
          </figcaption>
        </figure>
      ) : (
        <p className="faint">{say(states.unverified)}</p>
      )}
      <p className="node-actions">
        {now.map((step) => (
          <StepButton
            key={step}
            buttons={buttons}
            step={step}
            words={say(steps[step])}
            run={() => setAsked(step)}
            main={step === 'confirm'}
          />
        ))}
      </p>
      {asked && (
        <ActionDialog
          title={say(steps[asked])}
          how={t('findingHow')}
          route={causeApi.judge}
          args={({ words }: { words: string }, id) => ({
            params: { id: cause.id },
            body: { id, version: cause.version, finding: findings[asked], words },
          })}
          done={() => t('found', { what: say(steps[asked]) })}
          onDone={editing.heard}
          onClose={() => setAsked(null)}
        >
          <Form.Item
            name="words"
            label={t('findingWords')}
            rules={[{ required: true, whitespace: true, message: t('none') }]}
          >
            <Input.TextArea autoFocus autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2000} />
          </Form.Item>
        </ActionDialog>
      )}
    </section>
  );
}
