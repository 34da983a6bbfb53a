/** Finds names by how they end, in words that are already cut: leftwards to the first word that belongs to no name. */

import type { Segments } from '#text/reading/4-segment.ts';
import { type Ending, generic, noNames } from '#text/reading/endings.ts';
import { isStop } from '#text/reading/stops.ts';

/** `start` to `end` of the segmented text; `known`: it stands in the lexicon. */
export type Name = { start: number; end: number; kind: string; known: boolean };

/** Endings by their last character, the longest first: 居委会 before 委. */
export type Endings = { byLast: Map<string, Ending[]>; isLast: Uint8Array };

export function endingsOf(list: readonly Ending[]): Endings {
  const byLast = new Map<string, Ending[]>();
  for (const one of list) {
    const last = one.ending.at(-1)!;
    byLast.set(last, [...(byLast.get(last) ?? []), one]);
  }
  for (const some of byLast.values()) some.sort((a, b) => b.ending.length - a.ending.length);
  const isLast = new Uint8Array(0x1_0000);
  for (const last of byLast.keys()) isLast[last.charCodeAt(0)] = 1;
  return { byLast, isLast };
}

/** The longest name that is believed without the lexicon, in characters, and in words before the ending. */
const longest = 16;
const mostWords = 6;

export function findNames(
  segments: Segments,
  endings: Endings,
  kindOfKnown: (name: string) => string | undefined,
): Name[] {
  const { text, words, starts, known } = segments;
  const names: Name[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const end = starts[i]! + word.length;
    const kind = known.has(i) ? kindOfKnown(word) : undefined;
    if (kind !== undefined) {
      names.push({ start: starts[i]!, end, kind, known: true });
      continue;
    }
    const found = endingAt(text, end, endings);
    if (!found || found.kind === 'none') continue;
    const before = names.at(-1);
    const start = headStart(segments, i, before?.end ?? 0, found);
    // 宏泰房地产 was one already when 开发有限公司 came
    const grows = before?.end === start && found.kind === 'firm' && before.kind === 'firm';
    const head = grows ? before.start : start;
    if (!isName(text.slice(head, end), found) || !(found.sure || hasCue(text, head, end))) continue;
    if (grows) names.pop();
    // 柳絮苑小区 and 柳絮苑 are one estate
    const bare = /^(?:小区|楼盘)$/.test(found.ending) && end - head > 4 ? end - 2 : end;
    names.push({ start: head, end: bare, kind: found.kind, known: false });
  }
  return names;
}

/** The longest ending that stands before `end`; a word of jieba may hold its beginning (翠屏山｜庄). */
function endingAt(text: string, end: number, endings: Endings): Ending | undefined {
  if (!endings.isLast[text.charCodeAt(end - 1)]) return undefined;
  return endings.byLast.get(text[end - 1]!)?.find((one) => text.endsWith(one.ending, end));
}

/** Where the name begins whose ending is in word `i`; not before `free`. */
function headStart({ words, starts }: Segments, i: number, free: number, { kind, ending }: Ending): number {
  const end = starts[i]! + words[i]!.length;
  const most = kind === 'area' && ending.length < 2 ? 5 : longest;
  const isOfPlace = kind === 'office' || kind === 'body' || kind === 'hospital' || kind === 'school';
  let first = i;
  while (first > 0 && starts[first]! > end - ending.length && starts[first - 1]! >= free) first--;
  const whole = first;
  while (first > 0 && i - first < mostWords) {
    const before = words[first - 1]!;
    const at = starts[first - 1]!;
    if (at < free || end - at > most || isStop(before)) break;
    if (endsArea(before, words[first - 2])) {
      // 石桥镇政府, 双柳村村委会, 向阳｜社区居委会: the nearest area belongs to the name
      if (!isOfPlace || first !== whole || !/[镇乡村区县道]$/.test(before)) break;
      first--;
      if (before.length > 2) break;
      continue;
    }
    first--;
    if (kind === 'area' && /^[A-Z]\d{0,2}$/.test(before)) break;
  }
  // a number alone begins no name but that of a line or a road
  while (first < whole && /^[\d.]+$/.test(words[first]!) && kind !== 'road') first++;
  return starts[first]!;
}

