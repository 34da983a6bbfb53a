/** What a signed-in person must still do before the desk opens: the second factor, its enrolment, a new password. */
import { PASSWORD_DAYS } from '#people/password.ts';

export const demands = ['totp', 'totp_enrol', 'password'] as const;
export type Demand = (typeof demands)[number];

export type Standing = {
  totpPassed: boolean;
  totpEnrolled: boolean;
  /** One of the person's posts demands a second factor. */
  totpDemanded: boolean;
  /** Null where there is none to renew: who signs in by other means. */
  passwordSetAt: Date | null;
};

const PASSWORD_MS = PASSWORD_DAYS * 86_400_000;

/** In the order in which they are asked for; empty: the desk is open. */
export function demandsOf(standing: Standing, now: Date): Demand[] {
  const asked: Demand[] = [];
  if (standing.totpEnrolled && !standing.totpPassed) asked.push('totp');
  if (!standing.totpEnrolled && standing.totpDemanded) asked.push('totp_enrol');
  if (standing.passwordSetAt && now.getTime() - standing.passwordSetAt.getTime() > PASSWORD_MS) asked.push('password');
  return asked;
}
