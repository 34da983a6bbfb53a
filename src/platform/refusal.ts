/** What the database or the system refused, in the words of the catalogue: the one place where it is translated. */
import { type Problem, problem } from '#platform/problem.ts';
import type { ProblemCode } from '#platform/problems.ts';

/** A constraint that a user's own input can break. Any other broken constraint is a fault of the program. */
const constraints: Record<string, ProblemCode> = {
  decision_pkey: 'id_taken',
  account_login_key: 'login_taken',
  delegation_once: 'delegation_twice',
  delegation_pkey: 'id_taken',
  limit_rule_category_id_fkey: 'limit_category_unknown',
  limit_rule_channel_id_fkey: 'limit_channel_unknown',
  limit_rule_pkey: 'id_taken',
  person_id_number_key_key: 'id_number_taken',
  person_pkey: 'id_taken',
  person_staff_number_key: 'staff_number_taken',
  post_administrators_apart: 'posts_apart',
  post_once: 'post_held',
  post_pkey: 'id_taken',
  role_pkey: 'role_code_taken',
  unit_area_id_fkey: 'not_found',
  unit_code: 'unit_code_taken',
  unit_edge_one_parent: 'unit_two_parents',
  unit_pkey: 'id_taken',
};

const GONE = /^(08|57P0[1-3]|53[23]00)/; // connection lost, shutting down, out of memory or connections
const NO_SERVER = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ENOENT', 'ETIMEDOUT']);
const CUT = /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error/;

/** Returns the refusal for an error of `pg` or the file system, or the error itself where it is a fault of ours. */
export function refusalOf(error: unknown): Problem | unknown {
  const { code = '', constraint = '', message = '', syscall } = (error ?? {}) as Record<string, string | undefined>;
  if (code === '53100' || code === 'ENOSPC') return problem('disk_full', {}, { retry_after: 60 });
  if (GONE.test(code) || CUT.test(message) || (NO_SERVER.has(code) && syscall !== 'open')) {
    return problem('unavailable', {}, { retry_after: 5 });
  }
  // A NUL, which no text of PostgreSQL holds: somebody's input, not our fault.
  if (code === '22021' || code === '22P05') return problem('malformed', { count: 1 });
  const known = constraints[constraint];
  return known ? problem(known) : error;
}
