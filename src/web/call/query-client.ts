/** What the browser keeps of the server's answers, and for how long. */
import { QueryClient } from '@tanstack/react-query';
import { refusalIn } from '#web/call/refusal.ts';

const FRESH = 15_000;

/** A lost network is tried twice more; every other refusal is an answer. */
const mayTryAgain = (failures: number, error: unknown) =>
  failures < 2 && ['no_network', 'no_answer'].includes(refusalIn(error)?.body.code ?? '');

export const queryClient = new QueryClient({
  defaultOptions: {
    // A government intranet often looks "offline" to the browser: always try.
    queries: { networkMode: 'always', staleTime: FRESH, retry: mayTryAgain },
    mutations: { networkMode: 'always', retry: false },
  },
});

/** After a verb: what starts with one of these route paths is read again where it is on screen; nothing named: everything. */
export async function readAgain(paths?: readonly string[]): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => !paths || paths.some((path) => String(queryKey[0]).startsWith(path)),
  });
}
