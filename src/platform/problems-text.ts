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
  text_threshold: [422, '阈值应为 0 到 1 之间的数，不是 {found}', 'A threshold is a number from 0 to 1, not {found}'],
  text_file_unwritable: [422, '写不了文件 {file}', 'Cannot write the file {file}'],
  text_key_missing: [422, '{file} 第 {line} 行没有编号或组号', '{file}, row {line}: no key, or no group'],
  text_key_twice: [
    422,
    '{file} 第 {line} 行的编号 {id} 前面已经有了',
    '{file}, row {line}: the key {id} was there before',
  ],
  text_pair_unreadable: [
    422,
    '{file} 第 {line} 行不是一对：要有两个编号、0 或 1、不小于零的权重；读到的是 {words}',
    '{file}, row {line}: not a pair; it needs two keys, 0 or 1, and a weight of nought or more; read: {words}',
  ],
  text_pairs_unknown: [
    422,
    '有 {count} 个编号不在 {file} 里：{ids}',
    '{count} {count|key is|keys are} not in {file}: {ids}',
  ],
  text_field_missing: [
    422,
    '{file} 里没有{what}一栏，找过：{names}；文件里有：{found}',
    '{file} has no field for {what}; looked for {names}; it has {found}',
  ],
} as const satisfies Record<string, Entry>;
