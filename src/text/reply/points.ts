/** What a message asks to be told: its questions and demands, or its title where it has neither. Runs in the browser. */
import { demand, question } from '#text/reading/asking.ts';

/** `words` are quoted as they stand in the message; `about`: the sentence (or message) around them, which names the matter. */
export type Point = { words: string; about: string; question: boolean };

const most = 6;
const longest = 60;
/** Formulas that ask for nothing that an answer could take up. */
const empty =
  /^(?:请|望|盼|希望|恳请|请求|要求|期待|敬请|领导|政府|有关|相关|部门|能|能够|给予|予以|尽快|早日|及时|高度|重视|关注|解决|处理|回复|答复|解答|帮助|帮忙|支持|核实|调查|查处|落实|此事|该?问题|情况|一下|我们|我|一个|为|为盼|谢谢|和|的|您|你|得到|满意|说法|支招|指教|是不是|怎么办|该|怎么|[\s,、:])+$/;

/** A question without its mark says so by how it begins: 却一直不说什么时候退款 is a complaint. */
const lead = /请问|想问|问一下|咨询|能否|可否|可不可以|能不能/;
/** Questions that want no answer: 天理何在, 难道不管吗. */
const rhetorical =
  /难道|何在|天理|良心|王法|这不是|谁来|谁给|怎么能|怎么会|怎么活|怎么过|让我们|让人|光明|可怜|凭什么|到底有没有人|是什么道理|想想|不知道|不明白|疑惑|主持|正义|公道|做主|作主|救救|谅解|见不得|渎职|怀疑|求助谁|告诉具体|站在|出面|心声|是否存在/;

/** In the order of the words, at most six; the title is one where nothing else is asked. */
export function pointsOf(words: string, title = ''): Point[] {
  const found: Point[] = [];
  for (const sentence of words.split(/[。！？!?；;\n\r]+/)) {
    const point = pointIn(sentence.trim(), words);
    if (point !== null && !found.some((one) => one.words === point.words)) found.push(point);
  }
  const asked = found.filter(({ words: point }) => !empty.test(fold(point)) && !rhetorical.test(point));
  if (asked.length > 0) return asked.slice(0, most);
  const told = [title, ...words.split(/[。！？!?；;，,\n\r]+/)].find((one) => one.trim().length > 5);
  return told === undefined
    ? []
    : [{ words: told.trim().slice(0, longest), about: `${title} ${words.slice(0, 300)}`, question: false }];
}

/** From the clause that asks to the end of the sentence. */
function pointIn(sentence: string, all: string): Point | null {
  if (sentence.length < 4) return null;
  const text = fold(sentence);
  demand.lastIndex = 0;
  const isQuestion = /[吗呢么]$/.test(text) || /[？?]/.test(all[all.indexOf(sentence) + sentence.length] ?? '');
  const asks = isQuestion || lead.test(text) ? question.exec(text)?.index : undefined;
  const from = demand.exec(text)?.index ?? asks;
  if (from === undefined && !isQuestion) return null;
  const start = from === undefined ? 0 : text.lastIndexOf(',', from) + 1;
  return {
    words: sentence.slice(start).trim().slice(0, longest),
    about: sentence,
    question: isQuestion || asks !== undefined,
  };
}

/** Punctuation in the form that the patterns know, each character in its place. */
function fold(words: string): string {
  return words.replace(/，/g, ',').replace(/：/g, ':');
}
