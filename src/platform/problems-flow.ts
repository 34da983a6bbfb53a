/** The catalogue's part about signals, problems, tasks and evidence. */
import type { Entry } from '#platform/problems.ts';

export const flowProblems = {
  city_slug: [
    422,
    '城市代号“{slug}”应为小写字母开头的字母、数字、短横线，2 到 31 位',
    'The city slug “{slug}” must be 2 to 31 lower-case letters, digits or dashes, a letter first',
  ],
  city_exists: [409, '城市 {slug} 已经建立', 'The city {slug} exists already'],
  login_unknown: [404, '没有账号 {login}', 'There is no account {login}'],
  city_unknown: [404, '没有城市 {slug}；已有：{known}', 'There is no city {slug}; there are: {known}'],
  channel_code_taken: [409, '渠道代码 {code} 已经用过', 'Channel code {code} is already in use'],
  channel_closed: [409, '渠道“{name}”已停用', 'The channel “{name}” is closed'],
  code_not_of_disposition: [422, '处置原因与处置方式不符', 'The reason does not belong to this disposition'],
  signal_elsewhere: [
    409,
    '有 {count} 条线索已不在原处：{numbers}',
    '{count} {count|signal is|signals are} no longer there: {numbers}',
  ],
  last_signal: [
    409,
    '问题至少要留一条线索；要全部移走请并入其他问题',
    'A problem keeps at least one signal; merge it into another instead',
  ],
  merge_into_itself: [422, '不能并入自己', 'It cannot be merged into itself'],
  tasks_open: [
    409,
    '还有 {count} 项任务没有完成：{numbers}',
    '{count} {count|task is|tasks are} still open: {numbers}',
  ],
  unit_closed: [409, '单位“{name}”已撤销，请派给它的承接单位', 'The unit “{name}” was closed; choose its successor'],
  unit_has_it: [409, '“{name}”已经在办这个问题', '“{name}” already has this problem'],
  person_gone: [409, '{name} 已离任，请选其他人', '{name} has left; choose somebody else'],
  own_work: [403, '核查人不能是办理人', 'Whoever handled it cannot verify it'],
  own_review: [409, '审核人不能是承办人', 'The reviewer cannot be the assignee'],
  handover_own_review: [
    409,
    '任务 {number} 的承办人和审核人不能都是{name}，这一件请另交他人',
    '{name} cannot both do and review task {number}: hand this one to somebody else',
  ],
  not_of_unit: [409, '{name} 不在本单位或下属单位任职', '{name} holds no post in this unit or below it'],
  file_type: [
    422,
    '不接受这种文件；可以交图片、PDF、Word、Excel、PPT、文本、MP4',
    'This kind of file is not taken; images, PDF, Office files, text and MP4 are',
  ],
  erased_already: [409, '线索 {number} 的个人内容已经删除', 'The personal content of {number} has been erased already'],
  erase_untriaged: [
    409,
    '线索 {number} 还没有分诊，请先由派单员处置或归入问题，再删除',
    'Signal {number} is not triaged yet; have the dispatcher settle it first, then erase it',
  ],
  reporter_hidden: [403, '举报人身份对办理单位保密', 'Who reported wrongdoing is hidden from those who handle it'],
  problem_merged: [
    409,
    '这个问题已并入别处，请到并入的问题上办',
    'This problem was merged; work on the one it went into',
  ],
  kind_not_of_layer: [422, '原因类别与所属层面不符', 'This kind of cause does not belong to this layer'],
  cause_not_here: [
    409,
    '这个原因不在这里，或已撤下、排除、并入',
    'This cause does not stand here, or was withdrawn, refuted or merged',
  ],
  cause_here_already: [409, '这个原因已经挂在该问题下', 'This cause stands under that problem already'],
  cause_circle: [
    409,
    '不能挂到或并入自己的下级原因',
    'A cause cannot hang under, or be merged into, one that hangs under it',
  ],
  cause_last_place: [
    409,
    '原因至少要挂在一个问题下；不要了请撤下',
    'A cause keeps at least one problem; withdraw it instead',
  ],
  cause_bears: [
    409,
    '下面还挂着 {children} 个原因、{measures} 项措施，请先处理',
    '{children} {children|cause|causes} and {measures} {measures|measure|measures} still hang on it; deal with them first',
  ],
  pair_of_one_layer: [
    422,
    '联动要一项业务措施和一项党建措施',
    'Together go one operational and one organisational measure',
  ],
  not_yours: [403, '只能收回自己提交的', 'Only your own can be taken back'],
  share_with_one: [422, '请选择一个单位或一个人', 'Choose one unit or one person'],
} as const satisfies Record<string, Entry>;
