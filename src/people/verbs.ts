/** The ledger's verbs in words; each room adds its own when the server is put together. */
import type { Said } from '#platform/problem.ts';

/** The verbs of this room. */
export const peopleVerbs = {
  'account.activation_made': { zh: '生成激活码', en: 'Made an activation code' },
  'account.activated': { zh: '激活账号', en: 'Activated the account' },
  'account.signed_in': { zh: '登录', en: 'Signed in' },
  'account.sign_in_failed': { zh: '登录失败', en: 'Failed to sign in' },
  'account.locked': { zh: '连错五次，锁定', en: 'Locked after five failures' },
  'account.lock_released': { zh: '解除锁定', en: 'Released the lock' },
  'account.signed_out': { zh: '退出', en: 'Signed out' },
  'account.sessions_ended': { zh: '结束登录', en: 'Ended sessions' },
  'account.password_changed': { zh: '修改密码', en: 'Changed the password' },
  'account.totp_enrolled': { zh: '绑定动态验证码', en: 'Enrolled an authenticator' },
  'account.totp_removed': { zh: '解除动态验证码', en: 'Took the authenticator off' },
  'account.linked': { zh: '关联统一身份', en: 'Linked to the provider' },
  'account.unlinked': { zh: '解除统一身份', en: 'Unlinked from the provider' },
  'provider.set': { zh: '设置统一身份登录', en: 'Set the sign-in provider' },
  'account.disabled': { zh: '停用账号', en: 'Disabled the account' },
  'account.enabled': { zh: '恢复账号', en: 'Enabled the account' },
  'person.made': { zh: '登记人员', en: 'Entered a person' },
  'person.changed': { zh: '修改人员信息', en: 'Changed a person' },
  'person.left': { zh: '离任', en: 'Left' },
  'person.came_back': { zh: '返岗', en: 'Came back' },
  'person.revealed': { zh: '查看完整号码', en: 'Saw full numbers' },
  'person.searched': { zh: '按号码查人', en: 'Searched by phone' },
  'unit.made': { zh: '设立单位', en: 'Made a unit' },
  'unit.changed': { zh: '修改单位', en: 'Changed a unit' },
  'unit.moved': { zh: '调整隶属', en: 'Moved a unit' },
  'unit.closed': { zh: '撤销单位', en: 'Closed a unit' },
  'unit.succeeded': { zh: '更名、合并或分设', en: 'Renamed, merged or split' },
  'role.made': { zh: '增加角色', en: 'Added a role' },
  'role.changed': { zh: '修改角色', en: 'Changed a role' },
  'post.granted': { zh: '授予岗位', en: 'Granted a post' },
  'post.withdrawn': { zh: '收回岗位', en: 'Withdrew a post' },
  'person.skilled': { zh: '登记技能', en: 'Skills set' },
  'skill.added': { zh: '增加技能', en: 'Added a skill' },
  'skill.retired': { zh: '停用技能', en: 'Retired a skill' },
  'delegation.made': { zh: '安排代办', en: 'Arranged a delegation' },
  'delegation.ended': { zh: '结束代办', en: 'Ended a delegation' },
  'work.handed_over': { zh: '交接工作', en: 'Handed work over' },
  'ledger.opened': { zh: '查阅审计台账', en: 'Opened the audit ledger' },
  'ledger.exported': { zh: '导出审计台账', en: 'Exported the audit ledger' },
} as const satisfies Record<string, Said>;

export type PeopleVerb = keyof typeof peopleVerbs;

const words: Record<string, Said> = { ...peopleVerbs };

/** A room above registers what its verbs are called. */
export function nameVerbs(table: Record<string, Said>): void {
  Object.assign(words, table);
}

/** A verb nobody has named is shown as it is, so that it is seen. */
export const verbWords = (verb: string): Said => words[verb] ?? { zh: verb, en: verb };

export const allVerbs = () => Object.entries(words).map(([verb, name]) => ({ verb, name }));
