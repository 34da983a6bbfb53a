/** Step 2: greetings, thanks and closings that stand in every message are left out; what they ask for is kept aside. */
import { type Change, change, type Mapped } from '#text/reading/mapped.ts';

/** Who is addressed: 领导, 市长信箱, 各位主任, 有关部门. */
const addressed =
  '(?:各位|各级)?(?:[^,。!?;:\\n]{0,12})?(?:领导|书记|市长|区长|县长|镇长|局长|主任|院长|校长|部长|处长|厅长|省长|部门|政府|同志|工作人员|编辑|小编|信箱)(?:同志|先生|女士|们)*';
const kind = '(?:非常|十分|万分|衷心|诚挚|再次|谨此|在此|先|特此|表示|深表|不胜|由衷|真诚|真心)*的?';
const hope = '(?:敬请|恳请|诚请|烦请|请求|请|敬|望|希望|盼望|盼|期待|期盼|期望|等待|静候|恳求|跪求|急盼|速)';
const who = '(?:您|你们|你|贵单位|贵局|贵部门|各位|有关|相关|上级|政府|领导|部门|职能|单位|主管|同志|们|的|和|、)*';
const how =
  '(?:能够|能|可以|给予|给|予以|尽快|尽早|早日|及时|迅速|马上|抓紧|高度|引起|加以|认真|妥善|切实|帮忙|帮助|一个|个|为|我们|大家|老百姓|百姓|我|来|去|的|得到|做出|作出|明确|满意|圆满|积极|大力)*';
const deed =
  '(?:解决|处理|处置|回复|答复|回答|解答|重视|关注|核实|调查|查处|查实|落实|办理|协调|跟进|受理|反馈|回音|佳音|支持|说法|解释|整改|整治|为盼|为谢|好消息)';

const formulas = [
  `(?:尊敬|敬爱|亲爱|可敬)的?${addressed}`,
  `(?:${addressed})?(?:您们|你们|您|你|大家|领导|各位|早上|上午|中午|下午|晚上)?好啊?`,
  `(?:不好意思|抱歉|冒昧|很?抱歉)?(?:又|再次)?打扰(?:您|你|了|一下|各位|领导)+`,
  `${kind}(?:感谢|谢谢|多谢|致谢|感激不尽|谢意|感激)${who}(?:能|在)?(?:百忙之中)?[^,。!?;:\\n]{0,14}(?:支持|帮助|关心|理解|关注|阅读|查看|来信|留言|工作|信任|配合|抽空|垂阅)?(?:了|和|与|[!~])*`,
  `谢+了?`,
  `此致(?:敬礼|敬上)?|敬礼|顺颂商祺|盼复|急盼|急急急?|在线等|跪谢|叩谢|拜谢|为盼`,
  `祝?(?:您|你|各位|领导|政府|大家|们)*(?:工作|身体|生活|万事|阖家|节日|新年)(?:顺利|愉快|健康|如意|安康|幸福|快乐|、)+`,
  `(?:致礼|敬启|敬呈|敬上|呈上)`,
  `(?:一|1)(?:位|名|个)[^,。!?;:\\n]{0,10}(?:市民|居民|业主|村民|群众|家长|百姓|网友)`,
];
/** A wish that names nothing: 望尽快解决, 请有关部门予以重视; with a thing named (请拆除围挡) it is the ask and stays. */
const closing = new RegExp(
  `^(?:在此|特此|所以|因此|故|现|万望|我们|本人|我|还|也)*${hope}${who}${how}(?:${deed}(?:和|与|、|并)?)+(?:一下|此事|该?问题|这?个?问题|为盼|为谢|了|吧|哦|呀|[.!~])*$`,
);
const formula = new RegExp(`^(?:${formulas.join('|')})$`);
/** Every formula holds one of these: most clauses hold none and are spared the long look. */
const telling =
  /[您你好谢感扰敬盼望请祝急跪叩呈候静]|领导|书记|[市区县镇局院校部处厅省]长|主任|部门|政府|同志|人员|编辑|信箱|市民|居民|业主|村民|群众|家长|百姓|网友|此致|健康|愉快|顺利/;
/** A greeting that runs on without a comma: 您好我是…. */
const opening = /^(?:您们|你们|您|你|大家|领导|书记|市长|局长)好(?!的|像|多|几|了|转|端|坏|处)/;

/** What was left out that asks for something: `start` to `end` of the words given. */
export type Closing = { start: number; end: number };

/** The words without formulas, each only as a whole clause; linear, for clauses over 60 characters are no formulas. */
export function withoutGreeting(words: Mapped): { kept: Mapped; closings: Closing[] } {
  const gone: Change[] = [];
  const closings: Closing[] = [];
  const { text } = words;
  for (let start = 0; start < text.length; ) {
    let end = start;
    while (end < text.length && !isEnd(text.charCodeAt(end))) end++;
    let next = end;
    while (next < text.length && isEnd(text.charCodeAt(next))) next++;
    const clause = end - start <= 60 ? text.slice(start, end) : '';
    if (telling.test(clause)) {
      const asks = closing.test(clause);
      if (asks) closings.push({ start, end });
      if (asks || formula.test(clause)) gone.push({ start, end: next });
      else {
        const hello = opening.exec(clause);
        if (hello) gone.push({ start, end: hello[0].length < clause.length ? start + hello[0].length : next });
      }
    }
    start = next;
  }
  return { kept: change(words, gone), closings };
}

/** , 。 ! ? ; : ~ and the line break, in their normalised form. */
function isEnd(unit: number): boolean {
  return (
    unit === 0x2c ||
    unit === 0x3002 ||
    unit === 0x21 ||
    unit === 0x3f ||
    unit === 0x3b ||
    unit === 0x3a ||
    unit === 0x0a ||
    unit === 0x7e
  );
}
