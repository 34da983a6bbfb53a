/** What the whole town speaks of: a main that bursts, a line that is changed, a site that stops, a night of rain. */
import { goingMatters } from '#demo/city/words/going.ts';
import { homeMatters } from '#demo/city/words/home.ts';
import { ALWAYS, type CityMatter } from '#demo/city/words/matter.ts';
import { streetMatters } from '#demo/city/words/street.ts';
import { workMatters } from '#demo/city/words/work.ts';

export const cityMatters: CityMatter[] = [...homeMatters, ...streetMatters, ...goingMatters, ...workMatters];
const of = (title: string): CityMatter => cityMatters.find((matter) => matter.title === title)!;

export type CityBurst = {
  matter: CityMatter;
  /** One name for all places of it; without it there are `places` of them. */
  place?: string;
  places?: number;
  /** Month and day on which it begins. */
  on: string;
  days: number;
  /** Signals at each place, about. */
  size: number;
  /** It is not settled within these months. */
  stays?: true;
};

export const cityBursts: CityBurst[] = [
  {
    ...{ place: '澜岸雅苑', on: '02-24', days: 190, size: 1_000, stays: true },
    matter: {
      ...{ title: '停工、逾期交房', category: '房地产', kind: 'complaint', unit: 'housing', at: 'site' },
      ...{ weight: 0, season: ALWAYS, hours: 'day', harm: 'money' },
      cores: [
        '{p}的塔吊{w}没有动过，现场只剩一个看门的',
        '买了{p}的房，合同写的交房日早过了',
        '{p}售楼处关了门，打电话都是忙音',
        '{p}三号楼停在十一层，钢筋露在外面淋雨',
        '房贷一个月不少地还，{p}的房子不知道在哪里',
        '{p}说复工，来了{n}个人拍完照又走了',
        '{p}的监管账户里还有没有钱，没人给个数',
        '我们在{p}买的是婚房，婚都结了两年了',
        '{p}地下室全是水，抽水机早就拉走了',
      ],
      details: [
        '开发商换了三个接待的人，说法都不一样',
        '施工方说欠他们工程款，欠多少不肯讲',
        '租房加房贷，工资发下来当天就没了',
        '{m}位业主建了群，轮流去现场看',
        '上次座谈会答应月底复工，又过去{w}',
        '预售证在网上能查到，进度停在去年',
        '孩子上学要房产证，现在拿什么去报名',
        '看到材料商往外拉东西，拦都拦不住',
        '电梯井没有盖，小孩爬进去玩',
      ],
      wants: [
        '请公开监管资金的去向',
        '要求给出复工和交房的时间表',
        '希望住建部门牵头开一次会',
        '能不能先停一停月供',
        '请派人住在工地盯着',
        '要求有人书面答复',
      ],
    },
  },
  {
    ...{ place: '锦澜路', on: '05-18', days: 3, size: 330 },
    matter: {
      ...{ title: '供水主管爆裂、大面积停水', category: '供水', kind: 'help', unit: 'water', at: 'street' },
      ...{ weight: 0, season: ALWAYS, hours: 'morning', harm: 'elders' },
      cores: [
        '{p}路面突然鼓起来，水冲到两米多高',
        '{p}周边好几个小区都停水了，什么时候能来',
        '{p}主管爆了以后，水灌进我们地下车库',
        '家里没水，{p}那边还在往外冒',
        '{p}塌了个坑，一辆车半个轮子陷在里面',
        '{t}起一滴水没有，{p}附近的店都关了门',
        '来水以后又黄又浑，放了半小时还是这样，住{p}边上',
      ],
      details: [
        '送水车只在大路口停，老人走不过去',
        '楼上厕所都没法冲',
        '通知说两点来，四点了还没有',
        '我店里的面粉都泡了',
        '医院那头也没水，排着队打',
        '抢修的人一直在干，看着也辛苦',
        '高层要等加压，说最早明天',
      ],
      wants: [
        '请多派几辆送水车',
        '请每隔几个小时通报一下',
        '损失找谁登记',
        '希望把这一段老管子都换掉',
        '请把坑围起来，晚上看不见',
      ],
    },
  },
  {
    ...{ place: '37 路', on: '09-01', days: 24, size: 420 },
    matter: {
      ...{ title: '改线后出行不便', category: '公共交通', kind: 'suggest', unit: 'bus', at: 'bus' },
      ...{ weight: 0, season: ALWAYS, hours: 'morning', harm: 'way' },
      cores: [
        '{p}改线以后不走医院了，老人看病要倒两趟',
        '{p}取消了我们这一站，走到最近的站要二十分钟',
        '{p}改线没有征求意见，站牌上贴张纸就改了',
        '孩子坐{p}上学，现在早上六点就得出门',
        '{p}新线路绕到产业园，多走{m}分钟',
        '{p}改了以后车里空着跑，老线路上的人干等',
        '下夜班全靠{p}，末班提前了一个钟头',
      ],
      details: [
        '导航上还是老线路，好几个人白等',
        '司机自己都说不合理',
        '我们小区住的多是退休的',
        '打车一趟十八块，一个月下来吃不消',
        '学校门口的家长都在说这件事',
        '以前站台就在楼下，带孩子方便',
        '听说是为了躲开施工，那修完能不能改回来',
      ],
      wants: [
        '请恢复原来的站',
        '建议老线路保留区间车',
        '希望开个听证，听听坐车的人怎么说',
        '请先开一趟社区小巴',
        '请把改线的理由公布出来',
      ],
    },
  },
  {
    ...{ place: '飞跃健身', on: '04-12', days: 14, size: 190 },
    matter: {
      ...{ title: '关门跑路、预付款难退', category: '消费维权', kind: 'complaint', unit: 'market', at: 'firm' },
      ...{ weight: 0, season: ALWAYS, hours: 'day', harm: 'money' },
      cores: [
        '{p}三家店同一天关门，器材都搬空了',
        '上周还在催我续卡，今天{p}就贴了停业',
        '{p}的教练也没拿到工资，说老板联系不上',
        '我在{p}还剩{m}节私教课',
        '{p}说并到别的店，那家店根本不认',
        '给孩子在{p}报的游泳班，一节没上',
      ],
      details: [
        '合同上的公司和收款的不是一个名字',
        '关门前两天还搞充值送礼',
        '{m}个人在门口登记，保安不让进',
        '办卡用的是分期，银行照样扣款',
        '法人换成了一个外地的',
        '泳池水都放干了，看来早有准备',
      ],
      wants: ['请冻结他们的账户', '希望帮大家统一登记', '要求退还没上的课', '请查是不是故意的', '分期能不能先停下来'],
    },
  },
  {
    ...{ place: '星桥工业园', on: '06-11', days: 10, size: 250 },
    matter: {
      ...{ title: '夜间刺鼻气味', category: '大气污染', kind: 'complaint', unit: 'ecology', at: 'firm' },
      ...{ weight: 0, season: ALWAYS, hours: 'night', harm: 'sleep' },
      cores: [
        '{p}方向{t}飘来刺鼻的味，像指甲油',
        '{p}那边一到半夜就放，眼睛辣得流泪',
        '整个小区都是怪味，顺风找过去就是{p}',
        '{p}排气以后，{who}咳了一夜',
        '{p}的味道从窗缝钻进来，用湿毛巾堵都没用',
        '跑步到{p}外面，闻得直恶心',
      ],
      details: [
        '白天检查的车走了，夜里照放',
        '味道一阵一阵的，十来分钟最浓',
        '有人看见东门那栋楼顶在冒',
        '学校住宿的孩子也说头疼',
        '下雨天更重',
        '打过环保的电话，说数据正常',
        '连着{n}个晚上了',
      ],
      wants: [
        '请夜里来，凌晨一点最明显',
        '要求说清楚是什么气体',
        '希望给附近的人做个检查',
        '查不出来就先停产',
        '请把监测的数字每天发出来',
      ],
    },
  },
  { matter: of('供暖不热'), place: '望湖片区', on: '11-16', days: 6, size: 280 },
  { matter: of('道路积水、井盖破损'), places: 16, on: '07-19', days: 2, size: 34 },
  { matter: of('道路积水、井盖破损'), places: 8, on: '08-09', days: 2, size: 22 },
  { matter: of('违规燃放烟花爆竹'), places: 14, on: '02-16', days: 2, size: 18 },
  { matter: of('拖欠工资'), places: 9, on: '01-19', days: 20, size: 30 },
  { matter: of('入学转学与开学收费'), places: 6, on: '08-26', days: 12, size: 32 },
  { matter: of('停电与电压不稳'), places: 5, on: '07-28', days: 3, size: 26 },
  { matter: of('蚊虫滋生、鼠患'), places: 6, on: '06-28', days: 25, size: 18 },
  { matter: of('树木遮挡与落叶堆积'), places: 5, on: '11-05', days: 12, size: 12 },
];
