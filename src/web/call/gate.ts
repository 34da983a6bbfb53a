/** Calls that found the session ended wait here until somebody has signed in again over the page; nothing typed is lost. */
import { cell } from '#web/place/cell.ts';

/** What is asked for over the page: the password, or only the second factor. */
export type Asked = 'no' | 'sign-in' | 'totp';

export const askedCell = cell<Asked>('no');

/** True once `me` was shown: before that a 401 is the sign-in page's matter. */
export const insideCell = cell(false);

let waiting: { promise: Promise<boolean>; settle: (signedIn: boolean) => void } | undefined;

/** Opens the dialog once, however many calls are refused; answers whether to send them again. */
export function waitForSignIn(asked: 'sign-in' | 'totp'): Promise<boolean> {
  if (!waiting) {
    let settle: (signedIn: boolean) => void = () => {};
    const promise = new Promise<boolean>((resolve) => {
      settle = resolve;
    });
    waiting = { promise, settle };
  }
  askedCell.set(asked);
  return waiting.promise;
}

/** The same person is back (true), or it was given up or somebody else came (false). */
export function leaveGate(signedIn: boolean): void {
  askedCell.set('no');
  waiting?.settle(signedIn);
  waiting = undefined;
}
