/** The report page, and the page with the code. */
import type { CityKeys } from '#platform/keys.ts';
import { PHOTO_MB, PHOTOS_MOST } from '#public/body.ts';
import { choices, type Form, notes, select, textField, tick } from '#public/field.ts';
import { type Html, html } from '#public/html.ts';
import { addressIn, speaker } from '#public/look.ts';
import { type Errors, errorSummary, type Page, type Place } from '#public/page.ts';
import { offered, type Typed, WORDS_MOST } from '#public/report.form.ts';
import { matterNotes, reportWords as words } from '#public/report.words.ts';
import { writePhoto } from '#public/token.ts';
import { easyDigits, showCode } from '#signal/follow-code.ts';
import type { Photo } from '#signal/report.actions.ts';
import { matters } from '#signal/signal.ts';

export type Draft = {
  token: string;
  /** The form's id, to which its photos are bound. */
  id: string;
  typed: Typed;
  photos: readonly Photo[];
  errors: Errors;
  areas: readonly { id: string; name: string }[];
};

export function reportPage(place: Place, keys: CityKeys, draft: Draft, more: Partial<Page> = {}): Page {
  const { look } = place;
  const say = speaker(look);
  const { typed, errors } = draft;
  const form: Form = { look, errors };
  const body = html`<h1>${say(words.title)}</h1>${errorSummary(errors, look)}<p>${say(words.lead)}</p>
<form id="form" method="post" action="${addressIn(place.base, look, '/report')}" enctype="multipart/form-data" novalidate>
<input type="hidden" name="form" value="${draft.token}">
${choices(form, { id: 'matter', label: words.matter, value: typed.matter, two: true, options: offered.map((value) => ({ value, label: say(matters[value]), ...(matterNotes[value] && { note: say(matterNotes[value]) }) })) })}
${textField(form, { id: 'words', label: words.words, hint: words.wordsHint, params: { limit: WORDS_MOST }, value: typed.words, rows: 8 })}
${textField(form, { id: 'place', label: words.place, hint: words.placeHint, optional: true, value: typed.place, max: 200 })}
${areaField(form, draft, say(words.anyArea))}
${photoField(form, keys, draft)}
<h2>${say(words.who)}</h2><p class="hint">${say(words.whoHint)}</p>
${textField(form, { id: 'name', label: words.name, optional: true, value: typed.name, max: 50, autocomplete: 'name' })}
${textField(form, { id: 'phone', label: words.phone, optional: true, value: typed.phone, max: 40, type: 'tel', autocomplete: 'tel' })}
<div class="field">${tick(form, 'secret', words.secret, typed.secret, words.secretNote)}</div>
${textField(form, { id: 'digits', label: words.digits, hint: words.digitsHint, value: typed.digits, max: 20, short: true, inputmode: 'numeric' })}
<div class="trap" aria-hidden="true"><label for="website">${say(words.trap)}</label><input type="text" id="website" name="website" tabindex="-1" autocomplete="off"></div>
<button class="main">${say(words.send)}</button></form>`;
  return { title: say(words.title), body, path: '/report', form: 'form', ...more };
}

/** Without the list (the database is away) what was chosen is kept all the same. */
function areaField(form: Form, { areas, typed }: Draft, none: string): Html {
  if (areas.length === 0) return html`<input type="hidden" name="area" value="${typed.area}">`;
  const options = [{ value: '', label: none }, ...areas.map(({ id, name }) => ({ value: id, label: name }))];
  return select(form, { id: 'area', label: words.area, optional: true, value: typed.area, options });
}

const size = (bytes: number) =>
  bytes >= 1 << 20 ? `${(bytes / (1 << 20)).toFixed(1)} MB` : `${Math.ceil(bytes / 1024)} KB`;

export function photoField(form: Form, keys: CityKeys, { id, photos }: Pick<Draft, 'id' | 'photos'>): Html {
  const say = speaker(form.look);
  const kept = photos.map(
    (photo, index) =>
      html`<div><input type="hidden" name="photo" value="${writePhoto(keys, id, photo)}"><p>${say(words.photoKept, { index: index + 1, size: size(photo.size) })}</p>${tick(form, `drop-${photo.hash.slice(0, 16)}`, { zh: say(words.photoDrop, { index: index + 1 }), en: say(words.photoDrop, { index: index + 1 }) }, false)}</div>`,
  );
  const field = { id: 'photos', hint: words.photosHint, params: { limit: PHOTOS_MOST, size: PHOTO_MB } };
  const room =
    photos.length < PHOTOS_MOST &&
    html`<input type="file" id="photos" name="photos" multiple accept="image/jpeg,image/png,image/webp" aria-describedby="photos-hint">`;
  return html`<div class="field${form.errors.photos ? ' bad' : ''}"><label for="photos">${say(words.photos)}</label>${notes(form, field)}${kept}${room}</div>`;
}

type Done = { number: string; code: string; digits: string };

export function donePage({ look, base }: Place, { number, code, digits }: Done): Page {
  const say = speaker(look);
  const body = html`<div class="good" role="status"><h1>${say(words.doneTitle)}</h1><p>${say(words.doneLead, { number })}</p></div>
<h2>${say(words.doneCode)}</h2><p class="code">${showCode(code)}</p><p><strong>${say(words.doneKeep)}</strong></p>
${easyDigits(digits) && html`<p class="mind">${say(words.easy)}</p>`}
<h2>${say(words.next)}</h2><ol><li>${say(words.nextRead)}</li><li>${say(words.nextAsk)}</li><li>${say(words.nextRate)}</li></ol>
<div class="no-print"><p class="quiet">${say(words.print)}</p>
<p><a class="go" href="${addressIn(base, look, '/follow')}">${say(words.followNow)}</a></p>
<p><a href="${addressIn(base, look, '/report')}">${say(words.another)}</a></p></div>`;
  return { title: say(words.doneTitle), body, path: '/follow', secret: true };
}
