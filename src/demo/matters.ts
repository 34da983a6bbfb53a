/** What the demo's people complain about: each matter with its unit, places and several ways of saying it. All made up. */
import type { Matter } from '#signal/signal.ts';

export type DemoMatter = {
  title: string;
  unit: 'urban' | 'water' | 'housing' | 'traffic';
  category: string;
  matter: Matter;
  places: string[];
  says: string[];
};

export const demoMatters: DemoMatter[] = [
  {
    title: '{place}夜间施工噪音扰民',
    unit: 'urban',
    category: '噪音扰民',
    matter: 'complaint',
    places: ['滨江花园北侧工地', '新民路地铁口工地', '东湾小学旁'],
    says: [
      '{place}晚上十一点以后还在打桩，家里老人和孩子睡不着，请尽快管一管。',
      '我住在附近，{place}连续三个晚上施工到凌晨，噪音很大，投诉过一次没有改。',
      '{place}半夜有渣土车进出，鸣笛声不断，希望核实是否有夜间施工许可。',
    ],
  },
  {
    title: '{place}水压不足、经常停水',
    unit: 'water',
    category: '供水',
    matter: 'help',
    places: ['望湖小区三期', '柳树巷 12 号院', '锦绣新村'],
    says: [
      '{place}五楼以上早晚没有水，已经一个多星期了，物业说是管网的问题。',
      '{place}最近天天停水，也没有提前通知，做饭洗澡都成问题。',
      '反映{place}水压太低，热水器打不着火，请水务部门上门看看。',
    ],
  },
  {
    title: '{place}路面积水、井盖破损',
    unit: 'water',
    category: '排水',
    matter: 'complaint',
    places: ['解放东路与青年街路口', '临河大道公交站', '北苑菜市场门口'],
    says: [
      '{place}一下雨就积水到小腿，行人没法走，井盖也松了，怕出事。',
      '{place}的雨水井盖碎了一半，晚上看不清，昨天有骑车的人摔倒。',
      '{place}排水不畅，每次下雨都积水，请疏通。',
    ],
  },
  {
    title: '{place}电梯故障长期不修',
    unit: 'housing',
    category: '物业管理',
    matter: 'complaint',
    places: ['金桂苑 7 号楼', '望湖小区二期 3 号楼', '和美家园 5 栋'],
    says: [
      '{place}电梯坏了半个月，物业一直说等配件，楼上有坐轮椅的老人下不来。',
      '{place}的电梯经常困人，昨天又困了两个人，要求彻底检修。',
      '请督促物业修{place}的电梯，每次都是修好两天又坏。',
    ],
  },
  {
    title: '{place}占道经营、油烟扰民',
    unit: 'urban',
    category: '市容秩序',
    matter: 'complaint',
    places: ['师范学院西门', '北苑菜市场门口', '人民广场南侧'],
    says: [
      '{place}每天晚上烧烤摊占了人行道，油烟直接飘进居民楼。',
      '{place}摊贩把盲道都占了，垃圾也没人收拾。',
      '希望城管去{place}看看，流动摊贩越来越多，路都走不通。',
    ],
  },
  {
    title: '{place}公交班次太少',
    unit: 'traffic',
    category: '公共交通',
    matter: 'suggest',
    places: ['16 路（东湾方向）', '高新区 K3 线', '望湖线末班'],
    says: [
      '{place}早高峰二十多分钟才来一班，挤不上去，建议加密班次。',
      '建议{place}晚上延长运营时间，下班晚的人回不了家。',
      '{place}经常不按时刻表发车，请公交公司解释。',
    ],
  },
  {
    title: '{place}路灯不亮',
    unit: 'urban',
    category: '市政设施',
    matter: 'help',
    places: ['柳树巷', '临河大道二段', '新民街道幸福里'],
    says: [
      '{place}有七八盏路灯不亮，晚上黑漆漆的，女孩子走夜路害怕。',
      '{place}路灯坏了快一个月，报修过没有人来。',
      '请修一下{place}的路灯，老人晚上出门摔过一跤。',
    ],
  },
  {
    title: '{place}停车收费不规范',
    unit: 'traffic',
    category: '停车管理',
    matter: 'complaint',
    places: ['市人民医院停车场', '高铁站西广场', '青澜商场地下'],
    says: [
      '{place}不按公示价格收费，停两个小时收了三十元，没有票。',
      '{place}公示牌写前三十分钟免费，实际照收，请核查。',
      '{place}收费员不给发票，态度也差。',
    ],
  },
];

/** Matters that need no problem: answered on the spot. */
export const demoQuestions = [
  '请问异地就医备案怎么办理，需要带什么材料？',
  '想咨询一下老旧小区加装电梯的补贴政策。',
  '请问今年的公租房申请什么时候开始？',
  '市民卡丢了在哪里补办，需要本人去吗？',
  '表扬 16 路公交司机，帮我找回了丢在车上的书包。',
];

export const surnames = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜'.split('');
