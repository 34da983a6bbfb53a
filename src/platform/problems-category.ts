/** The catalogue's part about categories, the models that propose them, and their proposals. */
import type { Entry } from '#platform/problems.ts';

export const categoryProblems = {
  category_name: [
    422,
    '分类名称要有 1 到 {limit} 个字，不能含 / \\ > | 这些分级符号',
    'A category’s name has 1 to {limit} characters, and none of / \\ > |, which part levels',
  ],
  category_there: [409, '这里已有分类“{name}”', 'There is a category “{name}” here already'],
  category_too_deep: [422, '分类最多 {limit} 级', 'Categories have {limit} levels at most'],
  category_code_taken: [409, '分类编码 {code} 已经用过', 'Category code {code} is already in use'],
  category_circle: [409, '不能移到自己的下级', 'It cannot be moved below itself'],
  category_has_open_below: [
    409,
    '下面还有 {count} 个在用的分类，请先移走或停用',
    '{count} open {count|category is|categories are} below it; move or close them first',
  ],
  category_parent_closed: [
    409,
    '上级分类已停用，请先恢复上级',
    'The category above it is closed; reopen that one first',
  ],
  category_closed: [
    409,
    '所选分类已停用或不存在，请刷新后另选',
    'The category chosen is closed or not there; reload and choose another',
  ],
  category_changed: [
    409,
    '有 {count} 条线索的分类刚刚被人改过：{numbers}；请看过再定',
    'Somebody has just changed the category of {count} {count|signal|signals}: {numbers}; look at them first',
  ],
  category_gap: [
    422,
    '第 {level} 级是空的，而下级有名称；请补上',
    'Level {level} is empty though one below it is named; fill it in',
  ],
  category_unknown: [422, '找不到上级分类“{name}”', 'There is no category “{name}” to stand above'],
  category_several: [
    422,
    '叫“{name}”的分类不止一个，请写全路径，如 大类/小类',
    'More than one category is called “{name}”; write its whole path, such as class/subclass',
  ],
  training_runs: [409, '正在训练，请等它结束', 'A training is under way; wait for its end'],
  training_one_category: [
    422,
    '可学的分类不到两个：一个分类至少要有 20 件历史工单，请先导入带分类的工单，或把分类名与工单里的写法对上',
    'Fewer than two categories can be learned: each needs 20 past tickets; import tickets with their categories, or match names with what the tickets say',
  ],
  training_too_heavy: [
    503,
    '训练用尽了给它的内存，没有换模型，仍用原来的',
    'The training used up the memory allotted; the model that serves stays',
  ],
  training_unknown: [500, '这类模型没有登记从哪里学', 'Nothing says what this kind of model learns from'],
  model_changed: [
    409,
    '在用的模型刚刚换成了模型 {number}，请看过再定',
    'Another model has just begun to serve (model {number}); look at it first',
  ],
} as const satisfies Record<string, Entry>;
