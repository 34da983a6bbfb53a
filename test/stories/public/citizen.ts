/** A citizen at a browser without script: pages, forms as they stand in them, cookies, and time to read. */
import assert from 'node:assert/strict';
import type { TestCity } from '#test/database.ts';

export type Seen = {
  status: number;
  html: string;
  headers: Record<string, unknown>;
  text: string;
};
type Photo = { name: string; bytes: Buffer };

const plain = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
const attribute = (tag: string, name: string) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];

/** The fields of the form that posts to `action`, as a browser would send them. */
function fieldsOf(html: string, action: string): { fields: [string, string][]; multipart: boolean } {
  const form = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)].find(([one]) =>
    plain(attribute(one, 'action') ?? '').startsWith(action),
  )?.[0];
  assert.ok(form, `no form to ${action}`);
  const inputs = [...form.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]) => {
    const type = attribute(tag, 'type');
    const chosen = type === 'radio' || type === 'checkbox' ? / checked/.test(tag) : type !== 'file';
    return chosen ? [[attribute(tag, 'name')!, plain(attribute(tag, 'value') ?? '')] as [string, string]] : [];
  });
  const areas = [...form.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].map(
    ([, tag, text]) => [attribute(tag!, 'name')!, plain(text!)] as [string, string],
  );
  return { fields: [...inputs, ...areas], multipart: form.includes('multipart/form-data') };
}

export function citizen({ app, pass }: Pick<TestCity, 'app' | 'pass'>, source = '203.0.113.7') {
  const cookies = new Map<string, string>();
  let last: Seen | undefined;
  async function send(
    method: 'GET' | 'POST',
    path: string,
    body?: { type: string; payload: Buffer | string },
    headers: Record<string, string> = {},
  ) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await app.inject({
      method,
      url: path.startsWith('/c/') ? path : `/c/qinglan/p${path}`,
      remoteAddress: source,
      headers: {
        ...(cookie && { cookie }),
        ...(body && { 'content-type': body.type, 'sec-fetch-site': 'same-origin' }),
        ...headers,
      },
      ...(body && { payload: body.payload }),
    });
    for (const { name, value } of answer.cookies) cookies.set(name, value);
    const text = plain(answer.payload.replace(/<style>[\s\S]*?<\/style>/, '').replace(/<[^>]+>/g, ' ')).replace(
      /\s+/g,
      ' ',
    );
    last = { status: answer.statusCode, html: answer.payload, headers: answer.headers, text };
    return last;
  }
  /** Fills in a form of the page last seen, over what stands in it, and presses its button; a redirect is followed. */
  async function submit(
    action: string,
    filled: Record<string, string>,
    photos: Photo[] = [],
    headers?: Record<string, string>,
  ) {
    const { fields: stands, multipart } = fieldsOf(last!.html, `/c/qinglan/p${action}`);
    const fields = [...stands.filter(([name]) => !(name in filled)), ...Object.entries(filled)];
    const body = multipart
      ? partsOf(fields, photos)
      : { type: 'application/x-www-form-urlencoded', payload: new URLSearchParams(fields).toString() };
    const answer = await send('POST', action, body, headers);
    return answer.status === 303 ? send('GET', String(answer.headers.location)) : answer;
  }
  return {
    see: (path: string, headers?: Record<string, string>) => send('GET', path, undefined, headers),
    submit,
    post: send,
    cookies,
    page: () => last!,
    /** Opens the form, reads it for a minute, and sends it. */
    async report(filled: Record<string, string> = {}, photos: Photo[] = []) {
      await send('GET', '/report');
      pass({ hours: 1 / 60 });
      return submit('/report', { matter: 'help', words: '楼道灯三天不亮', digits: '8026', ...filled }, photos);
    },
    async follow(code: string, digits = '8026') {
      await send('GET', '/follow');
      return submit('/follow', { code, digits });
    },
  };
}
export type Citizen = ReturnType<typeof citizen>;

export const codeIn = ({ html }: Seen): string => {
  const code = /<p class="code">([^<]+)<\/p>/.exec(html)?.[1];
  assert.ok(code, 'no code on the page');
  return code;
};

export const numberIn = ({ text }: Seen): string => /编号 (\d{16})/.exec(text)?.[1] ?? '';

function partsOf(fields: [string, string][], photos: Photo[]) {
  const boundary = '----story';
  const head = (name: string, rest = '') =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${rest}\r\n`;
  const chunks: (string | Buffer)[] = fields.flatMap(([name, value]) => [head(name), `\r\n${value}\r\n`]);
  for (const { name, bytes } of photos)
    chunks.push(head('photos', `; filename="${name}"`), 'content-type: image/jpeg\r\n\r\n', bytes, '\r\n');
  if (photos.length === 0)
    chunks.push(head('photos', '; filename=""'), 'content-type: application/octet-stream\r\n\r\n\r\n');
  chunks.push(`--${boundary}--\r\n`);
  return {
    type: `multipart/form-data; boundary=${boundary}`,
    payload: Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))),
  };
}
