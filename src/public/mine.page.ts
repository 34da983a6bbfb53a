/** The page of one's own matter: where it stands, what happened, what the city says and asks, and what one can say. */
import { sayMoment } from '#clock/say.ts';
import type { CityKeys } from '#platform/keys.ts';
import { choices, type Form, textField } from '#public/field.ts';
import { satisfiedWords, solvedWords, followWords as words } from '#public/follow.words.ts';
import type { Followed, Step } from '#public/followed.view.ts';
import { type Html, html, lines, type Part } from '#public/html.ts';
import { addressIn, type Look, speaker } from '#public/look.ts';
import { type Errors, errorSummary, type Page, type Place } from '#public/page.ts';
import { photoField } from '#public/report.page.ts';
import { sayState } from '#public/say-state.ts';
import { someUnit, stepWords } from '#public/state.words.ts';
import { newForm, purposeOf, readForm } from '#public/token.ts';
import type { Photo } from '#signal/report.actions.ts';
import { dispositionCodes, matters } from '#signal/signal.ts';

/** What was typed before it was refused, and into which of the forms. */
export type MineTyped = {
  which: 'reply' | 'rating' | 'wish' | null;
  token: string;
  question: string;
  words: string;
  solved: string;
  satisfied: string;
  photos: readonly Photo[];
  errors: Errors;
};

export const untyped: MineTyped = {
  ...{ which: null, token: '', question: '', words: '', solved: '', satisfied: '', photos: [], errors: {} },
};

type Context = { place: Place; keys: CityKeys; now: Date; of: Followed; typed: MineTyped };

export function minePage(context: Context, done: Part, more: Partial<Page> = {}): Page {
  const { place, now, of, typed } = context;
  const { look, base } = place;
  const say = speaker(look);
  const when = (at: Date) => html`<time datetime="${at.toISOString()}">${sayMoment(at, look.language, now)}</time>`;
  const state = stateOf(of, look, now);
  const over = of.disposition !== null || of.state === 'closed';
  const unit = of.unit && (of.hidden ? say(words.unitHidden) : of.unit);
  const facts = html`<dl><dt>${say(words.number)}</dt><dd>${of.number}</dd><dt>${say(words.received)}</dt><dd>${when(of.receivedAt)}</dd>
<dt>${say(words.kind)}</dt><dd>${say(matters[of.matter])}</dd>${unit && html`<dt>${say(words.unit)}</dt><dd>${unit}</dd>`}</dl>`;
  const body = html`<h1>${say(words.mine)}</h1>${errorSummary(typed.errors, look)}${done}
<p><span class="state${over ? ' done' : ''}">${state}</span></p>${of.erased && html`<div class="note"><p>${say(words.erased)}</p></div>`}
${facts}${questions(context)}${answers(of, say(words.answers), when)}
<h2>${say(words.steps)}</h2><ol class="steps">${of.steps.map((step) => html`<li>${when(step.at)}<p>${stepIn(step, of, say)}</p></li>`)}</ol>
${parts(of, look, now)}${!of.erased && html`<h2>${say(words.myWords)}</h2>${lines(of.words)}`}
${rating(context)}${wish(context)}
<form method="post" action="${addressIn(base, look, '/mine/leave')}" class="no-print"><button class="plain">${say(words.leave)}</button></form>`;
  return { title: say(words.mine), body, path: '/mine', secret: true, ...more };
}

type Say = ReturnType<typeof speaker>;
type When = (at: Date) => Html;

function stepIn({ what, unit }: Step, of: Followed, say: Say): string {
  return say(stepWords[what], { unit: of.hidden || !unit ? say(someUnit) : unit });
}

function stateOf({ state, reviewOn, disposition }: Followed['parts'][0], look: Look, now: Date): string {
  return disposition ? speaker(look)(dispositionCodes[disposition]) : sayState(state, reviewOn, look, now);
}

function parts({ parts: all }: Followed, look: Look, now: Date): Part {
  const say = speaker(look);
  return (
    all.length > 0 &&
    html`<div class="note"><p>${say(words.parts)}</p><ul>${all.map((one) => html`<li>${one.number}：${stateOf(one, look, now)}</li>`)}</ul></div>`
  );
}

const answers = ({ answers: all }: Followed, title: string, when: When): Part =>
  all.length > 0 &&
  html`<h2>${title}</h2>${all.map(({ at, words: said }) => html`<p class="quiet">${when(at)}</p>${lines(said)}`)}`;

