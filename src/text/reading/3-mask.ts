/** Step 3: nothing of a person goes further: numbers, plates, mail, marked names, and names that the words themselves tell. */
import { maskName } from '#text/mask.ts';
import { personalSpans } from '#text/personal.ts';
import { type Change, change, type Mapped } from '#text/reading/mapped.ts';

/** What stands for all that was masked: it tells neither digits nor length. */
export const masked = '*';

const surname =
  '(?:欧阳|司马|上官|诸葛|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|长孙|宇文|轩辕|[王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟申欧耿关兰焦俞左柳甘祝包宁符阮纪梅童凌毕单季裴霍涂成苗谷盛曲翁冉骆蓝路游辛靳管柴蒙鲍华喻祁蒲房滕屈饶解牟艾尤阳时穆农司卓古吉缪简车项连芦麦褚娄窦戚岑景党宫费卜冷晏席卫米柏宗瞿桂全佟应臧闵苟邬边卞姬师和仇栾隋商刁沙荣巫寇桑郎甄丛仲虞敖巩明佘池查麻苑迟邝])';
/** 我叫王小明, 联系人：王小明, 王小明(身份证…): the words say themselves that a name follows or went before. */
const told = new RegExp(
  `(?:我叫|我是|本人|名叫|名字叫|姓名(?:是|为)?|联系人|经办人|反映人|投诉人|举报人|申请人|户主|法人代表|当事人|署名)[:\\s]?(${surname}(?!先生|女士|小姐|某)[\\u4e00-\\u9fff]{1,2}?)(?=$|[,。;!?:、(\\s\\d*]|电话|手机|身份证|联系|男|女|今年|是|,)`,
  'g',
);
const called = new RegExp(
  `(${surname}[\\u4e00-\\u9fff]{1,2})(?=先生|女士|小姐|(?:同志|师傅|阿姨|大爷|大妈|奶奶|爷爷)(?!们))`,
  'g',
);

/** Without five digits near each other, an @ or a plate there is nothing for the finders of `personal.ts`, which cost more. */
const maybePersonal =
  /@|\d(?:[^\d]{0,3}\d){4}|[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-HJ-NP-Z][ .·•-]?[A-HJ-NP-Z\d]/i;
/** Nor anything for the two patterns above without one of these. */
const tells = /我叫|我是|本人|名叫|名字|姓名|系人|办人|映人|诉人|报人|请人|户主|代表|当事人|署名/;
const calls = /先生|女士|小姐|同志|师傅|阿姨|大爷|大妈|奶奶|爷爷/;

/** `names`: those that are known of the message (its reporter, marked names), as they are written in it. */
export function withoutPersons(words: Mapped, names: readonly string[] = []): Mapped {
  const changes: Change[] = [];
  const taken = new Uint8Array(words.text.length);
  const hide = (start: number, end: number) => {
    if (end <= start || taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    changes.push({ start, end, instead: masked });
  };
  if (maybePersonal.test(words.text)) for (const { start, end } of personalSpans(words.text)) hide(start, end);
  for (const name of names) {
    const written = name.trim();
    if (written.length < 2 || maskName(written) === written) continue;
    for (let at = words.text.indexOf(written); at >= 0; at = words.text.indexOf(written, at + written.length)) {
      hide(at, at + written.length);
    }
  }
  const patterns = [...(tells.test(words.text) ? [told] : []), ...(calls.test(words.text) ? [called] : [])];
  for (const pattern of patterns) {
    for (const match of words.text.matchAll(pattern)) {
      const start = match.index + match[0].lastIndexOf(match[1]!);
      hide(start, start + match[1]!.length);
    }
  }
  return change(
    words,
    changes.sort((a, b) => a.start - b.start),
  );
}
