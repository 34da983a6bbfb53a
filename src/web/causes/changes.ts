/** Changes on the canvas as data: how the canvas looks after one at once, what takes it back, and the call that makes it. */
import type { Canvas, CauseNode, MeasureCard } from '#cause/cause.api.ts';
import { causeApi } from '#cause/cause.api.ts';
import { type CauseKind, lifeCycle as causeCycle, type Layer } from '#cause/cause.ts';
import { lifeCycle as measureCycle } from '#cause/measure.ts';
import { newId } from '#platform/ids.ts';
import { openSteps } from '#rules/steps.ts';
import { call } from '#web/call/call.ts';

export type Described = { layer: Layer; kind: CauseKind; words: string };
export type Answer = { layer: Layer; words: string; causes: string[] };

export type Change =
  | { does: 'add'; id: string; parentId: string | null; described: Described }
  | { does: 'describe'; id: string; described: Described }
  | { does: 'rehang'; id: string; parentId: string | null }
  | { does: 'withdraw'; id: string }
  | { does: 'restore'; id: string; was: CauseNode }
  | { does: 'link' | 'unlink'; id: string }
  | { does: 'propose' | 'answer'; id: string; answer: Answer }
  | { does: 'drop' | 'takeUp'; id: string }
  | { does: 'pair' | 'part'; id: string; withId: string };

export type Did = Change['does'];

const tracer = new Set(['tracer'] as const);

const newCause = (id: string, parentId: string | null, described: Described): CauseNode => ({
  id,
  parentId,
  rootHere: parentId === null,
  ...described,
  state: 'unverified',
  judged: null,
  evidence: [],
  elsewhere: 0,
  buttons: openSteps(causeCycle, 'unverified', tracer),
  version: 0,
});

const newMeasure = (id: string, answer: Answer): MeasureCard => ({
  id,
  ...answer,
  state: 'proposed',
  together: [],
  buttons: openSteps(measureCycle, 'proposed', tracer),
  version: 0,
});

/** The canvas as it will be. Applied twice it is the same: an answer of the server may hold the change already. */
export function applied(canvas: Canvas, change: Change): Canvas {
  const { causes, measures } = canvas;
  const onCause = (make: (node: CauseNode) => CauseNode) => ({
    ...canvas,
    causes: causes.map((node) => (node.id === change.id ? make(node) : node)),
  });
  const onMeasure = (make: (card: MeasureCard) => MeasureCard) => ({
    ...canvas,
    measures: measures.map((card) => (card.id === change.id ? make(card) : card)),
  });
  const withCause = (node: CauseNode) =>
    causes.some(({ id }) => id === node.id) ? canvas : { ...canvas, causes: [...causes, node] };
  const withMeasure = (card: MeasureCard) =>
    measures.some(({ id }) => id === card.id) ? canvas : { ...canvas, measures: [...measures, card] };
  switch (change.does) {
    case 'add':
      return withCause(newCause(change.id, change.parentId, change.described));
    case 'describe':
      return onCause((node) => ({ ...node, ...change.described }));
    case 'rehang':
      return onCause((node) => ({ ...node, parentId: change.parentId, rootHere: change.parentId === null }));
    case 'withdraw':
      return { ...canvas, causes: causes.filter((node) => node.id !== change.id) };
    case 'restore':
      return withCause(change.was);
    case 'propose':
      return withMeasure(newMeasure(change.id, change.answer));
    case 'answer':
      return onMeasure((card) => ({ ...card, ...change.answer }));
    case 'drop':
      return onMeasure((card) => ({ ...card, state: 'dropped', buttons: openSteps(measureCycle, 'dropped', tracer) }));
    case 'takeUp':
      return onMeasure((card) => ({
        ...card,
        state: 'proposed',
        buttons: openSteps(measureCycle, 'proposed', tracer),
      }));
    case 'pair':
    case 'part': {
      const turned = (card: MeasureCard, other: string) => {
        const rest = card.together.filter((id) => id !== other);
        return { ...card, together: change.does === 'pair' ? [...rest, other] : rest };
      };
      const { id, withId } = change;
      return {
        ...canvas,
        measures: measures.map((card) =>
          card.id === id ? turned(card, withId) : card.id === withId ? turned(card, id) : card,
        ),
      };
    }
    default:
      // A cause linked or taken off comes with all that hangs on it: the server knows what that is.
      return canvas;
  }
}

/** What takes the change back on the canvas as it stands before it; nothing where the thing is gone already. */
export function inverseOf({ causes, measures }: Canvas, change: Change): Change | undefined {
  const { id } = change;
  const node = causes.find((one) => one.id === id);
  const card = measures.find((one) => one.id === id);
  switch (change.does) {
    case 'add':
    case 'restore':
      return { does: 'withdraw', id };
    case 'describe':
      return node && { does: 'describe', id, described: { layer: node.layer, kind: node.kind, words: node.words } };
    case 'rehang':
      return node && { does: 'rehang', id, parentId: node.parentId };
    case 'withdraw':
      return node && { does: 'restore', id, was: node };
    case 'link':
      return { does: 'unlink', id };
    case 'unlink':
      return { does: 'link', id };
    case 'propose':
    case 'takeUp':
      return { does: 'drop', id };
    case 'answer':
      return card && { does: 'answer', id, answer: { layer: card.layer, words: card.words, causes: card.causes } };
    case 'drop':
      // One that was adopted is adopted again by whoever may, not by undoing.
      return card?.state === 'proposed' ? { does: 'takeUp', id } : undefined;
    case 'pair':
      return { ...change, does: 'part' };
    case 'part':
      return { ...change, does: 'pair' };
  }
}

/** One verb of the server. @throws Refusal */
export function send(problemId: string, change: Change, version: number): Promise<{ id: string; version: number }> {
  const params = { id: change.id };
  const decision = { id: newId(), version };
  switch (change.does) {
    case 'add':
      return call(causeApi.add, {
        params: { id: problemId },
        body: { id: change.id, parentId: change.parentId, ...change.described },
      });
    case 'describe':
      return call(causeApi.describe, { params, body: { ...decision, ...change.described } });
    case 'rehang':
      return call(causeApi.rehang, { params, body: { ...decision, parentId: change.parentId } });
    case 'withdraw':
      return call(causeApi.withdraw, { params, body: decision });
    case 'restore':
      return call(causeApi.restore, { params, body: decision });
    case 'link':
      return call(causeApi.link, { params, body: { ...decision, problemId } });
    case 'unlink':
      return call(causeApi.unlink, { params, body: { ...decision, problemId } });
    case 'propose':
      return call(causeApi.propose, { params: { id: problemId }, body: { id: change.id, ...change.answer } });
    case 'answer':
      return call(causeApi.describeMeasure, { params, body: { ...decision, ...change.answer } });
    case 'drop':
      return call(causeApi.judgeMeasure, { params, body: { ...decision, finding: 'dropped' } });
    case 'takeUp':
      return call(causeApi.judgeMeasure, { params, body: { ...decision, finding: 'proposed' } });
    default:
      return call(causeApi.pair, {
        params,
        body: { ...decision, withId: change.withId, together: change.does === 'pair' },
      });
  }
}
