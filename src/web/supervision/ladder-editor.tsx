/** Writing a ladder rung by rung, with what it would change beside it; what cannot be is said where it stands. */
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { dayOf } from '#clock/day.ts';
import { newId } from '#platform/ids.ts';
import { ladderApi } from '#supervision/ladder.api.ts';
import { faultsOf, MOST_RUNGS, presets } from '#supervision/ladder.ts';
import type { Refusal } from '#web/call/refusal.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { Go } from '#web/place/go.tsx';
import { useTitle } from '#web/place/title.ts';
import { usePlace } from '#web/place/use-place.ts';
import { editorWords } from '#web/supervision/editor.words.ts';
import {
  addRung,
  changeRung,
  type Draft,
  draftAfterPreset,
  draftOfLadder,
  dropRung,
  moveRung,
  type Preset,
  rungsOf,
} from '#web/supervision/ladder-draft.ts';
import { LadderFields } from '#web/supervision/ladder-fields.tsx';
import { LadderOutlook } from '#web/supervision/ladder-outlook.tsx';
import { RungCard } from '#web/supervision/rung-card.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { now } from '#web/words/now.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/supervision/supervision.css';
import '#web/supervision/editor.css';

/** `?of=ID`: a new version of that ladder; else a new one. */
export function LadderEditor() {
  const t = useWords(editorWords);
  const { search } = usePlace();
  const read = useRead(ladderApi.list, {});
  const today = dayOf(now());
  return (
    <ReadThing read={read} gone={t('gone')}>
      {({ items }) => {
        const one = items.find(({ id }) => id === search.of);
        return (
          <Editor
            key={one?.id ?? 'new'}
            first={one ? draftOfLadder(one, today) : draftAfterPreset('lights', today)}
            today={today}
          />
        );
      }}
    </ReadThing>
  );
}

function Editor({ first, today }: { first: Draft; today: string }) {
  const t = useWords(editorWords);
  const say = useSaid();
  const { go } = usePlace();
  const [draft, setDraft] = useState(first);
  const [preset, setPreset] = useState<Preset>();
  const [id, setId] = useState(newId);
  const title = t(draft.replaces ? 'editing' : 'making');
  useTitle(title);
  const issue = useVerb(ladderApi.issue, { changes: ['/ladders'], shows: true, done: () => t('issued') });
  const faults = faultsOf(draft.rungs);
  const missing = [
    ...(draft.name.trim() === '' ? [t('name')] : []),
    ...(draft.fallback === null ? [t('fallback')] : []),
    ...(draft.rungs.some(({ person }) => person?.id === '') ? [t('toNamed')] : []),
    ...(draft.reason.trim() === '' ? [t('reason')] : []),
  ];
  const change = (next: Draft) => {
    issue.forget();
    setId(newId());
    setDraft(next);
  };
  const send = async () => {
    const { kind, limitName, condition, name, from, to, replaces, fallback, reason } = draft;
    const of = { kind, limitName, condition, from, to, replaces };
    const outcome = await issue.run({
      body: { ...of, id, name, fallbackId: fallback!.id, rungs: rungsOf(draft), reason },
    });
    if ('reply' in outcome) go('/ladder');
  };
  const takePreset = (chosen: Preset) => {
    setPreset(chosen);
    const { name, rungs, nextKey } = draftAfterPreset(chosen, today);
    change({ ...draft, name: draft.replaces ? draft.name : name, rungs, nextKey });
  };
  const wrong = useWrong(issue.refusal);
  return (
    <article className="desk-page ladder-editor">
      <header>
        <Go to="/ladder">{t('back')}</Go>
        <h1>{title}</h1>
        <p className="quiet">{t('how')}</p>
      </header>
      <div className="ladder-columns">
        <Form layout="vertical" onFinish={() => void send()}>
          <LadderFields draft={draft} today={today} wrong={wrong} onChange={(part) => change({ ...draft, ...part })} />
          <h2>{t('rungs')}</h2>
          <Select
            aria-label={t('preset')}
            placeholder={t('preset')}
            {...(preset && { value: preset })}
            onChange={takePreset}
            options={Object.entries(presets).map(([value, words]) => ({ value, label: say(words) }))}
            popupMatchSelectWidth={false}
          />
          <ol className="rung-cards">
            {draft.rungs.map((rung, nth) => (
              <RungCard
                key={rung.key}
                rung={rung}
                nth={nth}
                count={draft.rungs.length}
                faults={faults.filter((one) => one.nth === nth).map(({ fault }) => fault)}
                onChange={(part) => change(changeRung(draft, nth, part))}
                onMove={(to) => change(moveRung(draft, nth, to))}
                onDrop={() => change(dropRung(draft, nth))}
              />
            ))}
          </ol>
          <Button disabled={draft.rungs.length >= MOST_RUNGS} onClick={() => change(addRung(draft))}>
            {t('add')}
          </Button>
          <Form.Item label={t('reason')} required className="ladder-reason">
            <Input.TextArea
              aria-label={t('reason')}
              autoSize={{ minRows: 2, maxRows: 8 }}
              maxLength={2000}
              value={draft.reason}
              onChange={({ target }) => change({ ...draft, reason: target.value })}
            />
          </Form.Item>
          <Refused refusal={issue.refusal} />
          {missing.length > 0 && <p className="faint">{t('missing', { what: missing.join(t('comma')) })}</p>}
          {faults.length > 0 && <p className="rung-fault">{t('faults', { n: faults.length })}</p>}
          <Button
            type="primary"
            htmlType="submit"
            loading={issue.running}
            disabled={missing.length > 0 || faults.length > 0}
          >
            {title}
          </Button>
        </Form>
        <LadderOutlook
          draft={draft}
          open={faults.length === 0 && draft.rungs.every(({ person }) => person?.id !== '')}
        />
      </div>
    </article>
  );
}

/** The sentences of a refusal by their fields. */
function useWrong(refusal: Refusal | undefined): Record<string, string> {
  const say = useSaid();
  return Object.fromEntries((refusal?.body.fields ?? []).map(({ path, message }) => [path, say(message)]));
}
