/** Made-up messages of known matters, for tests and benches: places that are nowhere, wordings that vary. */

const firsts = '青云汀望锦金柳兰松明听碧紫丹白星晴翠梧海芙银鹿清枫竹雪石'.split('');
const seconds = '岚麓洲湖绣桂岸亭涛月雨波薇霞鹭河川微桐棠蓉杉鸣溪桥林峰泉堤'.split('');
const lasts = '花园 雅苑 家园 新村 名邸 华庭 公馆 小区'.split(' ');
const matters: readonly (readonly string[])[] = [
  ['地下车库积水没人抽', '车库进水淹了好几辆车', '水泵坏了，积水一直不退', '电梯井也泡在水里'],
  ['电梯反复停运困人', '电梯又坏了，老人上不了楼', '昨晚电梯困住两个孩子', '物业说没有维修资金修电梯'],
  ['楼下烧烤油烟扰民', '烧烤摊油烟直排，不敢开窗', '夜宵摊吵到凌晨三点', '油烟噪音让人无法休息'],
  ['开发商逾期交房', '房子停工一年，至今没有交房', '合同约定的交房日期早过了', '业主还在还贷，房子烂尾'],
  ['门口路面塌陷没人修', '塌了一个大坑，摔了好几个老人', '路灯也坏了，晚上看不见坑', '坑越塌越大，只拉了一条警戒线'],
  ['冬天暖气不热', '供暖一个月，家里只有十度', '暖气管道漏水没有人修', '交了取暖费却不供热'],
];
const openings = ['', '您好，', '请问', '强烈投诉：', '反映一个问题，', '我是这里的住户，'];
const endings = ['请尽快处理。', '希望有关部门管一管。', '', '盼复！', '到底谁来负责？'];

/** @returns `matters × each` messages; those of one matter name one estate and one trouble. The same for the same seed. */
export function messagesOf({ matters: many, each, seed }: { matters: number; each: number; seed: number }) {
  let state = seed;
  const below = (limit: number) => {
    state = (Math.imul(state, 48_271) >>> 0) % 0x7fff_ffff || 1;
    return state % limit;
  };
  const messages: { id: string; words: string }[] = [];
  const matterOf = new Map<string, number>();
  for (let matter = 0; matter < many; matter++) {
    const second = (matter * 7 + Math.floor(matter / firsts.length)) % seconds.length;
    const round = Math.floor(matter / (firsts.length * seconds.length));
    const first = firsts[matter % firsts.length]! + seconds[second]! + numeral(round);
    const estate = first + lasts[(matter * 5 + second) % lasts.length]!;
    const trouble = matters[matter % matters.length]!;
    for (let one = 0; one < each; one++) {
      const id = String(messages.length).padStart(7, '0');
      const said = Array.from({ length: 3 }, () => trouble[below(trouble.length)]!).join('，');
      const words = `${estate}${trouble[below(trouble.length)]}\n${openings[below(openings.length)]}${estate}${1 + below(30)}栋，${said}。${endings[below(endings.length)]}`;
      messages.push({ id, words });
      matterOf.set(id, matter);
    }
  }
  return { messages, matterOf };
}

/** So that estates never run out: 青岚天寅花园. */
function numeral(round: number): string {
  const signs = '天地玄黄宇宙洪荒日月盈昃辰宿列张寒来暑往秋收冬藏闰余成岁律吕调阳';
  let rest = round;
  let written = '';
  while (rest > 0) {
    written += signs[rest % signs.length];
    rest = Math.floor(rest / signs.length);
  }
  return written;
}
