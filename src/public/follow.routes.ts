/** Opening a matter by its code: a slip is told at once, a wrong try is counted and slows the next. */
import { Kept, transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { fieldProblem, Problem, problem } from '#platform/problem.ts';
import { type Form, textField } from '#public/field.ts';
import { followWords as words } from '#public/follow.words.ts';
import { html } from '#public/html.ts';
import { forgetTally, holdTries, loadTally, tryKeys, writeTally } from '#public/limit.store.ts';
import { countWrong, isSpent, pauseSeconds } from '#public/limits.ts';
import { addressIn, speaker } from '#public/look.ts';
import { type Errors, errorSummary, type Page } from '#public/page.ts';
import { givePass } from '#public/pass.ts';
import { changeLook, type Put, type Visit } from '#public/serve-page.ts';
import { newForm, readForm } from '#public/token.ts';
import { recordWrongTry } from '#signal/follow.actions.ts';
import { findFollowed, followKeys } from '#signal/follow.store.ts';
import { readCode, readDigits } from '#signal/follow-code.ts';

const PURPOSE = 'follow';

export function followRoutes(put: Put): void {
  put('GET', '/follow', async (visit) => page(visit, { code: '', digits: '' }, {}));

  put('POST', '/follow', async (visit) => {
    const { city, fields } = visit;
    const { code: typedCode = '', digits: typedDigits = '', show } = fields;
    const typed = { code: typedCode.slice(0, 60), digits: typedDigits.slice(0, 20) };
    if (show) return page(changeLook(visit, show), typed, {});
    const code = readCode(typed.code);
    const digits = readDigits(typed.digits);
    const errors: Errors = {
      ...(!code && { code: fieldProblem('code', 'public_code_unreadable').message }),
      ...(!digits && { digits: fieldProblem('digits', 'public_digits').message }),
      ...(!readForm(city.keys, PURPOSE, fields.form ?? '') && {
        code: fieldProblem('code', 'public_form_old').message,
      }),
    };
    if (Object.keys(errors).length > 0) return page(visit, typed, errors, { status: 422 });
    try {
      const signalId = await transact(city, (tx) => open(tx, visit.address, code!, digits!));
      givePass(visit, signalId);
      return { redirect: addressIn(visit.base, visit.look, '/mine') };
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { status, message, retry_after: retryAfter } = error.body;
      return page(visit, typed, { code: message }, { status, retryAfter });
    }
  });
}

/**
 * The signal that code and digits open. That there is no such code, and that its digits are wrong, is one and the same
 * answer, after the same work and with the same delays.
 * @throws public_code_wrong (its traces stay), public_code_slow, public_code_spent
 */
async function open(tx: Tx, address: string, code: string, digits: string): Promise<string> {
  const keys = followKeys(tx, code, digits);
  const tries = tryKeys(tx, address, keys.code);
  if (!(await holdTries(tx, tries))) throw slow(1);
  const [source, own] = [await loadTally(tx, tries.source), await loadTally(tx, tries.code)];
  if (isSpent(own)) throw problem('public_code_spent');
  const pause = Math.max(pauseSeconds(source, tx.now), pauseSeconds(own, tx.now));
  if (pause > 0) throw slow(pause);
  const found = await findFollowed(tx, keys);
  if (!found?.opens) {
    await writeTally(tx, tries.source, countWrong(source, tx.now));
    await writeTally(tx, tries.code, countWrong(own, tx.now));
    await recordWrongTry(tx, found?.id ?? null, address);
    throw new Kept(problem('public_code_wrong'));
  }
  if (own) await forgetTally(tx, tries.code);
  return found.id;
}

const slow = (seconds: number) => problem('public_code_slow', { seconds }, { retry_after: seconds });

function page(place: Visit, typed: { code: string; digits: string }, errors: Errors, more: Partial<Page> = {}): Page {
  const { look, base, city, now } = place;
  const say = speaker(look);
  const form: Form = { look, errors };
  const body = html`<h1>${say(words.title)}</h1>${errorSummary(errors, look)}<p>${say(words.lead)}</p>
<form id="form" method="post" action="${addressIn(base, look, '/follow')}" novalidate>
<input type="hidden" name="form" value="${newForm(city.keys, PURPOSE, now)}">
${textField(form, { id: 'code', label: words.code, hint: words.codeHint, value: typed.code, max: 60, code: true })}
${textField(form, { id: 'digits', label: words.digits, value: typed.digits, max: 20, short: true, inputmode: 'numeric' })}
<button class="main">${say(words.open)}</button></form>
<p class="hint">${say(words.lost)}</p>`;
  return { title: say(words.title), body, path: '/follow', form: 'form', secret: true, ...more };
}
