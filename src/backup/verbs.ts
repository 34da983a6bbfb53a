/** What the ledger says of backups and keys, in words. */
import type { Said } from '#platform/problem.ts';

export const backupVerbs = {
  'backup.made': { zh: '备份城市', en: 'Backed the city up' },
  'backup.restored': { zh: '从备份恢复', en: 'Restored from a backup' },
  'backup.released': { zh: '恢复后放行对外发送', en: 'Released after a restore' },
  'keys.exported': { zh: '导出密钥', en: 'Exported the keys' },
} as const satisfies Record<string, Said>;
