/** The keyboard of the desk entry: Enter goes on, digits choose, Alt and a digit gathers or answers, Ctrl+Enter saves; silent while an input method composes. */
import type { KeyboardEvent } from 'react';
import { byDigit, type DigitField } from '#web/signals/entry/entry-values.ts';

type Way = {
  save: () => void;
  choose: (field: DigitField, value: string) => void;
  repeat: (index: number) => void;
  answer: (index: number) => void;
};

/** Alt and this digit takes the first answer of the knowledge base; the digits before it are those of repeats. */
export const FIRST_ANSWER = 6;

const FIELDS = 'input:not([type="file"]):not([disabled]), textarea';

const isShown = (field: HTMLElement) => field.offsetParent !== null || field.getClientRects().length > 0;

/** Of a group of radios one stop is enough: the chosen one, else the first. */
function stops(form: HTMLElement): HTMLInputElement[] {
  const all = [...form.querySelectorAll<HTMLInputElement>(FIELDS)];
  const isStop = (field: HTMLInputElement) => {
    if (field.type !== 'radio') return isShown(field);
    const group = all.filter((other) => other.type === 'radio' && other.name === field.name);
    return field === (group.find((other) => other.checked) ?? group[0]);
  };
  return all.filter(isStop);
}

export function focusAfter(form: HTMLElement, from: HTMLInputElement): void {
  const all = stops(form);
  const here = from.type === 'radio' ? all.findIndex((field) => field.name === from.name) : all.indexOf(from);
  all[here + 1]?.focus();
}

export function onEntryKey(event: KeyboardEvent<HTMLFormElement>, { save, choose, repeat, answer }: Way): void {
  if (event.nativeEvent.isComposing || event.keyCode === 229) return;
  const field = event.target as HTMLInputElement;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    save();
    return;
  }
  // By the place of the key: with Alt some layouts make another character of it.
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
  if (digit && event.altKey && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    if (Number(digit) < FIRST_ANSWER) repeat(Number(digit) - 1);
    else answer(Number(digit) - FIRST_ANSWER);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || field.tagName !== 'INPUT') return;
  const asked = field.closest<HTMLElement>('[data-digits]')?.dataset.digits as DigitField | undefined;
  const chosen = asked && byDigit(asked, event.key);
  if (asked && chosen) {
    event.preventDefault();
    choose(asked, chosen);
    focusAfter(event.currentTarget, field);
  } else if (event.key === 'Enter' && field.getAttribute('role') !== 'combobox') {
    event.preventDefault();
    focusAfter(event.currentTarget, field);
  }
}
