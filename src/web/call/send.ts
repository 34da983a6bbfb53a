/** One request to the server, without any waiting or trying again. */
import { noNetwork, refusalOf } from '#web/call/refusal.ts';
import { hearServerTime } from '#web/words/now.ts';

export type Sent = {
  method: string;
  url: string;
  body?: BodyInit;
  json?: boolean;
  signal?: AbortSignal;
  /** How much of an upload is under way, 0 to 1. */
  onSent?: (share: number) => void;
};

export type Answered = { text: () => Promise<string>; blob: () => Promise<Blob> };

const headersOf = (sent: Sent): Record<string, string> => ({
  'x-suyuan': '1',
  ...(sent.json && { 'content-type': 'application/json' }),
});

/** @throws Refusal, or an AbortError where the caller gave up. */
export async function send(sent: Sent): Promise<Answered> {
  if (sent.onSent) return sendWatched(sent);
  const init = { method: sent.method, headers: headersOf(sent), credentials: 'same-origin' as const };
  let response: Response;
  try {
    response = await fetch(sent.url, { ...init, body: sent.body ?? null, signal: sent.signal ?? null });
  } catch (error) {
    if (sent.signal?.aborted) throw error;
    throw noNetwork();
  }
  hearServerTime(response.headers.get('x-suyuan-now'));
  if (!response.ok) throw refusalOf(response.status, await response.text());
  return response;
}

/** `fetch` does not tell how far an upload is; this older way does. */
function sendWatched(sent: Sent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(sent.method, sent.url);
    for (const [name, value] of Object.entries(headersOf(sent))) request.setRequestHeader(name, value);
    request.responseType = 'blob';
    request.upload.onprogress = ({ loaded, total }) => total && sent.onSent?.(loaded / total);
    request.onerror = () => reject(noNetwork());
    request.onabort = () => reject(new DOMException('given up', 'AbortError'));
    request.onload = async () => {
      const blob: Blob = request.response;
      if (request.status < 300) resolve({ text: () => blob.text(), blob: async () => blob });
      else reject(refusalOf(request.status, await blob.text()));
    };
    sent.signal?.addEventListener('abort', () => request.abort());
    request.send(sent.body as XMLHttpRequestBodyInit);
  });
}
