/** Made-up tickets as citizens write them: who speaks, where, what is wrong, what is wanted; of as many places as a city has. */
import { type Random, randomFrom } from '#demo/random.ts';

const firsts =
  '望湖 锦绣 滨江 金桂 柳树 东湾 新民 人民 解放 青澜 和美 临河 师范 北苑 幸福 高铁 桃源 翠竹 云溪 明珠 阳光 春晓 银杏 白鹭'.split(
    ' ',
  );
const seconds = '花园 家园 新村 佳苑 名邸 雅居 公寓 小区 大院 世家'.split(' ');
const syllables = '安宁瑞祥福禄寿喜春夏秋冬梅兰竹菊松柏云霞星月晨曦江河湖海'.split('');
const roads = '南门 北门 东侧 西侧 3号楼 7号楼 12号楼 地下车库 门口 后面'.split(' ');
const matters = [
  ['地下室', '污水倒灌', '积水没过脚踝', '臭味很大', '电瓶车泡坏了'],
  ['电梯', '反复停运', '困住老人', '维保公司没人来', '按键失灵'],
  ['楼下烧烤店', '油烟扰民', '营业到凌晨', '不敢开窗', '多次劝说无效'],
  ['路灯', '整排不亮', '晚上看不见路', '有人摔倒', '报修没有回音'],
  ['物业', '乱收停车费', '没有公示标准', '不给发票', '道闸不让进'],
  ['工地', '夜里施工', '打桩声音很响', '孩子睡不着', '没有夜间许可'],
  ['垃圾桶', '几天没清', '苍蝇很多', '污水流到路上', '味道熏人'],
  ['消防通道', '长期被占', '停满私家车', '救护车进不来', '没人管'],
  ['暖气', '不热', '室温只有十三度', '老人孩子受冻', '热力公司互相推'],
  ['自来水', '发黄', '水压很低', '停水没有通知', '已经一周'],
];
const begins = ['您好，我是附近居民，', '我要反映', '领导好，', '再次反映：', '', '来电人称'];
const ends = ['请尽快处理。', '希望有关部门核实答复。', '要求给个说法。', '投诉多次没有结果。', '谢谢。'];

/** @param places how many estates there are. */
export function ticketsOf(seed: number, places: number): { random: Random; ticket(): string } {
  const random = randomFrom(seed);
  const estate = (n: number) =>
    firsts[n % 24]! + syllables[Math.floor(n / 24) % 28]! + syllables[Math.floor(n / 672) % 28]! + seconds[n % 10]!;
  return {
    random,
    ticket() {
      const [what, ...signs] = random.pick(matters);
      const said = signs.filter(() => random.chance(0.6)).join('，');
      const day = `${1 + random.below(12)}月${1 + random.below(28)}日`;
      const where = `${estate(random.below(places))}${random.pick(roads)}`;
      return `${random.pick(begins)}${where}${what}${said || signs[0]!}，从${day}开始，${random.pick(signs)}，${random.pick(ends)}`;
    },
  };
}
