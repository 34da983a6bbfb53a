/** The part of the catalogue of problems that an administrator meets before the program runs: settings and database. */
export const startingProblems = {
  settings_invalid: [
    500,
    '这些设置写得不对，应写成例如：{examples}',
    'These settings are not valid; write for example: {examples}',
  ],
  data_folder_closed: [500, '数据目录 {path} 不能写入（{why}）', 'The data folder {path} cannot be written ({why})'],

  // The database the program brings along
  database_no_account: [
    500,
    'PostgreSQL 不能以 root 运行，而系统里没有、也建不了普通账户；请先执行 useradd --system suyuan',
    'PostgreSQL does not run as root, and there is no ordinary account nor a way to make one; run useradd --system suyuan',
  ],
  database_no_binaries: [
    500,
    '没有适合 {platform} 的自带数据库；请重新执行 bin/setup，或用 DATABASE_URL 指定 PostgreSQL',
    'No database is brought along for {platform}; run bin/setup again, or name a PostgreSQL by DATABASE_URL',
  ],
  database_cannot_run: [500, '自带的 PostgreSQL 无法运行：{why}', 'The PostgreSQL brought along does not run: {why}'],
  database_cannot_start: [
    500,
    '数据库启动失败：{why}（日志在 {logs}）',
    'The database did not start: {why} (its logs are in {logs})',
  ],
  database_cannot_stop: [
    500,
    '数据库进程 {pid} 一分钟内没有停下',
    'The database, process {pid}, did not stop within a minute',
  ],
  database_missing: [
    500,
    '数据库目录 {path} 不见了，请从备份恢复',
    'The folder of the database {path} has disappeared; restore it from a backup',
  ],
  database_is_anothers: [
    500,
    '{path} 指向的数据库属于 {original}；这是一份复制的目录，删除该链接即可建立新库',
    'The database {path} points to belongs to {original}; this folder is a copy: remove the link to begin a new database',
  ],
  database_foreign: [
    500,
    '{path} 属于系统用户 {uid}；请用该用户或 root 启动',
    '{path} belongs to system user {uid}; start as that user or as root',
  ],
  database_folder_unreachable: [
    500,
    '系统用户 {uid} 进不了数据库目录 {path}；请放开其上级目录的通过权限（chmod a+x）',
    'System user {uid} cannot enter the database folder {path}; let it pass through the folders above (chmod a+x)',
  ],
  database_passwords_lost: [
    500,
    '数据库的口令文件 {path} 丢失或损坏，请从备份恢复',
    'The file with the passwords of the database, {path}, is lost or damaged; restore it from a backup',
  ],
  database_password_wrong: [
    500,
    '口令文件 database.json 与数据库不符，请恢复与它配套的那一份',
    'The passwords in database.json are not those of the database; restore the file that belongs to it',
  ],
  database_pid_unclear: [
    500,
    '无法判断进程 {pid} 是否为本数据库；确认不是之后，删除 {path} 再启动',
    'Cannot tell whether process {pid} is this database; make sure it is not, remove {path} and start again',
  ],
  database_version: [
    500,
    '数据目录 {path} 属于 PostgreSQL {found}，本程序自带 {major}；请用原版本导出后再导入',
    'The data folder {path} is of PostgreSQL {found}, this program brings {major}; back up with the version that wrote it and restore here',
  ],

  // A database of the user's
  database_unreachable: [500, '连不上 {setting} 的数据库：{why}', 'Cannot reach the database of {setting}: {why}'],
  database_too_old: [
    500,
    '需要 PostgreSQL 15 或更新，现为 {found}',
    'PostgreSQL 15 or newer is needed, this is {found}',
  ],
  database_encoding: [
    500,
    '数据库编码须为 UTF8，现为 {found}',
    'The encoding of the database must be UTF8, this is {found}',
  ],
  database_no_chinese: [
    500,
    '数据库不认识汉字；请用 --locale=C.UTF-8 或 ICU 的 zh-Hans-CN 新建数据库',
    'The database takes no Chinese character for a letter; create it with --locale=C.UTF-8 or ICU zh-Hans-CN',
  ],
  database_two_places: [
    500,
    'DATABASE_URL 与 DATABASE_OWNER_URL 不是同一个数据库',
    'DATABASE_URL and DATABASE_OWNER_URL are not the same database',
  ],
  database_owner_lacks: [
    500,
    '所有者角色 {owner} 权限不足，请由管理员执行：{sql}',
    'The owner role {owner} lacks a right; have an administrator run: {sql}',
  ],
  database_no_extensions: [
    500,
    '数据库装不上扩展 btree_gin 和 btree_gist：{why}',
    'The extensions btree_gin and btree_gist cannot be made in the database: {why}',
  ],
} as const satisfies Record<string, readonly [status: number, zh: string, en: string]>;