/** A larger place ends here; what follows is a name of its own. */
function endsArea(word: string, before: string | undefined): boolean {
  if (word.length === 1) return /[市区县镇村路]/.test(word) && /^[A-Z]\d*$/.test(before ?? '');
  return /(?:[省市县镇乡区村路]|街道|大道|街)$/.test(word) && word !== '城市' && word !== '都市';
}

function isName(name: string, { ending, kind, alone }: Ending): boolean {
  if (name === ending) return alone;
  if (noNames.has(name) || bareFirm.test(name)) return false;
  const head = name.slice(0, name.length - ending.length);
  if (head === '' || generic.has(head)) return false;
  if (counting.test(head)) return false;
  if (/^[\d.*一二三四五六七八九十两几]+$/.test(head)) return /^\d+(?:国道|省道|县道|号线)$/.test(name);
  return head.length > 1 || kind === 'area' || kind === 'village' || kind === 'office';
}

const building = /^(?:小区|业主|楼盘|物业|[0-9A-Z一二三四五六七八九十]{1,3}(?:期|栋|幢|号楼|座|单元)|住户|居民)/;
/** Stricter, for names without any ending: 绝大多数业主 is no estate. */
const numbered = /^(?:小区|楼盘|[0-9A-Z一二三四五六七八九十]{1,3}(?:期|栋|幢|号楼))/;
/** What a firm does is no name: 管理有限公司. */
const bareFirm =
  /^(?:管理|开发|投资|发展|服务|置业|实业|建设|物业|房地产|地产|科技|建筑|工程|装饰|营利性|自来水|供水|供电|燃气|股份|有限|责任|集团|总|分)*公司$/;
const beginsNumbered = new Uint8Array(0x1_0000);
for (const unit of '小楼0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ一二三四五六七八九十')
  beginsNumbered[unit.charCodeAt(0)] = 1;
const counting =
  /^(?:[一二两三四五六七八九十几多数各某半\d]+[十百千万余多]*(?:个|家|所|套|条|户|栋|间|届|片|座|处|类|级|站|名|位|公里|千米|次|种|部|辆)|同一|不同|各个|前期|后期|原来|代表)/;
const placed = /(?:位于|[住在从到往去]|地处|[区县镇乡市]|街道|社区|\d号|路|“|")$/;

/** What stands before or after tells that even 苑 or 府 ends a name here. */
function hasCue(text: string, start: number, end: number): boolean {
  if (end - start < 3) return false;
  return building.test(text.slice(end, end + 6)) || placed.test(text.slice(Math.max(0, start - 4), start));
}

/** Names without an ending, which only what follows tells: 米兰印记2栋, “云上山”楼盘. */
export function findBareNames(segments: Segments, taken: readonly Name[]): Name[] {
  const { text, words, starts } = segments;
  const names: Name[] = [];
  let next = 0;
  for (let i = 1; i < words.length; i++) {
    const end = starts[i]!;
    if (beginsNumbered[text.charCodeAt(end)] === 0 || !numbered.test(text.slice(end, end + 6))) continue;
    let first = i;
    while (first > 0 && i - first < 4) {
      const before = words[first - 1]!;
      if (isStop(before) || /\d/.test(before) || endsArea(before, words[first - 2]) || end - starts[first - 1]! > 8)
        break;
      first--;
    }
    const start = starts[first]!;
    while (next < taken.length && taken[next]!.end <= start) next++;
    const isTaken = next < taken.length && taken[next]!.start < end;
    const name = text.slice(start, end);
    if (
      end - start < 3 ||
      isTaken ||
      noNames.has(name) ||
      generic.has(name) ||
      counting.test(name) ||
      !/^[\p{Script=Han}A-Za-z]+$/u.test(name)
    )
      continue;
    names.push({ start, end, kind: 'estate', known: false });
  }
  return names;
}
