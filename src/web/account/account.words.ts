/** Words of the account page. */
import type { Words } from '#web/words/words.ts';

export const accountWords = {
  title: { zh: '我的账号', en: 'My account' },
  who: { zh: '身份', en: 'Who you are' },
  login: { zh: '登录名', en: 'Login' },
  posts: { zh: '岗位', en: 'Posts' },
  onBehalf: { zh: '代 {name}', en: 'for {name}' },
  noPosts: { zh: '目前没有岗位，请与安全管理员联系', en: 'No post at present; ask the security administrator' },
  look: { zh: '语言和外观', en: 'Language and appearance' },
  singleKeys: { zh: '单键快捷键（J、K、/、?）', en: 'Single keys (J, K, /, ?)' },
  singleKeysHow: {
    zh: '用语音输入或容易误触时可以关闭',
    en: 'Switch off when dictating or when keys are hit by accident',
  },

  password: { zh: '密码', en: 'Password' },
  passwordUntil: { zh: '有效期至 {day}', en: 'Good until {day}' },
  change: { zh: '修改密码', en: 'Change' },

  totp: { zh: '动态验证码', en: 'Authenticator' },
  totpOn: { zh: '已绑定，登录时需要 6 位动态验证码', en: 'Enrolled: signing in asks for a 6-digit code' },
  totpOff: {
    zh: '未绑定。绑定后，密码泄露也不能登录',
    en: 'Not enrolled. With it, a stolen password alone does not open the account',
  },
  totpDemanded: { zh: '您的岗位要求动态验证码，不能解除', en: 'Your post demands it; it cannot be taken off' },
  enrol: { zh: '绑定', en: 'Enrol' },
  takeOff: { zh: '解除', en: 'Take off' },
  takenOff: { zh: '已解除动态验证码，下次登录只用密码', en: 'Taken off: from now on the password alone signs in' },

  sessions: { zh: '登录中的设备', en: 'Where you are signed in' },
  current: { zh: '这里', en: 'Here' },
  session: { zh: '{source}，{begun} 登录，最近使用 {seen}', en: '{source}, signed in {begun}, last used {seen}' },
  moreSessions: { zh: '还有 {count} 处', en: '{count} more' },
  end: { zh: '退出', en: 'Sign out' },
  ended: { zh: '已退出那一处登录', en: 'That session has ended' },
  endOthers: { zh: '退出其他所有登录', en: 'Sign out everywhere else' },
  endedOthers: { zh: '已退出其他 {count} 处登录', en: '{count} other {count|session has|sessions have} ended' },
  reason: { zh: '原因', en: 'Reason' },
  needed: { zh: '必填', en: 'Required' },

  idle: { zh: '{minutes} 分钟不用会自动退出', en: 'You are signed out after {minutes} idle {minutes|minute|minutes}' },
} as const satisfies Words;
