/** Step 4: words as a reader sees them: the names of the lexicon whole, the rest cut by jieba. */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import type { Matcher } from '#text/reading/matcher.ts';

/** `words[i]` stands at `starts[i]` of the text; every unit of the text is in one of them, signs and breaks too. */
export type Segments = { text: string; words: string[]; starts: number[] };

let loaded: Jieba | undefined;

/** One for the process and all its cities: the dictionary takes 0.5 s and 40 MB. What a city adds stays in its own matcher. */
function jieba(): Jieba {
  loaded ??= Jieba.withDict(dict);
  return loaded;
}

/** Without jieba's guesses at unknown words (HMM), which join the ends of neighbours. Linear in the length. */
export function segment(text: string, names: Matcher): Segments {
  const words: string[] = [];
  const starts: number[] = [];
  const found = names.matches(text);
  let next = 0;
  let from = 0; // up to here the text is in `words`
  let at = 0;
  const add = (word: string) => {
    words.push(word);
    starts.push(from);
    from += word.length;
  };
  for (const word of jieba().cut(text, false)) {
    const start = at;
    at += word.length;
    for (; next < found.length && found[next]!.start < at; next++) {
      const name = found[next]!;
      if (name.start > from) add(text.slice(from, name.start));
      add(text.slice(name.start, name.end));
    }
    if (from === start) add(word);
    else if (from < at) add(text.slice(from, at));
  }
  return { text, words, starts };
}
