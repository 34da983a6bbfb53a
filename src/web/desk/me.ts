/** Who is signed in, for everything inside the gate. */
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { type Me, meApi } from '#people/me.api.ts';
import type { Permission } from '#people/permissions.ts';
import { signInApi } from '#people/sign-in.api.ts';
import { call } from '#web/call/call.ts';
import type { Refusal } from '#web/call/refusal.ts';
import { readingOf } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import type { Page } from '#web/desk/pages.ts';
import { forgetDrafts } from '#web/place/draft.ts';
import { base } from '#web/place/place.ts';
import type { Language } from '#web/words/words.ts';

export const MeContext = createContext<Me | null>(null);

/** Only inside the gate: there is somebody. */
export function useMe(): Me {
  const me = useContext(MeContext);
  if (!me) throw new Error('useMe outside the gate');
  return me;
}

/** Looking away from the sign-in page and back must not empty it: nobody is asked for anew until somebody signs in. */
const isKnown = ({ state }: { state: { data: unknown } }): boolean => state.data !== undefined;

export const useWhoAmI = (): UseQueryResult<Me, Refusal> =>
  useQuery<Me, Refusal>({
    ...readingOf(meApi.me, {}),
    refetchOnWindowFocus: isKnown,
    refetchOnReconnect: isKnown,
  });

/** Where a page shows or leaves out what a permission opens; the server has the last word. */
export function useMay(): (permission: Permission) => boolean {
  const { permissions } = useMe();
  return (permission) => permissions.includes(permission);
}

export const mayOpen = (me: Me, { permission }: Page): boolean =>
  !permission || permission.some((one) => me.permissions.includes(one));

/** The page is left for good, and with it everything it had read. */
export function useSignOut(): () => Promise<void> {
  const signOut = useVerb(signInApi.signOut);
  return async () => {
    const outcome = await signOut.run({ body: {} });
    if ('refusal' in outcome && outcome.refusal.body.code !== 'signed_out') return;
    forgetDrafts();
    location.assign(`${base}/`);
  };
}

/** The choice holds at once; should the server not hear it, this browser still keeps it. */
export function useKeepLanguage(): (language: Language) => void {
  return (language) => {
    call(meApi.language, { body: { language } }).catch(() => undefined);
  };
}
