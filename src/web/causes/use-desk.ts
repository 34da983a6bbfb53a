/** What the user does on the canvas: what is chosen, what is being written, and every action with the reason where it is closed. */
import { createContext, useContext, useRef, useState } from 'react';
import type { Canvas } from '#cause/cause.api.ts';
import { newId } from '#platform/ids.ts';
import type { Said } from '#platform/problem.ts';
import { causeWords, didWords } from '#web/causes/cause.words.ts';
import type { Change, Described, Did } from '#web/causes/changes.ts';
import { outlineOf, ROOT, type Row, rowsOf, stepFrom, type Way } from '#web/causes/outline.ts';
import type { Editing } from '#web/causes/use-canvas.ts';
import { tell } from '#web/desk/notices.ts';
import { usePlace } from '#web/place/use-place.ts';
import { fill, saidNow } from '#web/words/words.ts';

/** What is being written on a node: of a new one, or of one that stands. `conflict`: somebody was first, in words. */
export type Draft = Described & {
  id: string;
  of: 'cause' | 'measure';
  /** A new one's cause above it (null: the problem), or the cause that a measure answers. */
  fresh: { under: string | null } | null;
  seen: number;
  conflict: Said | null;
};

export type Desk = ReturnType<typeof useDesk>;

export const DeskContext = createContext<Desk | null>(null);

export function useTheDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('outside the canvas');
  return desk;
}

/** Of the change that undoes: what it undoes. */
const tookBack: Record<Did, Did> = {
  add: 'withdraw',
  describe: 'describe',
  rehang: 'rehang',
  withdraw: 'add',
  restore: 'withdraw',
  link: 'unlink',
  unlink: 'link',
  propose: 'drop',
  answer: 'answer',
  drop: 'propose',
  takeUp: 'drop',
  pair: 'part',
  part: 'pair',
};

const first: Described = { layer: 'operational', kind: 'process', words: '' };

/** The draft of a new node stands among the others, where it will be. */
function withDraft(canvas: Canvas, draft: Draft | null): Canvas {
  if (!draft?.fresh) return canvas;
  const { id, layer, kind, words, fresh } = draft;
  const both = { id, layer, words, buttons: [], version: 0 };
  if (draft.of === 'measure') {
    const card = { ...both, state: 'proposed' as const, causes: [fresh.under!], together: [] };
    return { ...canvas, measures: [...canvas.measures, card] };
  }
  const at = { parentId: fresh.under, rootHere: fresh.under === null };
  const cause = { ...both, ...at, kind, state: 'unverified' as const, judged: null, evidence: [], elsewhere: 0 };
  return { ...canvas, causes: [...canvas.causes, cause] };
}

