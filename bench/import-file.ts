/** A hotline's export for the bench, as a spreadsheet program stores it: texts in shared strings, times as numbers. */
import { writeWorkbookByHand } from '#sheet/fixture/workbook.ts';
import { columnLetters } from '#sheet/xlsx/cell-ref.ts';
import { writerOf } from './words.ts';

const usual = '工单编号 受理时间 来电人 联系电话 来电类别 紧急程度 标题 主要内容'.split(' ');
const more =
  '是否保密 是否回复 事发地址 分类 受理渠道 工单状态 办理单位 转办时间 转办意见 办结时间 办理结果 受理员 联系地址 区县 街道 社区 网格 满意度 回访时间 来电次数 坐席 备注'.split(
    ' ',
  );
const matters = ['咨询', '求助', '投诉', '建议', '举报', '表扬'];
const DAY = 46_000;
const WORDS = 200;

/** `columns`: 8, the usual ones, or 30. */
export async function makeExport(file: string, rows: number, columns: number): Promise<void> {
  const head = [...usual, ...more].slice(0, columns);
  const strings: string[] = [];
  const places = new Map<string, number>();
  const place = (text: string, again: boolean): number => {
    const known = again ? places.get(text) : undefined;
    if (known !== undefined) return known;
    strings.push(text);
    if (again) places.set(text, strings.length - 1);
    return strings.length - 1;
  };
  const writer = writerOf(7);
  const short = Array.from({ length: 200 }, () => writer.message(6));

  const valuesOf = (row: number): (string | number)[] => {
    const time = DAY + row / 2_000;
    const own = [
      `GD2026${String(row).padStart(8, '0')}`,
      time,
      `王${short[row % 200]!.slice(0, 2)}`,
      `138${String(10_000_000 + row)}`,
    ];
    const said = [matters[row % 6]!, row % 9 ? '一般' : '紧急', writer.message(14), writer.message(WORDS)];
    const rest = more.map((name, i) =>
      name.endsWith('时间') ? time : name.startsWith('是否') ? '否' : short[(row + i) % 200]!,
    );
    return [...own, ...said, ...rest].slice(0, columns);
  };
  const line = (row: number, values: (string | number)[]) => {
    const cells = values.map((value, i) => {
      const at = `${columnLetters(i)}${row}`;
      if (typeof value === 'number') return `<c r="${at}" s="1"><v>${value}</v></c>`;
      return `<c r="${at}" t="s"><v>${place(value, value.length < 12 && !/^\w/.test(value))}</v></c>`;
    });
    return `<row r="${row}" spans="1:${columns}">${cells.join('')}</row>`;
  };
  function* sheet() {
    yield line(1, head);
    for (let row = 2; row <= rows + 1; row++) yield line(row, valuesOf(row));
  }
  function* shared() {
    for (const text of strings) yield `<si><t>${text}</t></si>`;
  }
  // The sheet's part is written before the shared strings, which it fills.
  await writeWorkbookByHand(file, { rows: sheet(), strings: shared(), formats: ['yyyy-mm-dd hh:mm:ss'] });
}
