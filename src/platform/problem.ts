/** The one kind of error a user is shown: a code of the catalogue, filled in, with the fields it is about. */
import { fill } from '#platform/fill.ts';
import { type ProblemCode, problems } from '#platform/problems.ts';

export type Language = 'zh' | 'en';
export type Said = Record<Language, string>;
/** What fills a sentence's `{name}`; a `Said` goes into each sentence in its own language. */
export type Params = Record<string, string | number | Said>;
export type FieldProblem = { path: string; code: string; message: Said };

/** The body of every refusal, as `application/problem+json` (RFC 9457 with a code and two languages). */
export type ProblemBody = {
  code: ProblemCode;
  status: number;
  message: Said;
  fields?: FieldProblem[];
  /** What the refusal is about, for the page to act on: who changed it, the step that is closed, … */
  detail?: Record<string, unknown>;
  /** Seconds after which the same request may succeed. */
  retry_after?: number;
};

export class Problem extends Error {
  readonly body: ProblemBody;

  constructor(body: ProblemBody) {
    super(`${body.code}: ${body.message.en}`);
    this.name = 'Problem';
    this.body = body;
  }
}

/** Fills `{name}` in both sentences of a catalogue entry. An unknown placeholder stays as it is, so that it is seen. */
export function say(code: ProblemCode, params: Params = {}): Said {
  const [, zh, en] = problems[code];
  const valueIn = (language: Language) => (name: string) => {
    const value = params[name];
    return typeof value === 'object' ? value[language] : value;
  };
  return { zh: fill(zh, valueIn('zh')), en: fill(en, valueIn('en')) };
}

export type ProblemExtras = Pick<ProblemBody, 'fields' | 'detail' | 'retry_after'>;

/** `throw problem('id_taken')`: the only way a refusal is made. */
export function problem(code: ProblemCode, params: Params = {}, extras: ProblemExtras = {}): Problem {
  return new Problem({ code, status: problems[code][0], message: say(code, params), ...extras });
}

/** One malformed field, to be collected into `problem('malformed', {}, { fields })`. */
export function fieldProblem(path: string, code: ProblemCode, params: Params = {}): FieldProblem {
  return { path, code, message: say(code, params) };
}
