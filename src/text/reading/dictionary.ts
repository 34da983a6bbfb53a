/** jieba's dictionary as a trie in typed arrays: 350,000 words in 12 MB, loaded once for the process and all its cities. */
import { dict } from '@node-rs/jieba/dict.js';

/**
 * `first` gives the node of a UTF-16 unit that begins a word, `step` the next for one that goes on; 0 where there is none.
 * `weight` is the logarithm of a word's share of all words where one ends at a node, 0 where none does.
 */
export type Dictionary = {
  first: Int32Array;
  step(node: number, unit: number): number;
  /** False where no word begins with these two units: asked first, it spares most steps, and they a miss of the cache. */
  mayBegin(first: number, second: number): boolean;
  weight: Float32Array;
  /** What a single character that the dictionary does not know weighs. */
  unknown: number;
  tagged: Tagged[];
};

/** A word with jieba's count and its tag of the part of speech. */
type Tagged = { word: string; times: number; tag: string };

/** Verbs, adverbs and the closed classes, which tell where a name begins. */
const kept = /^(?:v|vn|vd|vi|d|p|c|u|r|y|e|mq)$/;

let loaded: Dictionary | undefined;

/** Takes about 0.3 s the first time. */
export function dictionary(): Dictionary {
  loaded ??= load(Buffer.from(dict).toString('utf8'));
  return loaded;
}

/** 497,000 nodes in 2²⁰ slots; node numbers take 20 bits. */
const slots = 1 << 20;

function load(lines: string): Dictionary {
  const table = new Int32Array(2 * slots); // a slot: high bits of the unit and the node; low bits of the unit and the child
  const first = new Int32Array(0x1_0000);
  const pairs = new Int32Array(1 << 15);
  const times = new Float64Array(slots);
  const tagged: Tagged[] = [];
  let size = 1;
  let total = 0;

  const slotOf = (node: number, unit: number): number => {
    const above = ((unit >>> 12) << 20) | node;
    const low = unit & 0xfff;
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) >>> 12;
    while (table[2 * slot + 1] !== 0 && (table[2 * slot] !== above || table[2 * slot + 1]! >>> 20 !== low)) {
      slot = (slot + 1) & (slots - 1);
    }
    return slot;
  };
  const child = (node: number, unit: number): number => {
    const slot = slotOf(node, unit);
    if (table[2 * slot + 1] === 0) {
      table[2 * slot] = ((unit >>> 12) << 20) | node;
      table[2 * slot + 1] = ((unit & 0xfff) << 20) | size++;
    }
    return table[2 * slot + 1]! & 0xf_ffff;
  };

  // A line is a word, its count and its tag with one space between. Walked by place: a third of the time of a pattern.
  for (let start = 0; start < lines.length; ) {
    const wordEnd = lines.indexOf(' ', start);
    const countEnd = lines.indexOf(' ', wordEnd + 1);
    const lineEnd = (lines.indexOf('\n', countEnd) + 1 || lines.length + 1) - 1;
    const unit = lines.charCodeAt(start);
    first[unit] ||= size++;
    let node = first[unit]!;
    for (let at = start + 1; at < wordEnd; at++) node = child(node, lines.charCodeAt(at));
    if (wordEnd - start > 1) {
      const bit = pairBit(unit, lines.charCodeAt(start + 1));
      pairs[bit >>> 5]! |= 1 << (bit & 31);
    }
    const count = Number(lines.slice(wordEnd + 1, countEnd));
    const tag = lines.slice(countEnd + 1, lineEnd).trimEnd();
    times[node] = count;
    total += count;
    if (kept.test(tag)) tagged.push({ word: lines.slice(start, wordEnd), times: count, tag });
    start = lineEnd + 1;
  }
  return {
    first,
    step: (node, unit) => table[2 * slotOf(node, unit) + 1]! & 0xf_ffff,
    mayBegin(one, two) {
      const bit = pairBit(one, two);
      return ((pairs[bit >>> 5]! >>> (bit & 31)) & 1) === 1;
    },
    weight: Float32Array.from(times.subarray(0, size), (count) => (count > 0 ? Math.log(count / total) : 0)),
    unknown: Math.fround(Math.log(1 / total)),
    tagged,
  };
}

/** One of 2²⁰ bits for a pair of units. */
function pairBit(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca6b)) >>> 12;
}
