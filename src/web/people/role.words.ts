/** Words of the page of roles. */
import type { Words } from '#web/words/words.ts';

export const roleWords = {
  title: { zh: '角色', en: 'Roles' },
  how: {
    zh: '岗位 = 角色 + 单位。角色说明能做什么、管到哪里；内置角色不能改，可以照它另建',
    en: 'A post is a role in a unit. The role says what may be done and how far; built-in ones stay, others can be made like them',
  },
  directory: { zh: '通讯录', en: 'People' },
  make: { zh: '另建角色', en: 'Add a role' },
  makeLike: { zh: '照此另建', en: 'Make one like it' },
  change: { zh: '修改', en: 'Change' },
  builtIn: { zh: '内置', en: 'Built in' },
  held: { zh: '{count} 人在任', en: 'Held by {count}' },
  heldNone: { zh: '无人在任', en: 'Held by nobody' },
  reach: { zh: '范围', en: 'Reach' },
  tree: { zh: '组织树', en: 'Tree' },
  verbs: { zh: '可以', en: 'May' },
  secondFactor: { zh: '须动态验证码', en: 'Authenticator demanded' },
  name: { zh: '名称', en: 'Name' },
  nameZh: { zh: '中文名称', en: 'Chinese name' },
  nameEn: { zh: '英文名称', en: 'English name' },
  code: { zh: '代码', en: 'Code' },
  codeHow: { zh: '小写英文字母、数字、下划线，以后不能改', en: 'Small letters, digits, _; fixed from then on' },
  sort: { zh: '性质', en: 'Sort' },
  totp: { zh: '任职者须绑定动态验证码', en: 'Its holders must enrol an authenticator' },
  made: { zh: '已增加角色“{name}”，现在可以授予', en: 'The role “{name}” is made and can be granted' },
  changed: {
    zh: '已修改“{name}”，在任的 {count} 人即时生效',
    en: '“{name}” is changed, at once for the {count} who {count|holds|hold} it',
  },
  changedFor: {
    zh: '{count} 人担任这个角色，修改即时对他们生效',
    en: '{count} {count|holds|hold} this role; the change takes effect at once',
  },
  needed: { zh: '必填', en: 'Required' },
  noVerbs: { zh: '没有权限', en: 'Nothing' },
  signals: { zh: '线索', en: 'Signals' },
  problems: { zh: '问题', en: 'Problems' },
  tasks: { zh: '任务', en: 'Tasks' },
  rest: { zh: '人员与管理', en: 'People and management' },
} as const satisfies Words;
