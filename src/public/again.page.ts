/** What was typed, where the page around it cannot be shown: the database is away, or the code has to be typed again. */
import type { Problem } from '#platform/problem.ts';
import { textField } from '#public/field.ts';
import { followWords } from '#public/follow.words.ts';
import { html } from '#public/html.ts';
import { addressIn, speaker } from '#public/look.ts';
import { messagePage } from '#public/message.page.ts';
import type { MineTyped } from '#public/mine.page.ts';
import type { Page, Place } from '#public/page.ts';

const fields = { reply: 'reply', rating: 'rating-words', wish: 'wish-words' } as const;
const labels = { reply: followWords.reply, rating: followWords.more, wish: followWords.wishReason };
const buttons = { reply: followWords.sendReply, rating: followWords.sendRating, wish: followWords.sendWish };

/** The same form with the same token, so that sending it again later is the same decision. */
export function againPage(place: Place, typed: MineTyped, refusal: Problem): Page {
  const { look, base } = place;
  const say = speaker(look);
  const which = typed.which!;
  const { title, status, retryAfter } = messagePage(place, refusal);
  const kept = { form: typed.token, question: typed.question, solved: typed.solved, satisfied: typed.satisfied };
  const hidden = Object.entries(kept).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  );
  const kind = which === 'reply' && html` enctype="multipart/form-data"`;
  const body = html`<h1>${title}</h1><p>${say(refusal.body.message)}</p>
${refusal.body.code === 'public_pass_over' && html`<p><a href="${addressIn(base, look, '/follow')}" target="_blank" rel="noopener">${say(followWords.title)}</a></p>`}
<form method="post" action="${addressIn(base, look, `/mine/${which}`)}"${kind} novalidate>${hidden}
${textField({ look, errors: {} }, { id: fields[which], label: labels[which], value: typed.words, rows: 6 })}
<button class="main">${say(buttons[which])}</button></form>`;
  return { title, body, path: '/follow', secret: true, status: status ?? 503, retryAfter };
}
