/** The catalogue's part about accounts, units, persons, posts, delegation and handover. */
import type { Entry } from '#platform/problems.ts';

export const peopleProblems = {
  // Signing in
  sign_in_wrong: [401, '登录名或密码不对，还可以试 {left} 次', 'Wrong login or password; {left} {left|try|tries} left'],
  sign_in_locked: [
    429,
    '在这个地址已连错五次，请 {minutes} 分钟后再试，或请安全管理员解锁',
    'Five failures from this address; try again in {minutes} {minutes|minute|minutes}, or ask the security administrator',
  ],
  totp_wrong: [
    401,
    '动态验证码不对或已用过，还可以试 {left} 次',
    'Wrong code, or used before; {left} {left|try|tries} left',
  ],
  password_wrong: [
    401,
    '当前密码不对，还可以试 {left} 次',
    'The present password is wrong; {left} {left|try|tries} left',
  ],
  totp_enrol_needed: [401, '您的岗位须绑定动态验证码，请先绑定', 'Your post demands an authenticator; enrol one first'],
  password_old: [401, '密码已超过 90 天，请先修改', 'The password is older than 90 days; change it first'],
  activation_invalid: [
    422,
    '激活码不对、已用过或已过期；若刚设好密码，请直接登录，否则请管理员重新生成',
    'The code is wrong, used or expired; if you have just set your password, sign in, else ask for a new one',
  ],
  login_taken: [409, '登录名已有人使用，请换一个', 'This login is taken; choose another'],
  password_short: [422, '密码至少 {least} 个字符', 'At least {least} {least|character|characters}'],
  password_classes: [
    422,
    '密码须含大写字母、小写字母、数字、符号中的三种',
    'Use three of: capitals, small letters, digits, signs',
  ],
  password_has_login: [422, '密码不能包含登录名', 'Must not contain the login'],
  password_used_before: [422, '不能用最近五次用过的密码', 'Not one of the last five passwords'],
  totp_enrolled: [409, '已绑定动态验证码；要更换请先解除', 'An authenticator is enrolled; take it off first'],
  totp_demanded: [409, '您的岗位须用动态验证码，不能解除', 'Your post demands an authenticator; it stays'],
  totp_code_wrong: [422, '验证码不对，请核对手机时间后重试', "Wrong code; check the phone's clock and try again"],
  account_disabled: [409, '{name} 的账号已停用，请先恢复', 'The account of {name} is disabled; enable it first'],
  not_oneself: [
    409,
    '不能办理自己的账号和岗位，请由另一位管理员办理',
    'Not for oneself; another administrator has to do it',
  ],

  // Signing in through the city's provider
  oidc_off: [409, '本市没有开通统一身份登录', 'This city has no sign-in provider'],
  oidc_unreachable: [
    503,
    '统一身份平台没有应答，请稍后再试，或用登录名和密码登录',
    'The sign-in provider does not answer; try again later, or sign in with your password',
  ],
  oidc_refused: [
    401,
    '统一身份平台没有确认您的身份，请重试，或用登录名和密码登录',
    'The sign-in provider did not confirm who you are; try again, or sign in with your password',
  ],
  oidc_over: [
    401,
    '登录过程已超过十分钟或在另一个窗口开始，请重试',
    'It took more than ten minutes or was begun elsewhere; try again',
  ],
  oidc_unlinked: [
    401,
    '这个统一身份没有关联本系统的账号：先用密码登录，在“我的账号”里关联，或请系统管理员关联',
    'Nobody here is linked to this identity: sign in with your password and link it under My account, or ask the administrator',
  ],
  oidc_taken: [409, '这个统一身份已关联另一个账号', 'This identity is linked to another account'],

  // Units
  unit_not_open: [409, '单位“{name}”不存在或已撤销', 'The unit “{name}” does not exist or was closed'],
  unit_trees_differ: [
    422,
    '行政单位和党组织不在同一棵树上',
    'Administrative units and party organisations are two trees',
  ],
  unit_circle: [409, '“{name}”在它的下级里，这样会成环', '“{name}” stands below it; that would close a circle'],
  unit_two_parents: [
    409,
    '这段时间里它已有上级，请用“调整隶属”',
    'It has a unit above it in that time; move it instead',
  ],
  unit_code_taken: [409, '单位编码已经用过', 'This unit code is already in use'],
  unit_in_use: [
    409,
    '“{name}”还不能撤销：有 {units} 个下级单位、{posts} 个在任岗位、{work} 件未办结工作',
    '“{name}” cannot be closed: {units} {units|unit|units} below, {posts} {posts|post|posts}, {work} {work|piece|pieces} of open work',
  ],
  succession_shape: [422, '“{kind}”的前后单位数目不对', 'Wrong number of units for “{kind}”'],
  succession_unplaced: [
    409,
    '“{name}”还有 {units} 个下级单位、{posts} 个岗位、{work} 件未办结工作没有指明去向',
    '“{name}”: {units} {units|unit|units}, {posts} {posts|post|posts} and {work} {work|piece|pieces} of open work have no new place',
  ],
  date_ahead: [422, '日期不能晚于今天', 'The date cannot lie ahead'],
  dates_crossed: [422, '结束日期须晚于开始日期', 'The end must come after the beginning'],

  // Persons, posts and roles
  person_left: [409, '{name} 已离任', '{name} has left'],
  person_is_here: [409, '{name} 没有离任', '{name} has not left'],
  staff_number_taken: [409, '工号已经登记在另一人名下', 'This staff number belongs to somebody else'],
  id_number_taken: [409, '身份证号已经登记在另一人名下', 'This ID number belongs to somebody else'],
  posts_apart: [
    409,
    '系统、安全、审计三种管理员互不兼任，也不兼任业务岗位',
    'The three administrators exclude each other, and hold no business post',
  ],
  post_held: [409, '这段时间里已在本单位担任这个角色', 'This role is held in this unit in that time already'],
  post_over: [409, '这个岗位已经结束', 'This post has ended'],
  role_of_other_tree: [
    422,
    '“{role}”不能设在“{unit}”：属于另一棵组织树',
    '“{role}” belongs to the other tree than “{unit}”',
  ],
  role_code_taken: [409, '角色代码已经用过', 'This role code is already in use'],
  role_built_in: [409, '内置角色不能修改，请另建角色', 'A built-in role stays as it is; make another'],
  role_verbs_apart: [422, '“{sort}”角色不能有这些权限：{verbs}', 'A role of sort “{sort}” cannot hold: {verbs}'],
  last_administrator: [
    409,
    '这是唯一能登录的{sort}，请先安排接任',
    'The only {sort} who can sign in; appoint another first',
  ],

  // Delegation and handover
  delegation_to_oneself: [422, '不能委托给自己', 'Not to oneself'],
  delegation_circle: [
    409,
    '对方在这段时间里已委托给您，会成环',
    'In that time they have delegated to you; that would close a circle',
  ],
  delegation_twice: [409, '这段时间已经委托给这个人', 'In that time it is delegated to this person already'],
  delegation_dates: [
    422,
    '代办须在今后结束，最长 {days} 天',
    'It has to end in the future and last {days} {days|day|days} at most',
  ],
  delegation_over: [409, '这项代办已经结束', 'This delegation is over'],
  administrator_delegates: [
    409,
    '管理员不能委托代办，也不能受托',
    'Administrators neither delegate nor act for others',
  ],
  work_open: [
    409,
    '还有 {count} 件未办结的工作没有接手人',
    '{count} {count|piece of open work has|pieces of open work have} nobody to take them',
  ],
  handover_to_oneself: [422, '不能交接给本人', 'Not to the person who hands over'],
  nothing_to_hand_over: [409, '没有可以交接的工作', 'There is no work to hand over'],

  // Skills
  skill_there: [409, '词表里已有“{name}”', '“{name}” is in the list already'],
  skill_unknown: [422, '有的技能不在词表里，或已停用', 'A skill is not in the list, or retired'],

  // Imports and exports
  export_too_large: [422, '超过 {limit} 行，请缩短时间范围', 'More than {limit} rows; choose a shorter time'],
  unit_unknown: [422, '没有单位“{name}”；相近的有：{nearest}', 'No unit “{name}”; the nearest: {nearest}'],
  unit_name_twice: [
    422,
    '有几个单位叫“{name}”，请写明上级或编码',
    'Several units are called “{name}”; give the one above or the code',
  ],
  unit_kind_unknown: [422, '没有“{name}”这种单位类别', 'No kind of unit is called “{name}”'],
  role_unknown: [422, '没有角色“{name}”', 'No role is called “{name}”'],
  role_not_yours: [422, '授予“{name}”须由安全管理员办理', 'Only the security administrator can grant “{name}”'],
  unit_exists_other_name: [
    422,
    '编码 {code} 现为“{name}”；正式更名请在单位页办理',
    'Code {code} is “{name}” now; an official new name is made on the page of the unit',
  ],
  unit_of_other_tree: [422, '“{name}”在另一棵组织树上', '“{name}” stands in the other tree'],
  membership_left_out: [
    422,
    '党员身份属敏感信息，没有随名册导入',
    'Membership is sensitive and was not imported with this list',
  ],
  login_unreadable: [422, '登录名应为 3–32 位字母、数字或 . _ - @', 'A login has 3–32 letters, digits or . _ - @'],
  row_of_one_who_left: [422, '这个人已离任，名册不能让其返岗', 'This person has left; a list does not bring them back'],
  person_twice: [
    422,
    '有几个人与这一行相符，请写明工号或身份证号',
    'Several persons match; give the staff or ID number',
  ],
} as const satisfies Record<string, Entry>;
