/** Words of signing in, activation, passwords and the authenticator. */
import type { Words } from '#web/words/words.ts';

export const signInWords = {
  signIn: { zh: '登录', en: 'Sign in' },
  login: { zh: '登录名', en: 'Login' },
  password: { zh: '密码', en: 'Password' },
  needed: { zh: '必填', en: 'Required' },
  firstTime: { zh: '第一次用，或忘了密码？', en: 'First time, or password forgotten?' },
  activate: { zh: '用激活码开通账号', en: 'Activate with a code' },
  back: { zh: '返回登录', en: 'Back to sign-in' },
  other: { zh: '换一个账号', en: 'Use another account' },
  ended: { zh: '登录已过期', en: 'Your session has ended' },
  endedHow: {
    zh: '页面和没有提交的内容都还在，重新登录后接着办',
    en: 'The page and all you have written are still here; sign in again and go on',
  },
  leave: { zh: '不登录，离开', en: 'Leave instead' },
  leaveSure: { zh: '离开后，没有提交的内容会丢失', en: 'What was not submitted will be lost' },

  code: { zh: '激活码', en: 'Activation code' },
  codeHow: {
    zh: '形如 7K3M-Q2ZX-91BV，由系统管理员发给您，7 天内有效，只能用一次。大小写、横线都不要紧',
    en: 'Like 7K3M-Q2ZX-91BV, from your system administrator, good once within 7 days. Capitals and dashes do not matter',
  },
  look: { zh: '下一步', en: 'Next' },
  hello: { zh: '{name}，请设置登录密码', en: '{name}, choose your password' },
  yourLogin: { zh: '您的登录名', en: 'Your login' },
  chooseLogin: { zh: '3–32 位小写字母、数字或 . _ - @', en: '3–32 small letters, digits or . _ - @' },
  setPassword: { zh: '设置密码并登录', en: 'Set the password and sign in' },
  totpNext: {
    zh: '您的岗位要求动态验证码，下一步绑定',
    en: 'Your post demands an authenticator: that is the next step',
  },

  newPassword: { zh: '新密码', en: 'New password' },
  currentPassword: { zh: '现在的密码', en: 'Present password' },
  changePassword: { zh: '修改密码', en: 'Change the password' },
  passwordOld: { zh: '密码已满 90 天，请换一个再继续', en: 'Your password is 90 days old: change it to go on' },
  passwordChanged: { zh: '密码已修改，其他地方的登录已退出', en: 'Password changed; your other sessions have ended' },
  rules: { zh: '密码须满足', en: 'The password must' },
  rule_short: { zh: '至少 {least} 个字符', en: 'have at least {least} {least|character|characters}' },
  rule_classes: {
    zh: '大写、小写、数字、符号中至少三种',
    en: 'use three of: capitals, small letters, digits, signs',
  },
  rule_login: { zh: '不含登录名', en: 'not contain the login' },
  rule_used: { zh: '不与最近五次相同', en: 'differ from the last five' },
  met: { zh: '已满足', en: 'met' },
  unmet: { zh: '未满足', en: 'not met' },

  totp: { zh: '动态验证码', en: 'Authenticator code' },
  totpHow: {
    zh: '打开手机上的验证器，输入“{issuer}”下的 6 位数字',
    en: 'Open your authenticator and enter the 6 digits under “{issuer}”',
  },
  go: { zh: '继续', en: 'Go on' },
  enrol: { zh: '绑定动态验证码', en: 'Enrol an authenticator' },
  enrolWhy: { zh: '您的岗位要求两步登录', en: 'Your post demands two factors' },
  enrolScan: {
    zh: '用手机验证器扫这个二维码（支持任何 TOTP 验证器，无需联网）',
    en: 'Scan this with any TOTP authenticator; it needs no network',
  },
  enrolType: { zh: '不能扫码时，手工输入密钥', en: 'If you cannot scan, type the secret' },
  enrolFirst: { zh: '输入验证器显示的 6 位数字', en: 'Enter the 6 digits it shows' },
  enrolled: { zh: '已绑定，下次登录时需要动态验证码', en: 'Enrolled: sign-in will ask for a code from now on' },
  qr: { zh: '动态验证码的二维码', en: 'QR code of the authenticator' },
  copy: { zh: '复制', en: 'Copy' },
} as const satisfies Words;
