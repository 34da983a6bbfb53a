/** Step 7: what it is about: the part of the words that names the matter, without where and who. */
import type { Name } from '#text/reading/names.ts';

export type Part = { start: number; end: number };

const longest = 30;
/** 关于…的问题, 反映…问题, 投诉…: the words say themselves what they are about. */
const announced =
  /(?:关于|反映|反应|投诉|举报|咨询|求助|建议|呼吁|请问|就|针对)([^,。!?;:\n]{2,60}?)(?:等?的?(?:相关|有关|一些)?(?:问题|情况|现象|事宜|投诉|建议|咨询|诉求|疑问|事项|请示|反映|求助|举报)|$|[,。!?;:\n])/;
const leading =
  /^(?:[一二三四五六七八九十\d]+[、.)]|第[一二三四五][,、.]?|强烈|紧急|再次|多次|我们?|本人|要|想|请|请问|希望|求|恳请|恳求|建议|投诉|举报|反映|反应|咨询|求助|关于|对于|有关|就|针对|位于|在|的|、|“|”|》|"|-|—|:|,|是|对|一下|某|和|与|旁边?|附近|内|里|门口|楼下|上|路段|交叉口|交汇处|业主|居民|存在|有人|有|\s)+/;
const trailing = /(?:的|等|了|吗|呢|啊|吧|问题|情况|现象|一事|、|”|"|-|—|\s)+$/;

/** Of `text` (as step 4 cut it) with the names that steps 5 and 6 found: out of the first clause that says something. */
export function findSubject(text: string, names: readonly Name[]): Part | null {
  const inOrder = [...names].sort((a, b) => a.start - b.start || a.end - b.end);
  let next = 0;
  for (let start = 0; start < text.length; ) {
    let end = start;
    while (end < text.length && !/[。!?;\n,]/.test(text[end]!)) end++;
    const inside: Name[] = [];
    for (; next < inOrder.length && inOrder[next]!.start < end; next++) inside.push(inOrder[next]!);
    const found = inClause(text, { start, end: Math.min(end, start + 120) }, inside);
    if (found) return found;
    start = end + 1;
  }
  return null;
}

function inClause(text: string, { start, end }: Part, names: readonly Name[]): Part | null {
  const words = text.slice(start, end);
  const told = announced.exec(words);
  let from = start;
  let to = start + words.length;
  if (told) {
    from = start + told.index + told[0].indexOf(told[1]!);
    to = from + told[1]!.length;
  }
  return trim(text, from, to, names);
}

/** Names and empty words at the ends are no subject; of what is too long the beginning. */
function trim(text: string, from: number, to: number, names: readonly Name[]): Part | null {
  const inside = names.filter((name) => name.start >= from && name.end <= to);
  let start = from;
  for (let moved = true; moved; ) {
    moved = false;
    const empty = leading.exec(text.slice(start, to));
    if (empty) {
      start += empty[0].length;
      moved = true;
    }
    for (const name of inside) {
      if (name.start <= start && name.end > start) {
        start = name.end;
        moved = true;
      }
    }
  }
  let end = Math.min(to, start + longest);
  const empty = trailing.exec(text.slice(start, end));
  if (empty) end -= empty[0].length;
  return end - start >= 2 ? { start, end } : null;
}
