/** The catalogue of problems: every refusal's code, status and sentence, in both languages, stands here and nowhere else. */

type Entry = readonly [status: number, zh: string, en: string];

export const problems = {
  // Answers every address can give
  not_found: [404, '找不到，或您无权查看', 'Not found, or not yours to see'],
  forbidden: [403, '您的岗位没有这项权限：{verb}', 'Your post does not include this: {verb}'],
  malformed: [422, '有 {count} 处填写需要修改', '{count} fields need to be corrected'],
  not_now: [409, '现在不能{step}：{reason}', 'Cannot {step} now: {reason}'],
  changed_meanwhile: [
    409,
    '{who} 刚刚做了“{what}”，请看过最新情况再决定',
    '{who} has just done “{what}”; look at the current state first',
  ],
  id_taken: [409, '这个编号已经用过，请刷新页面重试', 'This id is already in use; reload the page and try again'],
  too_large: [413, '内容太大：最多 {limit}', 'Too large: at most {limit}'],
  too_many: [429, '操作太频繁，请 {seconds} 秒后再试', 'Too many attempts; try again in {seconds} seconds'],
  unavailable: [
    503,
    '系统暂时不可用，您的内容没有丢失，请稍后重试',
    'Temporarily unavailable; nothing was lost, try again shortly',
  ],
  disk_full: [
    503,
    '服务器磁盘已满，没有保存，请联系系统管理员',
    'The disk of the server is full; not saved, call the administrator',
  ],
  broken: [500, '程序出错，已记录，编号 {request}', 'The program failed; recorded as {request}'],

  // Fields
  field_required: [422, '必填', 'Required'],
  field_invalid: [422, '格式不对：{why}', 'Not valid: {why}'],
  field_too_long: [422, '最多 {limit} 个字', 'At most {limit} characters'],
  field_unknown: [422, '没有这一项：{value}', 'No such value: {value}'],
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof problems;
