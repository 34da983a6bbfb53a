/** Writing on a node: layer and kind in one choice, and the words. Enter saves, Tab saves and goes on below, Esc discards. */
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { type CauseKind, kinds, type Layer, layers } from '#cause/cause.ts';
import { causeWords } from '#web/causes/cause.words.ts';
import { composes } from '#web/causes/keys.ts';
import { type Draft, useTheDesk } from '#web/causes/use-desk.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const kindList = Object.entries(kinds) as [CauseKind, (typeof kinds)[CauseKind]][];
const layerList = Object.entries(layers) as [Layer, (typeof layers)[Layer]][];

export function NodeEditor({ draft }: { draft: Draft }) {
  const t = useWords(causeWords);
  const say = useSaid();
  const desk = useTheDesk();
  const text = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const field = text.current;
    field?.focus({ preventScroll: true });
    field?.setSelectionRange(field.value.length, field.value.length);
  }, []);
  const put = (patch: Partial<Draft>) => desk.setDraft({ ...draft, ...patch });
  const onKeyDown = (event: KeyboardEvent) => {
    if (composes(event)) return;
    const writes = event.target === text.current;
    const tab = event.key === 'Tab' && !event.shiftKey && writes && draft.of === 'cause' && !draft.conflict;
    const enter = event.key === 'Enter' && writes && !event.shiftKey;
    event.stopPropagation();
    if (!tab && !enter && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'Escape') return desk.leave();
    void desk.keep(draft);
    if (tab && draft.words.trim()) desk.addBelowOf(draft);
  };
  const theirs = draft.conflict && !draft.fresh ? desk.rows.find((row) => row.id === draft.id) : undefined;
  const current =
    theirs?.kind === 'cause' ? theirs.cause.words : theirs?.kind === 'measure' ? theirs.measure.words : '';
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside are handled in one place
    <div className="node-editor nodrag nopan nowheel" onKeyDown={onKeyDown}>
      {draft.of === 'cause' ? (
        <select
          aria-label={t('kind')}
          value={draft.kind}
          onChange={({ target }) => {
            const kind = target.value as CauseKind;
            put({ kind, layer: kinds[kind].layer });
          }}
        >
          {layerList.map(([layer, said]) => (
            <optgroup key={layer} label={say(said)}>
              {kindList
                .filter(([, kind]) => kind.layer === layer)
                .map(([key, kind]) => (
                  <option key={key} value={key}>
                    {say(said)} · {say(kind)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      ) : (
        <select
          aria-label={t('layer')}
          value={draft.layer}
          onChange={({ target }) => put({ layer: target.value as Layer })}
        >
          {layerList.map(([layer, said]) => (
            <option key={layer} value={layer}>
              {say(said)}
            </option>
          ))}
        </select>
      )}
      <textarea
        ref={text}
        rows={2}
        maxLength={300}
        aria-label={t(draft.of === 'cause' ? 'words' : 'measureWords')}
        placeholder={t(draft.of === 'cause' ? 'wordsHint' : 'measureHint')}
        value={draft.words}
        onChange={({ target }) => put({ words: target.value })}
      />
      {draft.conflict && (
        <p className="node-conflict" role="alert">
          {say(draft.conflict)} {current && t('nowIs', { words: current })}
        </p>
      )}
      <p className="node-editor-foot">
        <button type="button" className="link" onClick={() => void desk.keep(draft)}>
          {t('save')}
        </button>
        <button type="button" className="link" onClick={desk.leave}>
          {t('leave')}
        </button>
        <span className="faint">{t('editKeys')}</span>
      </p>
    </div>
  );
}