/** One form a question; what is typed into it comes back with its errors. */
function questions(context: Context): Part {
  const { place, of } = context;
  const say = speaker(place.look);
  return of.questions.map((one) => {
    const asked = html`<h2>${say(words.questions)}</h2><p class="quiet">${say(words.asked, { when: sayMoment(one.at, place.look.language, context.now) })}</p>${lines(one.words)}`;
    if (one.answer !== null)
      return html`${asked}<p class="quiet">${say(words.replied, { when: sayMoment(one.answeredAt!, place.look.language, context.now) })}</p>${lines(one.answer)}`;
    const mine = context.typed.which === 'reply' && context.typed.question === one.id;
    const { form, head, typed } = begin(context, 'reply', mine);
    const id = readForm(context.keys, purposeOf('reply', of.id), head.token)!.id;
    return html`<div class="mind">${asked}<form method="post" action="${head.action}" enctype="multipart/form-data" novalidate>${head.hidden}
<input type="hidden" name="question" value="${one.id}">
${textField(form, { id: 'reply', label: words.reply, value: typed.words, rows: 4 })}${photoField(form, context.keys, { id, photos: typed.photos })}
<button class="main">${say(words.sendReply)}</button></form></div>`;
  });
}

function rating(context: Context): Part {
  const { of, place } = context;
  const say = speaker(place.look);
  const last = of.rating;
  const before =
    last &&
    html`<h2>${say(words.rated, { when: sayMoment(last.at, place.look.language, context.now) })}</h2><p>${say(solvedWords[last.solved])}${last.satisfied && html` · ${say(satisfiedWords[last.satisfied]!)}`}</p>`;
  if (!of.mayRate) return before;
  const { form, head, typed } = begin(context, 'rating', context.typed.which === 'rating');
  const list = (table: Record<string, { zh: string; en: string }>) =>
    Object.entries(table).map(([value, said]) => ({ value, label: say(said) }));
  const satisfied = list(satisfiedWords).reverse();
  const fields = html`<form method="post" action="${head.action}" novalidate>${head.hidden}
${choices(form, { id: 'solved', label: words.solved, value: typed.solved, options: list(solvedWords) })}
${choices(form, { id: 'satisfied', label: words.satisfied, value: typed.satisfied, options: satisfied })}
${textField(form, { id: 'rating-words', label: words.more, optional: true, value: typed.words, rows: 3, max: 2_000 })}
<button class="main">${say(words.sendRating)}</button></form>`;
  const shown = context.typed.which === 'rating' && html` open`;
  return last
    ? html`${before}<details${shown}><summary>${say(words.rateAgain)}</summary>${fields}</details>`
    : html`<h2>${say(words.rate)}</h2>${fields}`;
}

function wish(context: Context): Part {
  const { of, place } = context;
  const say = speaker(place.look);
  const told = of.wishes.map(({ at, outcome, decidedAt, decision }) => {
    const whenSaid = (moment: Date) => sayMoment(moment, place.look.language, context.now);
    if (outcome === null) return html`<p class="note">${say(words.wishWaits, { when: whenSaid(at) })}</p>`;
    if (outcome === 'granted') return html`<p>${say(words.wishGranted, { when: whenSaid(decidedAt!) })}</p>`;
    return html`<p>${say(words.wishDeclined, { when: whenSaid(decidedAt!) })}</p>${lines(decision ?? '')}`;
  });
  if (!of.mayWish) return told.length > 0 && html`<h2>${say(words.wish)}</h2>${told}`;
  const { form, head, typed } = begin(context, 'wish', context.typed.which === 'wish');
  return html`<h2>${say(words.wish)}</h2>${told}<p>${say(words.wishHow)}</p><form method="post" action="${head.action}" novalidate>${head.hidden}
${textField(form, { id: 'wish-words', label: words.wishReason, value: typed.words, rows: 4, max: 2_000 })}
<button class="main">${say(words.sendWish)}</button></form>`;
}

/** A form keeps its token while it is corrected: sent twice, it is one. */
function begin({ place, keys, now, of, typed }: Context, which: 'reply' | 'rating' | 'wish', mine: boolean) {
  const token = (mine && typed.token) || newForm(keys, purposeOf(which, of.id), now);
  const form: Form = { look: place.look, errors: mine ? typed.errors : {} };
  const action = addressIn(place.base, place.look, `/mine/${which}`);
  return {
    form,
    typed: mine ? typed : untyped,
    head: { token, action, hidden: html`<input type="hidden" name="form" value="${token}">` },
  };
}
