/** The typed call of a route: `await call(problemApi.assign, { params: { id }, body: { … } })`. */
import type { CallOf, ReplyOf, Route } from '#platform/api.ts';
import { addressOf } from '#web/call/address.ts';
import { insideCell, waitForSignIn } from '#web/call/gate.ts';
import { type Refusal, refusalIn } from '#web/call/refusal.ts';
import { type Answered, type Sent, send } from '#web/call/send.ts';
import { cell } from '#web/place/cell.ts';

export type CallOptions = Pick<Sent, 'signal' | 'onSent'>;

/** Routes without a reply answer with a file. */
export type Reply<R extends Route> = R extends { reply: object } ? ReplyOf<R> : Blob;

/** While a call waits to be sent again: when, and for which time. The desk shows it. */
export type Waiting = { until: number; attempt: number } | null;
export const waitingCell = cell<Waiting>(null);

const ATTEMPTS = 4;
const LONGEST_WAIT = 30;

/**
 * Sends it, and again where that is safe: after `retry_after` of a 503, and after signing in again. Sending twice does no
 * harm, since every verb carries the id of its decision.
 * @throws Refusal
 */
export async function call<R extends Route>(route: R, args: CallOf<R>, options: CallOptions = {}): Promise<Reply<R>> {
  const answered = await sendPatiently(() => send({ ...options, ...requestOf(route, args) }), options.signal);
  if (!route.reply) return (await answered.blob()) as Reply<R>;
  const text = await answered.text();
  return (text ? JSON.parse(text) : undefined) as Reply<R>;
}

async function sendPatiently(once: () => Promise<Answered>, signal?: AbortSignal): Promise<Answered> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await once();
    } catch (error) {
      const refusal = refusalIn(error);
      if (!refusal || signal?.aborted || !(await mayTryAgain(refusal, attempt))) throw error;
    }
  }
}

async function mayTryAgain({ body }: Refusal, attempt: number): Promise<boolean> {
  if (attempt >= ATTEMPTS) return false;
  if (insideCell.get() && body.code === 'signed_out') return waitForSignIn('sign-in');
  if (insideCell.get() && body.code === 'totp_needed') return waitForSignIn('totp');
  if (body.status < 502 || !body.retry_after || body.retry_after > LONGEST_WAIT) return false;
  waitingCell.set({ until: performance.now() + body.retry_after * 1000, attempt });
  await new Promise((resolve) => setTimeout(resolve, body.retry_after! * 1000));
  waitingCell.set(null);
  return true;
}

type Loose = { body?: Record<string, unknown>; file?: Blob; fileName?: string };

function requestOf<R extends Route>(route: R, args: CallOf<R>): Sent {
  const { body, file, fileName } = args as Loose;
  const sent: Sent = { method: route.method, url: addressOf(route, args) };
  if (file) return { ...sent, body: formOf(body, file, fileName) };
  return body === undefined ? sent : { ...sent, json: true, body: JSON.stringify(body) };
}

/** Fields come before the file: the server reads them as they arrive. */
function formOf(body: Record<string, unknown> = {}, file: Blob, fileName?: string): FormData {
  const form = new FormData();
  for (const [key, value] of Object.entries(body)) {
    if (value !== undefined && value !== null)
      form.append(key, typeof value === 'string' ? value : JSON.stringify(value));
  }
  form.append('file', file, fileName ?? (file instanceof File ? file.name : 'file'));
  return form;
}
