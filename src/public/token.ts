/** Signed values that pages carry: the form's own id and age, photos already here, and who follows which signal. */
import { timingSafeEqual } from 'node:crypto';
import { newId } from '#platform/ids.ts';
import { type CityKeys, digest, newSalt } from '#platform/keys.ts';
import { codeFrom } from '#signal/follow-code.ts';
import type { Photo } from '#signal/report.actions.ts';

const MAC_LENGTH = 22; // 132 of the code's 256 bits

function sign(keys: CityKeys, purpose: string, text: string): string {
  return digest(keys, `public-page:${purpose}:${text}`).toString('base64url').slice(0, MAC_LENGTH);
}

function isSigned(keys: CityKeys, purpose: string, text: string, mac: string): boolean {
  const right = Buffer.from(sign(keys, purpose, text));
  const given = Buffer.from(mac);
  return right.length === given.length && timingSafeEqual(right, given);
}

/** `id`: of the decision it makes. `nonce`: random, kept nowhere; the code of a report is made of it. */
export type FormToken = { id: string; at: Date; nonce: string };

const textOf = ({ id, at, nonce }: FormToken) => `${id}.${at.getTime().toString(36)}.${nonce}`;

export function newForm(keys: CityKeys, purpose: string, now: Date): string {
  const text = textOf({ id: newId(), at: now, nonce: newSalt().toString('base64url') });
  return `${text}.${sign(keys, purpose, text)}`;
}

/** Nothing where it is not ours, or not of this form. */
export function readForm(keys: CityKeys, purpose: string, token: string): FormToken | undefined {
  const match = /^([0-9a-f-]{36})\.([0-9a-z]{1,11})\.([\w-]{22})\.([\w-]{22})$/.exec(token);
  if (!match) return undefined;
  const [, id = '', at = '', nonce = '', mac = ''] = match;
  const form = { id, at: new Date(Number.parseInt(at, 36)), nonce };
  return isSigned(keys, purpose, textOf(form), mac) ? form : undefined;
}

/** The same form has the same code, so that a page that is sent again shows it again; without the nonce nobody makes it. */
export const codeOf = (keys: CityKeys, { nonce }: FormToken): string =>
  codeFrom(digest(keys, `public-page:code:${nonce}`));

/** A photo that is stored, as the form carries it: it need not be chosen again. */
export function writePhoto(keys: CityKeys, form: string, { hash, type, size }: Photo): string {
  const text = `${hash}.${type}.${size}`;
  return `${text}.${sign(keys, `photo:${form}`, text)}`;
}

export function readPhoto(keys: CityKeys, form: string, value: string): Photo | undefined {
  const match = /^(([0-9a-f]{64})\.(image\/[a-z]+)\.(\d{1,10}))\.([\w-]{22})$/.exec(value);
  if (!match || !isSigned(keys, `photo:${form}`, match[1]!, match[5]!)) return undefined;
  return { hash: match[2]!, type: match[3]!, size: Number(match[4]) };
}

/** A form on one's own matter is a form on that matter alone: nobody else's token fits it. */
export const purposeOf = (which: string, signalId: string) => `${which}:${signalId}`;

/** Who has opened a signal by code and digits may look at it so long without typing them again. */
export const PASS_MS = 30 * 60_000;

export function writePass(keys: CityKeys, signalId: string, until: Date): string {
  const text = `${signalId}.${until.getTime().toString(36)}`;
  return `${text}.${sign(keys, 'pass', text)}`;
}

export function readPass(keys: CityKeys, value: string | undefined, now: Date): string | undefined {
  const match = /^(([0-9a-f-]{36})\.([0-9a-z]{1,11}))\.([\w-]{22})$/.exec(value ?? '');
  if (!match || !isSigned(keys, 'pass', match[1]!, match[4]!)) return undefined;
  return Number.parseInt(match[3]!, 36) > now.getTime() ? match[2] : undefined;
}
