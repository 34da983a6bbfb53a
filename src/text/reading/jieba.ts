/** jieba itself, with its guesses at words that no dictionary knows; loaded once for the process and all its cities. */
import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';

let loaded: Jieba | undefined;

/** Takes 0.5 s the first time, and 40 MB. */
export function jieba(): Jieba {
  loaded ??= Jieba.withDict(dict);
  return loaded;
}
