/** Words of looking after somebody's account. */
import type { Words } from '#web/words/words.ts';

/** Decisions that need no more than a reason. */
export const accountSteps = {
  enable: { zh: '恢复账号', en: 'Enable the account' },
  disable: { zh: '停用账号', en: 'Disable the account' },
  endSessions: { zh: '退出其所有登录', en: 'End their sessions' },
  releaseLock: { zh: '解除锁定', en: 'Release the lock' },
  resetTotp: { zh: '解除动态验证码', en: 'Take the authenticator off' },
} as const satisfies Words;
export type AccountStep = keyof typeof accountSteps;

export const accountHow = {
  enable: { zh: '{name} 可以用原来的密码登录', en: '{name} can sign in with the old password' },
  disable: {
    zh: '{name} 立即退出，不能再登录；岗位和工作不变',
    en: '{name} is signed out at once and cannot come back; posts and work stay',
  },
  endSessions: {
    zh: '{name} 在所有设备上退出，可以重新登录',
    en: '{name} is signed out everywhere and can sign in again',
  },
  releaseLock: {
    zh: '{name} 的登录失败次数清零，可以马上再试',
    en: 'The failures of {name} are forgotten; they can try again at once',
  },
  resetTotp: {
    zh: '用于手机遗失。{name} 下次登录只用密码，岗位要求的须重新绑定',
    en: 'For a lost phone. {name} signs in with the password alone and enrols anew where a post demands it',
  },
} as const satisfies Record<AccountStep, { zh: string; en: string }>;

export const accountDone = {
  enable: { zh: '已恢复 {name} 的账号', en: 'The account of {name} is enabled' },
  disable: { zh: '已停用 {name} 的账号，登录已全部退出', en: 'The account of {name} is disabled, all sessions ended' },
  endSessions: { zh: '{name} 已从所有设备退出', en: '{name} is signed out everywhere' },
  releaseLock: { zh: '已解除锁定，{name} 可以马上登录', en: 'Released: {name} can sign in at once' },
  resetTotp: { zh: '已解除 {name} 的动态验证码', en: 'The authenticator of {name} is taken off' },
} as const satisfies Record<AccountStep, { zh: string; en: string }>;

export const accountWords = {
  reason: { zh: '理由', en: 'Reason' },
  needed: { zh: '必填', en: 'Required' },
  notOneself: { zh: '自己的账号和岗位由另一位管理员办理', en: 'Another administrator has to do it for you' },
  gone: { zh: '已离任', en: 'They have left' },
  disabledNow: { zh: '账号已停用，先恢复账号', en: 'The account is disabled; enable it first' },
  noLock: { zh: '没有被锁定', en: 'Nothing is locked' },
  noTotp: { zh: '没有绑定动态验证码', en: 'No authenticator is enrolled' },
  noSessions: { zh: '没有登录中的设备', en: 'Not signed in anywhere' },

  activate: { zh: '生成激活码', en: 'Activation code' },
  activateHow: {
    zh: '激活码只显示一次，请当面或用可靠的方式交给本人；先前没用过的激活码随即作废',
    en: 'It is shown once: hand it over in person or by a way you trust. Earlier unused codes become void',
  },
  resetToo: {
    zh: '{name} 已有账号：用新激活码可以重设密码',
    en: '{name} has an account already: the new code sets a new password',
  },
  login: { zh: '登录名', en: 'Login' },
  loginHow: {
    zh: '3–32 位字母、数字或 . _ - @；不填由本人激活时自己取',
    en: '3–32 letters, digits or . _ - @; empty: they choose it themselves',
  },
  made: { zh: '已生成 {name} 的激活码', en: 'An activation code for {name} is made' },
  shownOnce: { zh: '关闭后不再显示', en: 'Not shown again once this is closed' },
  until: { zh: '{until} 前有效，只能用一次', en: 'Good once, until {until}' },
  at: { zh: '激活地址', en: 'Where to activate' },
  lost: {
    zh: '激活码已经显示过一次，不能再看；需要时请重新生成',
    en: 'The code was shown once already; make a new one if it is needed',
  },
  copy: { zh: '复制激活码和地址', en: 'Copy code and address' },
  copied: { zh: '已复制，请交给本人', en: 'Copied; hand it to the person' },
  notCopied: { zh: '浏览器不允许复制，请手工抄录', en: 'The browser does not allow copying; write it down' },
  close: { zh: '我已交给本人，关闭', en: 'Handed over, close' },
} as const satisfies Words;
