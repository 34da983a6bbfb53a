/** A stand-in for 企业微信 that keeps to its documents: tokens of 7,200 s, duplicates swallowed, 30 a minute and 1,000 an hour a member. */
import { type Request, standIn } from '#test/outside.ts';

type Told = { status?: number; headers?: Record<string, string> } | 'cut' | undefined;
const TOKEN_MS = 7_200_000;

/** `broken` lists what the documents ask not to do and was done all the same. */
export async function weComStandIn(now: () => Date) {
  const tokens = new Map<string, number>();
  const sent: { to: string; at: number }[] = [];
  const delivered: string[] = [];
  const seen = new Map<string, number>();
  const broken: string[] = [];
  let given = 0;
  let swallowed = 0;
  let told: Told;
  let unknown: string | null = null;

  const token = ({ query }: Request) => {
    if (query.get('corpid') !== 'ww1' || query.get('corpsecret') !== 'secret') return { errcode: 40013 };
    given += 1;
    tokens.set(`t${given}`, now().getTime() + TOKEN_MS);
    return { errcode: 0, access_token: `t${given}`, expires_in: 7_200 };
  };

  const message = ({ query, json }: Request) => {
    const until = tokens.get(query.get('access_token') ?? '');
    if (until === undefined) return { errcode: 40014 };
    const at = now().getTime();
    if (until <= at) return { errcode: 42001 };
    if (Math.floor(at / 60_000) % 30 === 0) broken.push('at minute 0 or 30');
    const to = String(json.touser);
    if (to === unknown) return { errcode: 0, invaliduser: to };
    const within = (ms: number) => sent.filter((one) => one.to === to && one.at > at - ms).length;
    sent.push({ to, at });
    if (within(60_000) > 30) broken.push('31 a minute');
    if (within(3_600_000) > 1_000) broken.push('1,001 an hour');
    // What goes beyond is answered like the rest, and thrown away.
    if (within(60_000) > 30 || within(3_600_000) > 1_000) return { errcode: 0, errmsg: 'ok' };
    const content = (json.text as { content: string }).content;
    const known = seen.get(`${to} ${content}`);
    const interval = json.enable_duplicate_check === 1 ? Number(json.duplicate_check_interval) * 1_000 : 0;
    if (known !== undefined && known > at - interval) swallowed += 1;
    else delivered.push(content);
    seen.set(`${to} ${content}`, at);
    return { errcode: 0, errmsg: 'ok', msgid: `m${sent.length}` };
  };

  const { base, close } = await standIn((request) => {
    if (told !== undefined) return told;
    if (request.path === '/cgi-bin/gettoken') return { json: token(request) };
    return request.path === '/cgi-bin/message/send' ? { json: message(request) } : { status: 404 };
  });
  return {
    base,
    close,
    delivered: () => delivered,
    swallowed: () => swallowed,
    tokens: () => given,
    broken: () => broken,
    forgetTokens: () => tokens.clear(),
    answer: (what: Told) => {
      told = what;
    },
    unknown: (person: string | null) => {
      unknown = person;
    },
  };
}
