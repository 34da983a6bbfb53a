/** Turns zod's issues into the fields of a `malformed` problem, in both languages. */
import type { z } from 'zod';
import { type FieldProblem, fieldProblem, type Problem, problem } from '#platform/problem.ts';

type Issue = Pick<z.core.$ZodIssue, 'code' | 'path' | 'message'> & Record<string, unknown>;

function fieldOf(issue: Issue): FieldProblem {
  const path = issue.path.map(String).join('.');
  const missing = issue.code === 'invalid_type' && / received (undefined|null)$/.test(issue.message);
  if (missing || (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1)) {
    return fieldProblem(path, 'field_required');
  }
  if (issue.code === 'too_big' && issue.origin === 'string') {
    return fieldProblem(path, 'field_too_long', { limit: String(issue.maximum) });
  }
  if (issue.code === 'unrecognized_keys') return fieldProblem(path, 'field_unknown', { value: String(issue.keys) });
  return fieldProblem(path, 'field_invalid', { why: issue.message });
}

export function malformed(issues: readonly z.core.$ZodIssue[]): Problem {
  const fields = issues.map((issue) => fieldOf(issue as unknown as Issue));
  return problem('malformed', { count: fields.length }, { fields });
}

/** Parses or throws `malformed`. */
export function parse<T extends z.ZodType>(schema: T, value: unknown): z.output<T> {
  const result = schema.safeParse(value);
  if (!result.success) throw malformed(result.error.issues);
  return result.data;
}
