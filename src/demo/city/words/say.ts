/** Putting a citizen's words together out of parts, so that two who tell of the same matter tell it differently. */

import type { CityMatter } from '#demo/city/words/matter.ts';
import { endings, folk, harms, histories, openings, spans, whens } from '#demo/city/words/phrases.ts';
import { cases, kin, type Question, things } from '#demo/city/words/questions.ts';
import type { Random } from '#demo/random.ts';

export type Voice = keyof typeof openings;

/** @param place as this person names it */
export function wordsOf(random: Random, matter: CityMatter, place: string, voice: Voice): string {
  const opening = random.pick(openings[voice]);
  const core = random.pick(matter.cores);
  // Whoever has begun to tell goes on: one part, two, or the whole story.
  const told = [
    ...(random.chance(0.72) ? [random.pick(matter.details)] : []),
    ...(random.chance(0.45) ? [random.pick(harms[matter.harm])] : []),
    ...(random.chance(0.28) ? [random.pick(histories)] : []),
    ...(random.chance(0.14) ? [random.pick(matter.details)] : []),
  ];
  const wish = random.chance(0.62) ? random.pick(matter.wants) : '';
  const end = random.chance(voice === 'inspection' ? 0 : 0.3) ? random.pick(endings) : '';
  const parts = [core, ...new Set(shuffled(random, told)), wish, end].filter(Boolean);
  const filled = parts.map((part) => fill(random, part, matter, place));
  return opening + joined(random, filled);
}

export function askedOf(random: Random, question: Question): string {
  const words = random
    .pick(question.says)
    .replace('{x}', random.pick(things))
    .replace('{k}', random.pick(kin))
    .replace('{c}', random.pick(cases));
  const more = random.chance(0.5) ? `${random.pick(['，', '。'])}${random.pick(cases)}` : '';
  const end = random.chance(0.25) ? `，${random.pick(endings.slice(0, 6))}` : '';
  return `${words}${more}${end}${/[？?]$/.test(words) ? '' : random.pick(['？', '。', ''])}`;
}

function fill(random: Random, part: string, { hours }: CityMatter, place: string): string {
  return part
    .replace('{p}', place)
    .replace('{w}', random.pick(spans))
    .replace('{t}', random.pick(whens[hours]))
    .replace('{n}', () => random.pick(['两', '三', '四', '五', '六']))
    .replace('{m}', () => String(8 + random.below(48)))
    .replace('{who}', random.pick(folk));
}

/** Commas and stops as people set them: not always in the same place. */
function joined(random: Random, parts: string[]): string {
  let text = parts[0]!;
  for (const part of parts.slice(1)) text += `${random.pick(['，', '，', '。', '。', '；'])}${part}`;
  return `${text}${random.pick(['。', '。', '。', '！', ''])}`;
}

function shuffled<T>(random: Random, list: T[]): T[] {
  const left = [...list];
  const result: T[] = [];
  while (left.length > 0) result.push(...left.splice(random.below(left.length), 1));
  return result;
}
