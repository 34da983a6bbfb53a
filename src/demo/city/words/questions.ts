/** What needs no problem: questions answered at once, praise passed on, what belongs elsewhere. All words are made up. */
import type { DispositionCode, Matter } from '#signal/signal.ts';

export type Question = { kind: Matter; code: DispositionCode; season?: readonly number[]; says: readonly string[] };

/** Slots: {x} a thing out of `things`, {k} of `kin`, {c} of `cases`. */
export const questions: Question[] = [
  {
    ...{ kind: 'consult', code: 'knowledge' },
    says: [
      '请问{k}办{x}要带什么材料，周末能不能办',
      '{x}丢了，{k}可以代办补领吗',
      '想问一下{x}在手机上能不能申请，{k}不太会弄',
      '{k}从外地迁过来，{x}要先在哪边办',
      '{x}的办理时限是多少天，{c}算不算特殊情况',
      '昨天去窗口办{x}，说系统升级，什么时候恢复',
      '{c}，这种还能申请{x}吗',
      '{x}到期了，晚几天换要不要紧，{c}',
      '网上填{x}卡在第三步，上传不了照片，{k}着急用',
      '请问{x}收不收费，{k}听说要交押金',
    ],
  },
  {
    ...{ kind: 'consult', code: 'explained' },
    says: [
      '{c}，按政策能补多少，从哪个月起算',
      '听说今年{x}的标准调了，{k}符不符合',
      '{k}想了解{x}的政策，去年没赶上',
      '{c}，户口不在本市，{x}怎么算',
      '单位和我说的{x}不一样，以哪个为准，{c}',
      '老政策停了，新的{x}还没看到文件，{k}一直在等',
    ],
  },
  {
    ...{ kind: 'praise', code: 'praise_passed' },
    says: [
      '表扬窗口一位工作人员，{k}办{x}时一直帮着填表',
      '公交司机把{k}落下的包送到总站，里面有{x}，特别感谢',
      '社区的网格员冒雨帮{k}搬家具，{c}，他没有推',
      '前几天反映的事解决了，{k}让我打个电话说声谢谢，{c}',
      '办{x}的时候遇上停电，工作人员用手电把{k}送下楼，想表扬',
    ],
  },
  {
    ...{ kind: 'help', code: 'to_110' },
    says: [
      '{k}接到自称办{x}的电话，要验证码，怕是骗子',
      '邻居夫妻打架砸东西，{c}，不敢去劝',
      '{k}的电动车在楼下被推走了，车筐里还有{x}',
    ],
  },
  {
    ...{ kind: 'complaint', code: 'to_petition' },
    says: ['{c}，这件事找过几级单位，{k}还是不服', '关于{x}的旧账，{k}要求重新复核，{c}'],
  },
  {
    ...{ kind: 'other', code: 'unclear' },
    says: [
      '电话里声音断断续续，只听清提到{x}和{k}，随后挂断',
      '留言只有一句“{c}，你们看着办”，没有地址也没有说是什么事，回拨无人接',
    ],
  },
  {
    ...{ kind: 'help', code: 'not_our_area' },
    says: ['{k}在外省办{x}遇到麻烦，想让我们这边给协调', '{c}，房子不在本市，想投诉那边的物业'],
  },
];

export const things =
  '居住证 社保卡 公租房资格 老年卡 残疾证 不动产证 营业执照 生育登记 异地就医备案 灵活就业参保 加装电梯补贴 租房补贴 驾驶证换证 护照 身份证 公积金提取 失业登记 临时救助 高龄津贴 养老认证 慢病门诊 新生儿落户 食品小作坊登记 残保金减免 技能补贴 二手房过户 无犯罪记录证明 户口本 契税补贴 煤改电补助'.split(
    ' ',
  );
export const kin =
  '我父亲 我母亲 家里老人 我爱人 孩子 我一个同事 我表弟 楼上大爷 我自己 租客 我嫂子 外婆 我女儿 我儿子 隔壁阿姨 公司新来的人'.split(
    ' ',
  );
export const cases =
  '交过五年社保，中间断了两个月|房子是单位老公房，没有证|人在外地打工回不来|合同是口头说的|原来在县里办过一次|去年离的婚，户口还没分|刚满六十，差一个星期|夫妻两个只有一个有工作|房东不给提供材料|今年刚毕业还没签单位|人在住院，走不了|原件搬家时弄丢了|老宅拆了，地址已经没有了|名字里有个生僻字，系统打不出来|换过一次手机号，验证码收不到|以前办的是临时的|村里和社区都说不归自己|已经等了快一个月|填错了一个日期|材料在另一个城市寄过来要一周'.split(
    '|',
  );
