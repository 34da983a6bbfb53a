/** Step 8: what is asked for: a demand, a wish or a question, as far as its clause goes. */

import type { Part } from '#text/reading/7-subject.ts';
import { demand, question } from '#text/reading/asking.ts';

const longest = 80;

/** The last demand; without one the first question; without both nothing. */
export function findAsk(text: string): Part | null {
  let found: Part | null = null;
  for (const match of text.matchAll(demand)) {
    let end = clauseEnd(text, match.index + match[0].length);
    if (text[end - 1] === ',') end--;
    if (end - match.index - match[0].length >= 2) found = { start: match.index, end };
  }
  return found ?? findQuestion(text);
}

function findQuestion(text: string): Part | null {
  for (let start = 0; start < text.length; ) {
    const end = clauseEnd(text, start);
    const words = text.slice(start, end);
    const asks = question.exec(words);
    if (asks || (text[end] === '?' && words.length > 2) || /[吗呢么]$/.test(words)) {
      // 垃圾成山,到底有没有人管: from the clause that asks
      const from = asks ? start + words.lastIndexOf(',', asks.index) + 1 : start;
      return { start: from, end: Math.min(end, from + longest) };
    }
    start = end + 1;
  }
  return null;
}

/** A wish runs over commas, to the end of its sentence, at most 80 characters. */
function clauseEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && end - from <= longest && !/[。!?;\n]/.test(text[end]!)) end++;
  if (end - from <= longest) return end;
  const comma = text.lastIndexOf(',', from + longest);
  return comma > from ? comma : Math.min(text.length, from + longest);
}
