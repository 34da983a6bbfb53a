/** What a call throws: the server's problem body, or what the browser itself has to say when no answer came. */
import type { ProblemBody } from '#platform/problem.ts';

export type RefusalCode = ProblemBody['code'] | 'no_network' | 'no_answer';
export type RefusalBody = Omit<ProblemBody, 'code'> & { code: RefusalCode };

export class Refusal extends Error {
  readonly body: RefusalBody;

  constructor(body: RefusalBody) {
    super(`${body.code}: ${body.message.en}`);
    this.name = 'Refusal';
    this.body = body;
  }
}

export const noNetwork = (): Refusal =>
  new Refusal({
    code: 'no_network',
    status: 0,
    message: {
      zh: '网络断了，内容还在，恢复后再试',
      en: 'The network is gone; nothing you wrote is lost, try again when it is back',
    },
  });

/** Something between us and the server answered in its place. */
export const noAnswer = (status: number): Refusal =>
  new Refusal({
    code: 'no_answer',
    status,
    message: {
      zh: `服务器没有应答（${status}），内容还在，请稍后再试`,
      en: `The server did not answer (${status}); nothing you wrote is lost, try again shortly`,
    },
    ...(status >= 502 && status <= 504 && { retry_after: 3 }),
  });

/** Anything thrown, as a refusal that a page can show; a fault of the page itself stays what it is. */
export function refusalIn(error: unknown): Refusal | undefined {
  return error instanceof Refusal ? error : undefined;
}

function isProblemBody(body: unknown): body is RefusalBody {
  const { code, message } = (body ?? {}) as Partial<RefusalBody>;
  return typeof code === 'string' && typeof message?.zh === 'string' && typeof message.en === 'string';
}

export function refusalOf(status: number, text: string): Refusal {
  try {
    const body: unknown = JSON.parse(text);
    if (isProblemBody(body)) return new Refusal({ ...body, status });
  } catch {
    // Not ours: a proxy's page.
  }
  return noAnswer(status);
}
