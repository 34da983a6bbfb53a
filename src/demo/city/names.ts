/** Names of people who do not exist. */
import { surnames } from '#demo/matters.ts';
import type { Random } from '#demo/random.ts';

const given =
  '安 柏 宸 成 澄 川 春 丹 德 冬 恩 方 芳 枫 刚 光 海 航 和 恒 虹 华 怀 辉 慧 佳 健 锦 静 君 俊 可 岚 乐 莉 良 林 玲 梅 敏 明 宁 培 平 琪 巧 青 清 秋 然 荣 蓉 瑞 若 山 珊 诗 书 舒 思 松 涛 婷 伟 文 霞 贤 晓 欣 星 秀 雪 雅 妍 艳 燕 扬 瑶 怡 颖 永 雨 玉 远 云 泽 哲 真 志 舟 子'.split(
    ' ',
  );

/** Three in four have two characters after the surname. */
export function nameOf(random: Random): string {
  const first = random.pick(given);
  if (random.chance(0.25)) return random.pick(surnames) + first;
  return random.pick(surnames) + first + random.pick(given.filter((one) => one !== first));
}
