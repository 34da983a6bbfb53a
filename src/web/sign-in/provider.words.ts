/** Words of signing in through the city's provider. */
import type { Words } from '#web/words/words.ts';

export const providerWords = {
  with: { zh: '用{name}登录', en: 'Sign in with {name}' },
  or: { zh: '或', en: 'or' },
  mine: { zh: '统一身份', en: 'City identity' },
  linked: { zh: '已关联{name}（{at}），可以用它登录', en: 'Linked to {name} ({at}): it signs you in' },
  notLinked: {
    zh: '没有关联{name}。关联后可以用它登录，密码仍然有效',
    en: 'Not linked to {name}. With it you sign in without your password, which stays good',
  },
  link: { zh: '关联', en: 'Link' },
  linkHow: {
    zh: '输入密码后转到{name}确认，再回到这里',
    en: 'Enter your password, confirm at {name}, and come back here',
  },
  unlink: { zh: '解除关联', en: 'Unlink' },
  unlinked: { zh: '已解除关联，今后用密码登录', en: 'Unlinked: your password signs you in' },
  going: { zh: '正在转到{name}', en: 'Going to {name}' },
  password: { zh: '现在的密码', en: 'Present password' },
  needed: { zh: '必填', en: 'Required' },

  title: { zh: '统一身份登录', en: 'Sign-in provider' },
  how: {
    zh: 'OpenID Connect。只有已关联的人能用它登录，不会自动建账号；密码登录一直保留',
    en: 'OpenID Connect. Only persons who are linked come in by it, no account is made by itself, and passwords stay',
  },
  open: { zh: '已开通', en: 'Open' },
  closed: { zh: '未开通', en: 'Not open' },
  set: { zh: '设置', en: 'Set' },
  save: { zh: '保存', en: 'Save' },
  saved: { zh: '统一身份登录已保存', en: 'The sign-in provider is saved' },
  isOpen: { zh: '开通', en: 'Open' },
  nameZh: { zh: '名称（中文）', en: 'Name in Chinese' },
  nameEn: { zh: '名称（英文）', en: 'Name in English' },
  issuer: { zh: '签发者地址（issuer）', en: 'Issuer' },
  clientId: { zh: '客户端 ID', en: 'Client id' },
  secret: { zh: '客户端密钥', en: 'Client secret' },
  secretKept: {
    zh: '已保存，加密存放，不再显示；留空不变',
    en: 'Kept encrypted and never shown again; leave empty to keep it',
  },
  desk: { zh: '本系统的地址', en: 'Address of this desk' },
  deskHow: { zh: '如 {address}', en: 'Such as {address}' },
  returnTo: { zh: '在对方登记的回跳地址：{address}', en: 'Redirect address to enter there: {address}' },
  trust: { zh: '对方已做两步验证的，这里不再要动态验证码', en: 'A second factor there counts here' },
  subject: { zh: '对方的用户标识（sub）', en: 'What the provider calls them (sub)' },
  person: { zh: '统一身份', en: 'City identity' },
  personLinked: { zh: '{at} 关联', en: 'Linked {at}' },
  personNot: { zh: '没有关联', en: 'Not linked' },
  personSaved: { zh: '已保存统一身份', en: 'Saved' },
  emptyUnlinks: { zh: '留空即解除关联', en: 'Empty: unlinked' },
} as const satisfies Words;
