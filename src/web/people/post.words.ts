/** Words of granting and withdrawing posts. */
import type { Words } from '#web/words/words.ts';

export const postWords = {
  grant: { zh: '授予岗位', en: 'Grant a post' },
  grantHow: {
    zh: '岗位 = 角色 + 单位。{name} 在下一次打开页面时就能看到新的菜单',
    en: 'A post is a role in a unit. {name} sees the new menu when the next page is opened',
  },
  granted: { zh: '{name} 现任{unit}{role}', en: '{name} is now {role} of {unit}' },
  role: { zh: '角色', en: 'Role' },
  unit: { zh: '单位', en: 'Unit' },
  office: { zh: '职务', en: 'Title' },
  officeHint: { zh: '例如：副局长', en: 'For example: deputy head' },
  from: { zh: '起', en: 'From' },
  to: { zh: '止', en: 'Until' },
  forGood: { zh: '长期', en: 'Without end' },
  remark: { zh: '依据或说明', en: 'On what grounds' },
  remarkHint: { zh: '例如：任职文件号', en: 'For example: the number of the appointment' },
  reason: { zh: '理由', en: 'Reason' },
  needed: { zh: '必填', en: 'Required' },
  reachIs: { zh: '范围：{reach}', en: 'Reaches: {reach}' },
  secondFactor: { zh: '须绑定动态验证码', en: 'Demands an authenticator' },
  apart: {
    zh: '{name} 现任“{held}”：系统、安全、审计三种管理员互不兼任，也不兼任业务岗位',
    en: '{name} holds “{held}”: the three administrators exclude each other and hold no business post',
  },
  ofTree: { zh: '只能设在{tree}的单位', en: 'Only in units of: {tree}' },
  withdraw: { zh: '收回', en: 'Withdraw' },
  withdrawTitle: { zh: '收回{unit}“{role}”岗位', en: 'Withdraw “{role}” of {unit}' },
  withdrawHow: {
    zh: '{name} 随即不能再以这个岗位办理；在{unit}未办结的工作须有接手人',
    en: '{name} can no longer act in it; their open work in {unit} needs somebody to take it',
  },
  withdrawn: { zh: '已收回 {name} 的“{role}”岗位', en: '“{role}” is withdrawn from {name}' },
  endsOn: { zh: '收回日期', en: 'Ends on' },
} as const satisfies Words;
