/** Fields of public forms: each with its label, hint and, where it is wrong, the reason, tied together for screen readers. */
import type { Said } from '#platform/problem.ts';
import { type Html, html, type Part } from '#public/html.ts';
import { type Look, speaker } from '#public/look.ts';
import type { Errors } from '#public/page.ts';
import { pageWords } from '#public/page.words.ts';

export type Form = { look: Look; errors: Errors };

type Field = { id: string; label: Said; hint?: Said; params?: Record<string, string | number>; optional?: boolean };
type Text = Field & {
  value: string;
  rows?: number;
  max?: number;
  short?: boolean;
  code?: boolean;
  type?: 'text' | 'tel';
  inputmode?: 'numeric';
  autocomplete?: string;
};

export function textField(form: Form, field: Text): Html {
  const { id, value, rows, max, short, code, type = 'text', inputmode, autocomplete = 'off' } = field;
  const common = html`id="${id}" name="${id}"${described(form, field)}${max ? html` maxlength="${max}"` : ''} autocomplete="${autocomplete}"`;
  const kinds = [short && 'short', code && 'code-in'].filter(Boolean).join(' ');
  const input = rows
    ? html`<textarea rows="${rows}" ${common}>${value}</textarea>`
    : html`<input type="${type}" ${common}${kinds && html` class="${kinds}"`}${inputmode && html` inputmode="${inputmode}"`}${code && html` autocapitalize="characters" spellcheck="false"`} value="${value}">`;
  return html`<div class="field${form.errors[id] ? ' bad' : ''}"><label for="${id}">${labelOf(form, field)}</label>${notes(form, field)}${input}</div>`;
}

type Choices = Field & {
  value: string;
  options: readonly { value: string; label: string; note?: string }[];
  two?: boolean;
};

/** The first choice bears the field's id, so that the error's link leads to it. */
export function choices(form: Form, field: Choices): Html {
  const { id, value, options, two } = field;
  const items = options.map((option, index) => {
    const own = index === 0 ? id : `${id}-${option.value}`;
    const note = option.note && html`<small>${option.note}</small>`;
    return html`<label class="choice" for="${own}"><input type="radio" id="${own}" name="${id}" value="${option.value}"${option.value === value && html` checked`}><span>${option.label}${note}</span></label>`;
  });
  return html`<fieldset class="${form.errors[id] ? 'bad' : ''}"${described(form, field)}><legend>${labelOf(form, field)}</legend>${notes(form, field)}<div class="${two ? 'two' : ''}">${items}</div></fieldset>`;
}

export function select(form: Form, field: Choices): Html {
  const { id, value, options } = field;
  const items = options.map(
    (option) =>
      html`<option value="${option.value}"${option.value === value && html` selected`}>${option.label}</option>`,
  );
  return html`<div class="field${form.errors[id] ? ' bad' : ''}"><label for="${id}">${labelOf(form, field)}</label>${notes(form, field)}<select id="${id}" name="${id}"${described(form, field)}>${items}</select></div>`;
}

export function tick(form: Form, id: string, label: Said, checked: boolean, note?: Said): Html {
  const say = speaker(form.look);
  return html`<label class="choice" for="${id}"><input type="checkbox" id="${id}" name="${id}" value="yes"${checked && html` checked`}><span>${say(label)}${note && html`<small>${say(note)}</small>`}</span></label>`;
}

function labelOf({ look }: Form, { label, optional, params }: Field): Part {
  const say = speaker(look);
  return html`${say(label, params)}${optional && html`<span class="quiet">${say(pageWords.optional)}</span>`}`;
}

export function notes({ look, errors }: Form, { id, hint, params }: Pick<Field, 'id' | 'hint' | 'params'>): Html {
  const say = speaker(look);
  const wrong = errors[id];
  return html`${hint && html`<p class="hint" id="${id}-hint">${say(hint, params)}</p>`}${wrong && html`<p class="wrong" id="${id}-wrong"><span>${say(pageWords.wrong)}</span>${say(wrong)}</p>`}`;
}

/** The ids of hint and reason, for `aria-describedby`. */
export function described({ errors }: Form, { id, hint }: Pick<Field, 'id' | 'hint'>): Part {
  const ids = [hint && `${id}-hint`, errors[id] && `${id}-wrong`].filter(Boolean).join(' ');
  return ids && html` aria-describedby="${ids}"${errors[id] && html` aria-invalid="true"`}`;
}
