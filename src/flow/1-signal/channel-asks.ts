/** What a channel may demand of its call-takers before a signal is saved. Pure. */
import type { Said } from '#platform/problem.ts';
import { oneOf } from '#rules/vocabulary.ts';

/** A person may always be let speak without a name: a report (举报) is taken whatever is asked of others. */
export const asked = {
  phone: { zh: '来电号码', en: 'Telephone' },
  name: { zh: '姓名', en: 'Name' },
  address: { zh: '联系地址', en: 'Address' },
  place: { zh: '地点', en: 'Place' },
} as const satisfies Record<string, Said>;
export type Asked = keyof typeof asked;
export const askedOf = oneOf(asked);

type Entered = { matter: string; place: string; reporter: { phone: string; name: string; address: string } };

/** What of it is missing. */
export function missing(asks: readonly Asked[], { matter, place, reporter }: Entered): Asked[] {
  const said = { place, phone: reporter.phone, name: reporter.name, address: reporter.address };
  return asks.filter((one) => said[one].trim() === '' && (one === 'place' || matter !== 'report'));
}