export function useDesk(editing: Editing, server: Canvas, inColumns: boolean) {
  const { search } = usePlace();
  const [chosenId, setChosen] = useState<string>(search.chosen ?? ROOT);
  const [draft, setDraft] = useState<Draft | null>(null);
  /** Raised where the keyboard's focus must follow what is chosen. */
  const [pull, setPull] = useState(0);
  const pairing = useRef<HTMLButtonElement | null>(null);
  const canvas = withDraft(server, draft);
  const outline = outlineOf(canvas);
  const rows = rowsOf(outline);
  const chosen: Row = rows.find((row) => row.id === chosenId) ?? rows[0]!;
  const find = (id: string) => rows.find((row) => row.id === id);

  function choose(id: string, focus = true): void {
    setChosen(id);
    if (focus) setPull((count) => count + 1);
  }

  /** Whether a step is open; says why, where it is not. */
  function open(row: Row, step: string): boolean {
    if (row.kind === 'problem') return false;
    const { buttons } = row.kind === 'cause' ? row.cause : row.measure;
    const button = buttons.find((one) => one.step === step);
    if (button && !button.closed) return true;
    tell(saidNow(button?.closed ?? causeWords.notHere), { tone: 'refused' });
    return false;
  }

  function mayTrace(): boolean {
    if (!server.mayTrace) tell(saidNow(causeWords.readOnly), { tone: 'refused' });
    return server.mayTrace;
  }

  function begin(of: Draft['of'], under: string | null, like: Described): void {
    if (!mayTrace()) return;
    const id = newId();
    setDraft({ ...like, words: '', id, of, fresh: { under }, seen: 0, conflict: null });
    setChosen(id);
  }

  const causeOf = (row: Row) => (row.kind === 'measure' ? find(row.above)! : row);
  const likeOf = (row: Row | undefined): Described => (row?.kind === 'cause' ? row.cause : first);

  function addBelow(row = chosen): void {
    const above = causeOf(row);
    begin('cause', above.kind === 'problem' ? null : above.id, likeOf(above));
  }

  /** Below what is just being saved: like it in layer and kind. */
  const addBelowOf = (written: Draft) => begin('cause', written.id, written);

  function addBeside(row = chosen): void {
    if (row.kind === 'measure') addMeasure(row);
    else if (row.kind === 'problem') addBelow(row);
    else begin('cause', row.above === ROOT ? null : row.above, likeOf(row));
  }

  function addMeasure(row = chosen): void {
    const above = causeOf(row);
    if (above.kind !== 'cause') return;
    begin('measure', above.id, likeOf(above));
  }

  /** @param typed what was typed on the node: it takes the place of the words */
  function edit(row = chosen, typed?: string): void {
    if (row.kind === 'problem' || !mayTrace() || !open(row, 'describe')) return;
    const kept = { conflict: null, fresh: null, of: row.kind, id: row.id };
    if (row.kind === 'cause') {
      const { layer, kind, words, version } = row.cause;
      setDraft({ ...kept, layer, kind, words: typed ?? words, seen: version });
    } else {
      const { layer, words, version } = row.measure;
      setDraft({ ...kept, layer, kind: 'process', words: typed ?? words, seen: version });
    }
    setChosen(row.id);
  }

  function leave(): void {
    const back = draft?.fresh ? (draft.fresh.under ?? ROOT) : chosen.id;
    setDraft(null);
    choose(back);
  }

  /** What was written becomes a change; refused because somebody was first, it stays to be decided on. */
  async function keep(written: Draft): Promise<void> {
    const { id, layer, kind, fresh, of, seen } = written;
    const words = written.words.trim();
    if (!words) return leave();
    setDraft(null);
    choose(id);
    const change = changeOf({ ...written, words });
    const row = find(id);
    const same = !fresh && row?.kind === 'cause' && row.cause.words === words && row.cause.kind === kind;
    const sameCard = !fresh && row?.kind === 'measure' && row.measure.words === words && row.measure.layer === layer;
    if (same || sameCard) return;
    const refusal = await editing.change(change, { seen, silent: true });
    if (!refusal) return;
    const version = Number(refusal.body.detail?.version);
    setDraft(
      (other) => other ?? { ...written, of, words, conflict: refusal.body.message as Said, seen: version || seen },
    );
    tell(saidNow(refusal.body.message as Said), { tone: 'refused' });
  }

  function changeOf({ id, of, fresh, layer, kind, words }: Draft): Change {
    if (of === 'cause') {
      const described = { layer, kind, words };
      return fresh ? { does: 'add', id, parentId: fresh.under, described } : { does: 'describe', id, described };
    }
    const row = find(id);
    const causes = fresh ? [fresh.under!] : row?.kind === 'measure' ? row.measure.causes : [];
    return { does: fresh ? 'propose' : 'answer', id, answer: { layer, words, causes } };
  }

  function withdraw(row = chosen): void {
    if (row.kind === 'problem' || !mayTrace()) return;
    if (!open(row, row.kind === 'cause' ? 'withdraw' : 'drop')) return;
    if (row.kind === 'measure') {
      // It stays as a pale card: that it was thought of and dropped is worth knowing.
      void editing.change({ does: 'drop', id: row.id }, { seen: row.measure.version });
      return;
    }
    const beside = rows.filter((one) => one.above === row.above && one.kind === 'cause' && one.id !== row.id);
    choose(beside[beside.length - 1]?.id ?? row.above);
    void editing.change({ does: 'withdraw', id: row.id }, { seen: row.cause.version });
  }

  function rehang(id: string, parentId: string | null): void {
    const row = find(id);
    if (row?.kind !== 'cause' || !mayTrace() || !open(row, 'rehang')) return;
    if ((row.above === ROOT ? null : row.above) === parentId) return;
    void editing.change({ does: 'rehang', id, parentId }, { seen: row.cause.version });
    choose(id);
  }

  function turn(way: 'undo' | 'redo'): void {
    const did = editing[way]();
    if (!did) {
      tell(saidNow(causeWords.nothingToUndo));
      return;
    }
    // What is sent to undo is the inverse: it is called by what it takes back.
    const back = way === 'undo' ? tookBack[did.does] : did.does;
    tell(fill(saidNow(way === 'undo' ? causeWords.undone : causeWords.redone), { what: saidNow(didWords[back]) }));
    setPull((count) => count + 1);
  }

  return {
    canvas,
    outline,
    rows,
    chosen,
    draft,
    pull,
    editing,
    pairing,
    opens: (step: string) => open(chosen, step),
    mayTrace: server.mayTrace,
    choose,
    setDraft,
    move: (way: Way) => choose(stepFrom(rows, chosen.id, way, inColumns)),
    addBelow,
    addBelowOf,
    addBeside,
    addMeasure,
    edit,
    leave,
    keep,
    withdraw,
    rehang,
    turn,
  };
}
