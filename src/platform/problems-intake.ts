/** The catalogue's part about importing files. */
import type { Entry } from '#platform/problems.ts';

export const intakeProblems = {
  import_kind_unknown: [422, '没有“{kind}”这种导入', 'There is no import of the kind “{kind}”'],
  import_field_twice: [422, '这一项已经对应了别的列', 'Another column holds this already'],
  import_field_missing: [422, '没有哪一列对应“{name}”，无法导入', 'No column holds “{name}”; it is needed'],
  import_column_unknown: [422, '文件里没有这些列：{names}', 'The file has no such columns: {names}'],
  import_file_removed: [
    409,
    '文件已按期清除，请重新上传',
    'The file was removed when its time was over; upload it again',
  ],
  import_owner_gone: [
    409,
    '导入人已离任，请由在任人员重新导入',
    'Whoever began this import has left; somebody in office has to import it',
  ],
  import_stuck: [
    409,
    '多次运行都中途停止，已不再自动重试；请检查文件，或联系系统管理员后点“继续”',
    'It broke off each time it was run and is not tried again by itself; check the file, or resume it after asking the administrator',
  ],
  import_no_channel: [422, '没有可用的渠道，请先设置渠道或指定渠道', 'There is no open channel; set one up or name it'],
  cell_unstorable: [422, '单元格里有无法保存的字符', 'The cell holds characters that cannot be stored'],
  row_refused: [422, '数据库没有接受这一行', 'The database did not accept this row'],
  words_missing: [422, '没有内容', 'There are no words'],
  words_too_long: [422, '内容超过 {limit} 个字', 'The words have more than {limit} characters'],
  word_unknown: [422, '不认识“{value}”，按“{taken}”记', '“{value}” is not known; taken as “{taken}”'],
} as const satisfies Record<string, Entry>;
