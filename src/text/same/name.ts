/** What a group is called: the place or organisation that most of its members name, and the words they share. */
import { normalise } from '#text/reading/1-normalise.ts';
import { withoutPersons } from '#text/reading/3-mask.ts';
import { cutKnownWords, hashWord } from '#text/same/2-terms.ts';
import { type Counts, wordWeight } from '#text/same/4-counts.ts';
import type { Prepared } from '#text/same/5-prepare.ts';
import type { Named } from '#text/same/same.ts';

const longest = 20;
const longestPlace = 12;
const shownWords = 3;
const keptWords = 8;
/** Of a large group so many members are read, at even distances; of each the beginning, where people say what it is about. */
const readMembers = 30;
const readUnits = 160;

/** Said in any message, and by nobody to name a matter. */
const said = new Set(
  (
    '反映 投诉 举报 咨询 建议 请问 询问 希望 恳请 请求 求助 强烈 要求 关于 有关 相关 部门 领导 政府 书记 市长 局长 尊敬 您好 你好 谢谢 感谢 问题 情况 事情 ' +
    '解决 处理 回复 答复 关注 重视 什么 怎么 为什么 为何 何时 如何 是否 能否 可以 能够 现在 目前 已经 一直 多次 再次 严重 非常 我们 你们 他们 本人 自己 ' +
    '大家 居民 业主 市民 群众 百姓 老百姓 小区 社区 街道 附近 旁边 没有 不能 无法 这个 那个 这样 进行 导致 造成 影响 存在 出现 以及 因为 所以 但是 而且 ' +
    '如果 一个 一些 一下 今年 去年 时候 时间 今天 昨天 晚上 希望能 尽快 早日'
  ).split(' '),
);

/** `name` at most 20 characters; `words` the strongest first. Hangs on the set of members alone. Personal data is masked before. */
export function nameOf(members: readonly Prepared[], counts: Counts): Named {
  const read = spread(members).map(({ text, names }) => ({
    text: withoutPersons(normalise(text.slice(0, readUnits))).text,
    names: names.filter(({ rarity }) => rarity > 0).map((name) => name.text),
  }));
  const place = placeOf(read);
  const words = wordsOf(read, place, counts);
  const shown: string[] = [];
  let room = longest - place.length;
  for (const { word } of words.slice(0, shownWords)) {
    if (word.length + 1 > room) continue;
    shown.push(word);
    room -= word.length + 1;
  }
  const order = new Map(words.map(({ word, first }) => [word, first]));
  shown.sort((a, b) => order.get(a)! - order.get(b)! || (a < b ? -1 : 1));
  const name = place === '' ? shown.join('、') : shown.length === 0 ? place : `${place}：${shown.join('、')}`;
  return { name, words: [...(place === '' ? [] : [place]), ...words.map(({ word }) => word)].slice(0, keptWords) };
}

type ReadMember = { text: string; names: readonly string[] };

/** What at least half of the members say in the same words, the longer the better. */
function placeOf(members: readonly ReadMember[]): string {
  let best = { name: '', score: 0 };
  for (const name of new Set(members.flatMap(({ names }) => names))) {
    if (name.length > longestPlace || /[*\d]/.test(name)) continue;
    const share = members.filter(({ text }) => text.includes(name)).length / members.length;
    const score = share < 0.5 ? 0 : share * Math.sqrt(name.length);
    if (score > best.score || (score === best.score && score > 0 && name < best.name)) best = { name, score };
  }
  return best.name;
}

type Word = { word: string; score: number; first: number };

function wordsOf(members: readonly ReadMember[], place: string, counts: Counts): Word[] {
  const found = new Map<string, { times: number; first: number }>();
  for (const { text } of members) {
    const own = new Map<string, number>();
    let at = 0;
    for (const word of cutKnownWords(text)) {
      if (!own.has(word)) own.set(word, at);
      at += word.length;
    }
    for (const [word, first] of own) {
      const one = found.get(word) ?? { times: 0, first: 0 };
      found.set(word, { times: one.times + 1, first: one.first + first });
    }
  }
  return [...found]
    .filter(([word, { times }]) => isTelling(word, place) && times * 4 > members.length)
    .map(([word, { times, first }]) => {
      const share = times / members.length;
      return { word, score: share * wordWeight(counts, hashWord(word)), first: first / times };
    })
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
    .slice(0, keptWords);
}

const isTelling = (word: string, place: string) =>
  word.length > 1 && /^\p{Script=Han}+$/u.test(word) && !said.has(word) && !place.includes(word);

function spread(members: readonly Prepared[]): readonly Prepared[] {
  const ordered = [...members].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
  if (ordered.length <= readMembers) return ordered;
  return Array.from({ length: readMembers }, (_, at) => ordered[Math.floor((at * ordered.length) / readMembers)]!);
}
