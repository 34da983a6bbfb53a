/** The part of the catalogue of problems that an administrator meets while backing up, restoring and carrying keys. */
export const operationsProblems = {
  file_exists: [
    409,
    '{file} 已存在，不会覆盖；请换一个文件名',
    '{file} exists and is not overwritten; choose another name',
  ],
  file_unwritable: [500, '{file} 不能写入（{why}）', '{file} cannot be written ({why})'],
  file_unreadable: [404, '{file} 打不开（{why}）', '{file} cannot be opened ({why})'],

  tls_invalid: [
    500,
    '证书 {cert} 与私钥 {key} 不能用（{why}）',
    'The certificate {cert} and the key {key} cannot be used ({why})',
  ],
  metrics_unreachable: [
    500,
    '指标地址 {place} 不能用（{why}），请改 METRICS',
    'Metrics cannot be served at {place} ({why}); change METRICS',
  ],

  // Backup and restore
  backup_not_one: [422, '{file} 不是溯源的备份文件', '{file} is not a backup of Suyuan'],
  backup_cut_off: [
    422,
    '备份文件不完整（到 {part} 为止），什么都没有恢复；请用完整的备份',
    'The backup is incomplete (it ends in {part}); nothing was restored: use a whole one',
  ],
  backup_damaged: [
    422,
    '备份文件已损坏（{part} 的校验和不符），什么都没有恢复；请用另一份备份',
    'The backup is damaged (the checksum of {part} is wrong); nothing was restored: use another one',
  ],
  backup_newer: [
    422,
    '备份由更新的程序（{program}）制作，本程序不认识 {what}；请用那个版本或更新的程序恢复',
    'The backup was made by a newer program ({program}); this one does not know {what}: restore with that version or a newer one',
  ],
  backup_other_program: [
    422,
    '备份由另一种程序制作：迁移 {name} 与本程序的不同',
    'The backup was made by a different program: its migration {name} is not the one of this program',
  ],
  backup_city_here: [
    409,
    '这里已有城市 {slug}，什么都没有恢复；要另建一座，请加 --city 新代号',
    'The city {slug} stands here already; nothing was restored: to make another, add --city NEWSLUG',
  ],
  backup_keys_missing: [
    409,
    '这里没有城市 {slug} 的密钥；先执行 suyuan keys import {slug} 密钥文件，或加 --without-identifiers 放弃加密的身份信息',
    'The keys of {slug} are not here; first run suyuan keys import {slug} FILE, or give up the sealed identifiers by --without-identifiers',
  ],
  backup_keys_other: [
    409,
    '这里 {slug} 的密钥不是制作备份时的那一套（缺 {missing}），什么都没有恢复',
    'The keys of {slug} here are not those of the backup ({missing} missing); nothing was restored',
  ],
  backup_of_training: [
    409,
    '{slug} 是培训城市，每晚重置，不作备份',
    '{slug} is a training city, made anew every night: it is not backed up',
  ],
  city_not_training: [
    409,
    '{slug} 不是作为培训城市建立的，不能重置；什么都没有改动',
    '{slug} was not made as a training city and is never reset; nothing was changed',
  ],
  city_busy: [
    409,
    '另一个程序正在建立或重置 {slug}，请稍候',
    'Another program is just making or resetting {slug}; wait a moment',
  ],
  not_held: [409, '城市 {slug} 没有处于对外暂停状态', 'The city {slug} is not held'],

  // Keys that are carried
  passphrase_needed: [
    422,
    '需要口令：请在终端上输入，或用 SUYUAN_PASSPHRASE 给出',
    'A passphrase is needed: type it on a terminal, or give it by SUYUAN_PASSPHRASE',
  ],
  passphrase_short: [422, '口令至少 {least} 个字符', 'The passphrase needs at least {least} characters'],
  passphrase_differs: [422, '两次输入的口令不同', 'The two passphrases differ'],
  passphrase_wrong: [422, '口令不对，或文件被改动过', 'The passphrase is wrong, or the file has been altered'],
  keys_file_not_one: [422, '{file} 不是溯源导出的密钥文件', '{file} is not a file of keys that Suyuan has exported'],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>;
