/** What the desk entry holds while it is written, and what of it is sent. */
import { newId } from '#platform/ids.ts';
import {
  type Disposition,
  type DispositionCode,
  type Matter,
  matters,
  type Urgency,
  urgencies,
} from '#signal/signal.ts';

export type EntryValues = {
  channelId?: string;
  reporter: { phone: string; name: string; address: string };
  matter?: Matter;
  urgency: Urgency;
  place: string;
  words: string;
  secret: boolean;
  wantsReply: boolean;
  disposition: { kind: Disposition | ''; code?: DispositionCode; words?: string };
};

/** `id` is made with the form, so that saving twice is one signal. */
export type Draft = { id: string; values: EntryValues };

export const emptyEntry = (channelId?: string): Draft => ({
  id: newId(),
  values: {
    ...(channelId && { channelId }),
    reporter: { phone: '', name: '', address: '' },
    urgency: 'normal',
    place: '',
    words: '',
    secret: false,
    wantsReply: true,
    disposition: { kind: '' },
  },
});

export function isDraft(found: unknown): found is Draft {
  const { id, values } = (found ?? {}) as Partial<Draft>;
  return typeof id === 'string' && typeof values?.words === 'string' && typeof values.reporter?.phone === 'string';
}

/** Has anything been written that would be missed? */
export const isWritten = ({ values: { reporter, words, place, matter } }: Draft): boolean =>
  [...Object.values(reporter), words, place, matter ?? ''].some((text) => text.trim() !== '');

export function sentOf({ id, values }: Draft) {
  const { disposition, channelId, matter, ...told } = values;
  const { kind, code, words = '' } = disposition;
  return {
    ...told,
    id,
    channelId: channelId!,
    matter: matter!,
    disposition: kind && code ? { kind, code, words } : null,
  };
}

/** The choices that are made by a digit: the n-th of its list. */
const digits = { matter: Object.keys(matters), urgency: Object.keys(urgencies) };
export type DigitField = keyof typeof digits;

export const byDigit = (field: DigitField, key: string): string | undefined =>
  /^[1-9]$/.test(key) ? digits[field][Number(key) - 1] : undefined;
