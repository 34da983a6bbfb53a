/** One's own matter after the code has opened it: looking, replying, rating, asking that it be taken up again, leaving. */
import { NOBODY } from '#people/actor.ts';
import { transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { fieldProblem, Problem, problem, type Said } from '#platform/problem.ts';
import { againPage } from '#public/again.page.ts';
import { first, PHOTOS_MOST, readParts } from '#public/body.ts';
import { followWords as words } from '#public/follow.words.ts';
import { followed } from '#public/followed.view.ts';
import { html } from '#public/html.ts';
import { use } from '#public/limit.store.ts';
import { addressIn, speaker } from '#public/look.ts';
import { type MineTyped, minePage, untyped } from '#public/mine.page.ts';
import type { Errors, Page } from '#public/page.ts';
import { givePass, passOf, takePass } from '#public/pass.ts';
import type { Answer, Put, Visit } from '#public/serve-page.ts';
import { purposeOf, readForm, readPhoto } from '#public/token.ts';
import { rateSignal, replyToQuestion, wishReopened } from '#signal/follow.actions.ts';

type Which = 'reply' | 'rating' | 'wish';
const WORDS_MOST = 2_000;
const doneWords: Record<string, Said> = { reply: words.doneReply, rating: words.doneRating, wish: words.doneWish };

export function mineRoutes(put: Put): void {
  put('GET', '/mine', async (visit) => {
    const signalId = passOf(visit);
    if (!signalId) return { redirect: addressIn(visit.base, visit.look, '/follow') };
    return show(visit, signalId, untyped);
  });

  put('POST', '/mine/reply', async (visit) => {
    const { city, request, address } = visit;
    const received = await readParts(city, request, async () => {
      if (!passOf(visit)) throw problem('public_pass_over');
      await transact(city, (tx) => use(tx, 'upload', address, PHOTOS_MOST));
      return PHOTOS_MOST;
    });
    const { sent } = received;
    const form = readForm(city.keys, purposeOf('reply', passOf(visit) ?? ''), first(sent, 'form'));
    const kept = (sent.photo ?? []).flatMap((value) => {
      const photo = form && readPhoto(city.keys, form.id, value);
      return photo && first(sent, `drop-${photo.hash.slice(0, 16)}`) !== 'yes' ? [photo] : [];
    });
    const photos = [...kept, ...received.photos].slice(0, PHOTOS_MOST);
    const typed: Partial<MineTyped> = { words: first(sent, 'reply'), question: first(sent, 'question'), photos };
    const [notKept] = received.wrong;
    const errors = { ...wordsErrors('reply', typed.words!), ...(notKept && { photos: notKept }) };
    const whole = { ...typed, which: 'reply' as const, token: first(sent, 'form'), errors };
    return decide(visit, whole, 'reply', (tx, signalId, id) => {
      const questionId = isId.test(typed.question!) ? typed.question! : NOBODY;
      return replyToQuestion(tx, signalId, { id, questionId, words: typed.words!.trim(), photos });
    });
  });

  put('POST', '/mine/rating', async (visit) => {
    const { form: token = '', solved = '', satisfied = '', 'rating-words': said = '' } = visit.fields;
    const missing = fieldProblem('', 'public_rating_missing').message;
    const errors: Errors = {
      ...(!['yes', 'partly', 'no'].includes(solved) && { solved: missing }),
      ...(!/^[1-5]$/.test(satisfied) && { satisfied: missing }),
      ...(said.length > WORDS_MOST && wordsErrors('rating-words', said)),
    };
    const typed = { which: 'rating' as const, token, solved, satisfied, words: said, errors };
    const rating = { solved: solved as 'yes', satisfied: Number(satisfied), words: said.trim() };
    return decide(visit, typed, 'solved', (tx, signalId, id) => rateSignal(tx, signalId, { id, ...rating }));
  });

  put('POST', '/mine/wish', async (visit) => {
    const { form: token = '', 'wish-words': said = '' } = visit.fields;
    const typed = { which: 'wish' as const, token, words: said, errors: wordsErrors('wish-words', said) };
    return decide(visit, typed, 'wish-words', (tx, signalId, id) =>
      wishReopened(tx, signalId, { id, words: said.trim() }),
    );
  });

  put('POST', '/mine/leave', async (visit) => {
    takePass(visit);
    return { redirect: addressIn(visit.base, visit.look) };
  });
}

const isId = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function wordsErrors(field: string, said: string): Errors {
  if (said.trim() === '') return { [field]: fieldProblem(field, 'field_required').message };
  if (said.length > WORDS_MOST)
    return { [field]: fieldProblem(field, 'public_words_long', { limit: WORDS_MOST }).message };
  return {};
}

/** Does it, and leads back to the page; or shows again what was typed, with what is wrong at `field`. */
async function decide(
  visit: Visit,
  typed: Partial<MineTyped> & { which: Which; token: string },
  field: string,
  work: (tx: Tx, signalId: string, id: string) => Promise<unknown>,
): Promise<Answer> {
  const { city, address } = visit;
  const shown: MineTyped = { ...untyped, ...typed };
  const signalId = passOf(visit);
  if (!signalId) return againPage(visit, shown, problem('public_pass_over'));
  const again = (errors: Errors, more: Partial<Page>, token = shown.token) =>
    show(visit, signalId, { ...shown, token, errors }, more);
  const form = readForm(city.keys, purposeOf(typed.which, signalId), typed.token);
  if (!form) return again({ [field]: fieldProblem(field, 'public_form_old').message }, { status: 422 }, '');
  if (Object.keys(shown.errors).length > 0) return again(shown.errors, { status: 422 });
  try {
    await transact(city, async (tx) => {
      await use(tx, 'words', address);
      await work(tx, signalId, form.id);
    });
    return { redirect: addressIn(visit.base, visit.look, '/mine', { done: typed.which }) };
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    const { status, message, retry_after: retryAfter } = error.body;
    return again({ [field]: message }, { status, retryAfter }).catch(() => againPage(visit, shown, error));
  }
}

/** Whoever goes on reading and writing is not asked for the code again. */
async function show(visit: Visit, signalId: string, typed: MineTyped, more: Partial<Page> = {}): Promise<Page> {
  const { city, query, look, now } = visit;
  const of = await transact(city, (tx) => followed(tx, signalId));
  givePass(visit, signalId);
  const said = doneWords[query.done ?? ''];
  const done = said && html`<div class="good" role="status"><p>${speaker(look)(said)}</p></div>`;
  return minePage({ place: visit, keys: city.keys, now, of, typed }, done, more);
}
