/** What a report says, as blocks of text and tables: made of its figures alone. In Chinese, as official papers are. Pure. */
import type { Day } from '#clock/day.ts';
import { type Figures, kinds, type PaperKind, type Span, spansOf, type Thrice } from '#paper/paper.ts';
import { maskWords } from '#text/mask.ts';

export type Block =
  | { as: 'title' | 'under' | 'heading' | 'text' | 'annex'; words: string }
  /** `shares`: of the width, in percent; the first column is words, the others figures. */
  | { as: 'table'; head: string[]; shares: number[]; rows: string[][] };

const dayWords = (day: Day) => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const spanWords = ({ from, to }: Span) => (from === to ? dayWords(to) : `${dayWords(from)}至${dayWords(to)}`);

/** 增长 12.5%; where there was nothing before, a share says nothing. */
function change(now: number, then: number): string {
  if (then === 0) return now === 0 ? '持平' : '—';
  const share = (now / then - 1) * 100;
  return share === 0 ? '持平' : `${share > 0 ? '增长' : '下降'} ${Math.abs(share).toFixed(1)}%`;
}

const share = (part: number, whole: number) =>
  whole === 0 ? '—' : `${((part / whole) * 100).toFixed(1)}%（${part}/${whole}）`;
const numerals = ['一', '二', '三', '四', '五', '六', '七', '八'];

const compared = (name: string, { now, before, lastYear }: Thrice) => [
  ...[name, `${now}`, `${before}`, change(now, before), `${lastYear}`, change(now, lastYear)],
];
const SHARES = [30, 12, 13, 16, 13, 16];

export function textOf(kind: PaperKind, day: Day, figures: Figures): Block[] {
  const { now, before, lastYear } = spansOf(kind, day);
  const [was, same] = [kind === 'daily' ? '前一日' : '前一周', '上年同期'];
  const head = (of: string) => [of, '本期', was, '环比', same, '同比'];
  const { received, closed, called, solved } = figures;
  let part = 0;
  const heading = (words: string): Block => ({ as: 'heading', words: `${numerals[part++]}、${words}` });
  const text = (words: string): Block => ({ as: 'text', words });
  const table = (of: string, rows: string[][]): Block[] =>
    rows.length > 0 ? [{ as: 'table', head: head(of), shares: SHARES, rows }] : [text('本期没有。')];
  const lines = (list: string[]): Block[] => (list.length > 0 ? list.map(text) : [text('本期没有。')]);
  return [
    { as: 'title', words: `${figures.city}接诉即办${kinds[kind].zh}` },
    { as: 'under', words: `（${spanWords(now)}，草稿）` },
    heading('总体情况'),
    text(
      `${kind === 'daily' ? '当日' : '本周'}收到诉求 ${received.now} 件，环比${change(received.now, received.before)}，同比${change(received.now, received.lastYear)}；结案问题 ${closed.now} 个；回访联系上并问明是否解决的 ${called.now} 件，其中诉求人认为已解决的占 ${share(solved.now, called.now)}。`,
    ),
    ...table('项目', [
      compared('收到诉求（件）', figures.received),
      compared('当场答复（件）', figures.answeredAtOnce),
      compared('新立问题（个）', figures.made),
      compared('结案问题（个）', figures.closed),
      compared('回访问明（件）', figures.called),
      compared('诉求人认为已解决（件）', figures.solved),
    ]),
    heading('渠道'),
    ...table(
      '渠道',
      figures.channels.map((one) => compared(one.name, one)),
    ),
    heading('反映集中的事项'),
    ...table(
      '事项',
      figures.matters.map((one) => compared(one.name, one)),
    ),
    heading('新的共性问题和预警'),
    ...lines([
      ...figures.themes.map((name) => `共性问题：${maskWords(name)}。`),
      ...figures.warnings.map(({ about, people, days }) => `预警：${about}，${days} 天内 ${people} 人反映。`),
    ]),
    heading('各单位超期'),
    ...(figures.overdue.length > 0
      ? [
          {
            as: 'table' as const,
            head: ['单位', '在办问题', '其中超期'],
            shares: [50, 25, 25],
            rows: figures.overdue.map(({ unit, open, late }) => [unit, `${open}`, `${late}`]),
          },
        ]
      : [text('期末没有超期的问题。')]),
    heading('领导批示'),
    ...lines(
      figures.notes.map(
        ({ leader, words, unit, came }) => `${leader}：“${maskWords(words)}”。${unit}${maskWords(came)}。`,
      ),
    ),
    heading('好的做法'),
    ...lines(
      figures.good.map(
        ({ number, title, unit, signals }) =>
          `${unit}办结“${maskWords(title)}”（${number}），涉及诉求 ${signals} 件，诉求人确认已解决。`,
      ),
    ),
    { as: 'annex', words: '附件：各项数字的口径' },
    ...definitions(kind, { now, before, lastYear }).map(text),
  ];
}

/** Every figure with how it is counted. */
function definitions(kind: PaperKind, { now, before, lastYear }: ReturnType<typeof spansOf>): string[] {
  return [
    `1. 时段：本期为${spanWords(now)}，${kind === 'daily' ? '前一日' : '前一周'}为${spanWords(before)}，上年同期取 52 周以前的同样星期，即${spanWords(lastYear)}。均按北京时间零时至二十四时。`,
    '2. 收到诉求：本期内收到的线索件数，各渠道合计，按收到时间。',
    '3. 当场答复：本期收到的线索中，以“当场答复”处置的件数。',
    '4. 新立问题、结案问题：本期内立为问题的个数、作出结案决定的次数（同一问题重办后再结案的另计）。',
    '5. 回访问明：本期内联系上诉求人并问明是否解决的回访次数；认为已解决：其中答“已解决”的次数。部分解决不计入。',
    '6. 反映集中的事项：按人数计，同一人同一天就同类事项多次反映计一人；分类依次取人工认定、来源所注、模型建议。',
    '7. 共性问题：本期内由工作人员确认的主题。预警：本期内由程序发现的，与该地该类往年同期和近三个月相比异常增多。',
    '8. 超期：期末时主办单位名下在办、有任一时限已过的问题；时限按当时的日历和已批准的延期计算。',
    '9. 领导批示：本期内登记、答复、退回或呈阅的，按期末时的办理情况。',
    '10. 好的做法：本期内结案，且至少一位诉求人在期末前的回访中确认已解决的问题，按涉及诉求件数取前五。',
  ];
}
