/** A person's address in a channel: what can be one, and how it is shown to others. */
import type { ChannelName } from '#message/outside/channel.ts';
import { maskPhone } from '#text/mask.ts';
import { phoneDigits } from '#text/phone.ts';

/** A code is six digits, good for half an hour and five tries. */
export const CODE_MINUTES = 30;
export const CODE_TRIES = 5;
/** So many codes a person may ask for within an hour. */
export const CODES_AN_HOUR = 5;

const EMAIL = /^[\w.!#$%&'*+/=?^`{|}~-]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i;
/** 企业微信: 1 to 64 bytes of letters, digits and `_-@.`; 钉钉 says nothing, and its ids look alike. */
const USER_ID = /^[\w.@-]{1,64}$/;
/** Mobile numbers of the mainland begin with 1 and have eleven digits. */
const MOBILE = /^1[3-9]\d{9}$/;

/** As it is kept, or nothing where it cannot be one. */
export function readAddress(channel: ChannelName, typed: string): string | undefined {
  const text = typed.normalize('NFKC').trim();
  if (channel === 'email') return text.length <= 200 && EMAIL.test(text) ? text : undefined;
  if (channel !== 'sms') return USER_ID.test(text) ? text : undefined;
  const digits = phoneDigits(text);
  return /^[\d\s+()-]+$/.test(text) && MOBILE.test(digits) ? digits : undefined;
}

/** `li***@example.gov.cn`, `Zh***`, `138****8000`. */
export function maskAddress(channel: ChannelName, address: string): string {
  if (channel === 'sms') return maskPhone(address);
  const at = channel === 'email' ? address.lastIndexOf('@') : address.length;
  return `${address.slice(0, Math.min(2, at - 1))}***${address.slice(at)}`;
}
