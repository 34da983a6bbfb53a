/** The catalogue's part about the citizens' pages: plain words, and what to do next. */
import type { Entry } from '#platform/problems.ts';

export const publicProblems = {
  public_closed: [
    503,
    '网上反映暂停使用，请拨打 12345',
    'Reporting online is closed for the time being; please call 12345',
  ],
  public_too_many: [
    429,
    '这个网络地址提交得太频繁，请 {minutes} 分钟后再试；着急请拨打 12345',
    'Too much came from this network address; try again in {minutes} {minutes|minute|minutes}, or call 12345',
  ],
  public_too_fast: [
    422,
    '为防止机器乱发，请再按一次提交；您填的内容都在',
    'To keep machines out, please press the button once more; everything you typed is still here',
  ],
  public_form_old: [
    422,
    '这一页打开太久，请再按一次提交；您填的内容都在',
    'This page was open for too long; please press the button once more, everything you typed is still here',
  ],
  public_sent_before: [
    409,
    '这一份已经提交过，编号不变；要反映别的事，请重新打开反映页面',
    'This one was sent before with other words; to report something else, open the form anew',
  ],
  public_words_missing: [422, '请写明发生了什么', 'Say what happened'],
  public_words_long: [422, '最多 {limit} 个字，请写短一些', 'At most {limit} characters; please make it shorter'],
  public_matter_missing: [422, '请选一种事情类型', 'Choose what kind of matter it is'],
  public_digits: [422, '请填 4 位数字，例如 8026', 'Choose four digits, such as 8026'],
  public_phone: [
    422,
    '这不是完整的电话号码，请核对，或者留空',
    'This is not a complete phone number; check it or leave it empty',
  ],
  public_photo_type: [
    422,
    '“{name}”打不开：只收 JPG、PNG、WebP 照片',
    '“{name}” cannot be opened: photos as JPG, PNG or WebP only',
  ],
  public_photo_large: [422, '“{name}”太大：每张最大 {limit} MB', '“{name}” is too large: {limit} MB each at most'],
  public_photos_most: [422, '最多 {limit} 张照片，多出的没有收', 'At most {limit} photos; the others were not kept'],
  public_code_unreadable: [
    422,
    '查询码有误：请对照纸上或截图，逐个核对字母和数字（一共 14 个）',
    'There is a slip in the code: compare it letter by letter with what you noted (14 in all)',
  ],
  public_code_wrong: [422, '没有找到：查询码或四位数字不对', 'Not found: the code or the four digits are wrong'],
  public_code_slow: [429, '输错多次，请 {seconds} 秒后再试', 'Wrong several times; try again in {seconds} seconds'],
  public_code_spent: [
    429,
    '输错次数太多，这个查询码不能再在网上查询，请拨打 12345',
    'Wrong too often: this code can no longer be used online; please call 12345',
  ],
  public_pass_over: [422, '为了安全，请重新输入查询码', 'For safety, please enter your code again'],
  public_rating_missing: [422, '请选一项', 'Choose one'],
} as const satisfies Record<string, Entry>;
