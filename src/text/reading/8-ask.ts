/** Step 8: what is asked for: a demand, a wish or a question, as far as its clause goes. */
import type { Part } from '#text/reading/7-subject.ts';

export const demand =
  /(?:恳请|恳求|(?<=^|[,。!?;:、\s]|们|业主|居民|村民|此|特|现|故|强烈|并|再次|我)(?:要求|请求|建议)|希望(?!小学|工程|村|路|大道|之家|幼儿园)|呼吁|敬请|烦请|盼望|期望|期盼|跪求|强烈要求|诉求(?:是|为|:)|(?<![邀申聘宴提恳敬烦])请(?![假客柬教战示愿问进到来过了的求])|(?<![希渴绝盼守失观探看名声张欲愿遥])望(?=[在有相政领贵市区县尽能给予早及]))/g;
export const question =
  /(?:请问|想问|问一下|咨询|能否|可否|能不能|是否|可不可以|什么时候|何时|何年|为什么|为何|凭什么|怎么|怎样|如何|多久|多少|哪里|哪个|谁来|有没有|是不是|难道|啥时候|几时)/;
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
