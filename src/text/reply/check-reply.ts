/** Advice to whoever writes a reply, before it is sent: never a verdict, never a score. Pure; runs in the browser. */
import { missingOf, saidIn } from '#text/reply/complete.ts';
import { type Point, pointsOf } from '#text/reply/points.ts';
import { sharedPairs } from '#text/reply/taken-up.ts';

/**
 * `point`: something asked is not taken up; `asked` quotes it. `found`, `done`, `when`, `whom`: what is not said; for `when`
 * the promise that tells no time. `late`: `days` after the limit, begun ones counted.
 */
export type Advice = {
  kind: 'point' | 'found' | 'done' | 'when' | 'whom' | 'late';
  /** Where in the reply (UTF-16, end excluded); at its end where something is missing. */
  from: number;
  to: number;
  asked?: string;
  days?: number;
};

export type ReplyToCheck = {
  words: string;
  title?: string;
  reply: string;
  /** When the reply is given, and until when it was due; without a limit it is never late. */
  repliedAt: Date;
  limit: Date | null;
};

const day = 86_400_000;

export function checkReply({ words, title = '', reply, repliedAt, limit }: ReplyToCheck): Advice[] {
  if (reply.trim() === '') return [];
  const end = { from: reply.length, to: reply.length };
  const advice: Advice[] = [];
  const missing = missingOf(reply);
  const points = pointsOf(words, title);
  for (const point of points) {
    // what was found or done answers a demand in whatever words; of several questions one may be forgotten all the same
    const answered = point.question ? points.length === 1 && !missing.found : !missing.found || !missing.done;
    if (!answered && !isTakenUp(point, reply)) advice.push({ kind: 'point', ...end, asked: point.words });
  }
  const consultation = isConsultation(title, words);
  // who is told what to do or where to go is told enough
  if (missing.found && !(consultation && !missing.done)) advice.push({ kind: 'found', ...end });
  if (missing.done && !consultation) advice.push({ kind: 'done', ...end });
  for (const promise of missing.when.slice(0, 1)) advice.push({ kind: 'when', ...promise });
  if (missing.whom) advice.push({ kind: 'whom', ...end });
  const over = limit ? repliedAt.getTime() - limit.getTime() : 0;
  if (over > 0) advice.push({ kind: 'late', ...end, days: Math.ceil(over / day) });
  return advice;
}

/** Who only wants to know something is told it; nothing has to be done. */
function isConsultation(title: string, words: string): boolean {
  return (
    /咨询|请问|想问|疑问|怎么办理|如何办理/.test(title + words) && !/投诉|举报|反映|反对|抗议|扰民/.test(title + words)
  );
}

/** From here on a reply speaks of the demand in words of its own; only a question may still be forgotten in it. */
const long = 150;

/**
 * Does the reply say what the point is about? A tenth of the telling pairs, or two of them, is enough: who answers has
 * words of his own. A point of fewer than two pairs names nothing that could be taken up.
 */
function isTakenUp({ about, question }: Point, reply: string): boolean {
  const { of, said } = sharedPairs(about, reply);
  if (of < 2) return true;
  if (saidIn(reply).length >= long) return !question || said > 0;
  return said > 1 || said >= of / 10;
}
