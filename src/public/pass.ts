/** The pass that code and digits give: a signed cookie for half an hour, so that they are not typed for every look. */
import { cookieFor, type Visit } from '#public/serve-page.ts';
import { PASS_MS, readPass, writePass } from '#public/token.ts';

const nameOf = ({ city }: Visit) => `suyuan_follow_${city.slug}`;

/** The signal that this visitor may see. */
export const passOf = (visit: Visit): string | undefined =>
  readPass(visit.city.keys, visit.request.cookies[nameOf(visit)], visit.now);

export function givePass(visit: Visit, signalId: string): void {
  const value = writePass(visit.city.keys, signalId, new Date(visit.now.getTime() + PASS_MS));
  visit.reply.setCookie(nameOf(visit), value, cookieFor(visit, PASS_MS / 1_000));
}

export function takePass(visit: Visit): void {
  const { maxAge: _, ...attributes } = cookieFor(visit, 0);
  visit.reply.clearCookie(nameOf(visit), attributes);
}
