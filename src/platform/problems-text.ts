/** The catalogue's part about reading messages by machine: models, and the files they are trained and measured on. */
import type { Entry } from '#platform/problems.ts';

export const textProblems = {
  category_no_examples: [
    422,
    '没有可用的样本：每条须有内容和分类',
    'No usable examples: each needs words and a category',
  ],
  category_one_label: [
    422,
    '样本只有“{label}”一种分类，无从区分；至少要有两种',
    'All examples are of one category, “{label}”: there is nothing to tell apart; two at least are needed',
  ],
  model_unreadable: [422, '模型文件不能用：{reason}', 'The model file cannot be used: {reason}'],
  text_file_missing: [404, '打不开文件 {file}', 'Cannot open the file {file}'],
  text_line_unreadable: [422, '{file} 第 {line} 行不是 JSON 对象', '{file}, line {line}: not a JSON object'],
  text_field_missing: [
    422,
    '{file} 里没有{what}一栏，找过：{names}；文件里有：{found}',
    '{file} has no field for {what}; looked for {names}; it has {found}',
  ],
} as const satisfies Record<string, Entry>;
