/** The words by which offices name kinds of matter, urgency and a ticket's state, as data. */
import { plainName } from '#sheet/column-name.ts';
import type { Matter, Urgency } from '#signal/signal.ts';

/** GB/T 33358 names first, then those of exports and message boards. */
const matterWords: Record<Exclude<Matter, 'other'>, string> = {
  consult: '咨询 咨询类 政策咨询 业务咨询 问询 查询 consult question',
  help: '求助 求助类 诉求 求决 求决类 困难求助 民生求助 求助求决 help',
  complaint: '投诉 投诉类 投诉求决 申诉 抱怨 信访 消费投诉 complaint',
  report: '举报 举报类 检举 控告 检举控告 投诉举报 违法举报 揭发 report',
  suggest: '建议 建议类 意见建议 意见 建言 献策 建言献策 批评建议 suggestion suggest',
  praise: '表扬 表扬类 感谢 表扬感谢 点赞 praise',
};

const otherWords = '其他 其它 其他类 other';

const urgencyWords: Record<Urgency, string> = {
  normal: '一般 普通 正常 常规 平件 低 中 否 不紧急 非紧急 normal',
  urgent: '紧急 急 加急 急件 较急 高 是 重要 urgent high',
  critical: '特急 特急件 特别紧急 非常紧急 特提 重大紧急 critical',
};

const closedWords =
  '办结 已办结 已办理 办理完成 已完成 完成 归档 已归档 结案 已结案 关闭 已关闭 已回复 已答复 已解决 回访完成 closed done';

const table = <Name extends string>(words: Record<Name, string>): ReadonlyMap<string, Name> =>
  new Map(
    Object.entries<string>(words).flatMap(([name, list]) =>
      list.split(' ').map((word) => [word, name as Name] as const),
    ),
  );

const matterOf = table<Matter>({ ...matterWords, other: otherWords });
const urgencyOf = table(urgencyWords);
const closed = new Set(closedWords.split(' '));

/** Nothing for a word that is not known. */
export const readMatter = (text: string): Matter | undefined => matterOf.get(plainName(text));
export const readUrgency = (text: string): Urgency | undefined => urgencyOf.get(plainName(text));
export const saysClosed = (text: string): boolean => closed.has(plainName(text));
