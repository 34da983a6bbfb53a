/** Made-up messages for benches: words by Zipf's law, so that some are in every third message and most are rare. */
import { type Random, randomFrom } from '#demo/random.ts';

const heads =
  '道路小区物业噪音停水电梯垃圾施工公交学校医院停车路灯积水油烟扰民收费维修投诉反映问题处理部门居民晚上没有已经影响希望要求'.match(
    /../g,
  )!;
const tails = '青澜临河新民东湾望湖锦绣金桂和美滨江北苑师范人民解放柳树幸福高铁市场花园广场大厦西门南侧路口'.match(
  /../g,
)!;
const numerals = '一二三四五六七八九十百千甲乙丙丁戊己庚辛'.split('');

/** 20,000 words of two characters or more; the first are the commonest. */
const rare = Array.from({ length: 20_000 }, (_, i) => {
  const a = 0x4e00 + ((i * 7_919) % 18_000);
  const b = 0x4e00 + ((i * 104_729) % 18_000);
  return String.fromCharCode(a, b);
});
const vocabulary = [...heads, ...tails, ...rare];

export type Writer = { message(length: number): string; word(rank: number): string; random: Random };

export function writerOf(seed: number): Writer {
  const random = randomFrom(seed);
  // Rank r with probability about 1 / r: r = N^u.
  const pick = () =>
    vocabulary[Math.floor(vocabulary.length ** (random.below(1_000_000) / 1_000_000)) - 1] ?? vocabulary[0]!;
  return {
    random,
    word: (rank) => vocabulary[rank]!,
    message(length) {
      let text = '';
      while (text.length < length)
        text += pick() + (random.chance(0.12) ? '，' : random.chance(0.1) ? random.pick(numerals) : '');
      return text.slice(0, length);
    },
  };
}
