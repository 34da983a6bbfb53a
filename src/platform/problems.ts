/** The catalogue of problems: every refusal's code, status and sentence, in both languages, stands here and nowhere else. */

import { calendarProblems } from '#platform/problems-calendar.ts';
import { categoryProblems } from '#platform/problems-category.ts';
import { creditProblems } from '#platform/problems-credit.ts';
import { dutyProblems } from '#platform/problems-duty.ts';
import { extractProblems } from '#platform/problems-extract.ts';
import { flowProblems } from '#platform/problems-flow.ts';
import { indicatorProblems } from '#platform/problems-indicator.ts';
import { intakeProblems } from '#platform/problems-intake.ts';
import { knowledgeProblems } from '#platform/problems-knowledge.ts';
import { ledgerProblems } from '#platform/problems-ledger.ts';
import { noteProblems } from '#platform/problems-note.ts';
import { operationsProblems } from '#platform/problems-operations.ts';
import { outsideProblems } from '#platform/problems-outside.ts';
import { paperProblems } from '#platform/problems-paper.ts';
import { peopleProblems } from '#platform/problems-people.ts';
import { procedureProblems } from '#platform/problems-procedure.ts';
import { projectProblems } from '#platform/problems-project.ts';
import { publicProblems } from '#platform/problems-public.ts';
import { rateProblems } from '#platform/problems-rate.ts';
import { stageProblems } from '#platform/problems-stage.ts';
import { startingProblems } from '#platform/problems-starting.ts';
import { supervisionProblems } from '#platform/problems-supervision.ts';
import { textProblems } from '#platform/problems-text.ts';

export type Entry = readonly [status: number, zh: string, en: string];

export const problems = {
  ...flowProblems,
  ...categoryProblems,
  ...calendarProblems,
  ...creditProblems,
  ...dutyProblems,
  ...projectProblems,
  ...noteProblems,
  ...outsideProblems,
  ...extractProblems,
  ...paperProblems,
  ...procedureProblems,
  ...peopleProblems,
  ...intakeProblems,
  ...indicatorProblems,
  ...knowledgeProblems,
  ...ledgerProblems,
  ...publicProblems,
  ...supervisionProblems,
  ...textProblems,
  ...rateProblems,
  ...stageProblems,

  // Answers every address can give
  not_found: [404, '找不到，或您无权查看', 'Not found, or not yours to see'],
  forbidden: [403, '您的岗位没有这项权限：{verb}', 'Your post does not include this: {verb}'],
  malformed: [422, '有 {count} 处填写需要修改', '{count} {count|field needs|fields need} to be corrected'],
  not_now: [409, '现在不能{step}：{reason}', 'Cannot {step} now: {reason}'],
  changed_meanwhile: [
    409,
    '{who} 刚刚做了“{what}”，请看过最新情况再决定',
    '{who} has just done “{what}”; look at the current state first',
  ],
  id_taken: [409, '这个编号已经用过，请刷新页面重试', 'This id is already in use; reload the page and try again'],
  too_large: [413, '内容太大：最多 {limit}', 'Too large: at most {limit}'],
  too_many: [
    429,
    '操作太频繁，请 {seconds} 秒后再试',
    'Too many attempts; try again in {seconds} {seconds|second|seconds}',
  ],
  unavailable: [
    503,
    '系统暂时不可用，您的内容没有丢失，请稍后重试',
    'Temporarily unavailable; nothing was lost, try again shortly',
  ],
  disk_full: [
    503,
    '服务器磁盘已满，没有保存，请联系系统管理员',
    'The disk of the server is full; not saved, call the administrator',
  ],
  broken: [500, '程序出错，已记录，编号 {request}', 'The program failed; recorded as {request}'],

  // Signing in
  signed_out: [401, '请先登录', 'Sign in first'],
  totp_needed: [401, '请输入动态验证码', 'Enter the code of your authenticator'],
  not_our_page: [403, '请从本系统的页面上操作', 'This can only be done from our own pages'],
  token_invalid: [401, '令牌无效、已过期或已收回', 'The token is not valid, has expired or was revoked'],

  // Lists
  search_too_short: [422, '至少输入两个字', 'Type at least two characters'],
  cursor_invalid: [422, '翻页位置无效，请从第一页开始', 'The paging position is not valid; start from the first page'],

  // Files
  file_missing: [422, '没有收到文件', 'No file was received'],

  // Starting
  database_newer: [
    500,
    '数据库比程序新（有程序不认识的迁移：{names}），请使用较新的程序',
    'The database is newer than the program (unknown migrations: {names}); use a newer program',
  ],
  migration_changed: [
    500,
    '迁移文件 {name} 在应用之后被改动，拒绝启动',
    'Migration {name} was changed after it had been applied; refusing to start',
  ],
  ...startingProblems,
  ...operationsProblems,

  // Fields
  field_required: [422, '必填', 'Required'],
  field_invalid: [422, '格式不对：{why}', 'Not valid: {why}'],
  field_too_long: [422, '最多 {limit} 个字', 'At most {limit} {limit|character|characters}'],
  field_unknown: [422, '没有这一项：{value}', 'No such value: {value}'],

  // Keys and files
  keys_missing: [
    500,
    '没有城市 {city} 的密钥文件，请系统管理员放回原来的密钥文件',
    'No key file for the city {city}; the administrator has to put the original one back',
  ],
  keys_exist: [
    409,
    '城市 {city} 已有密钥文件，不会覆盖',
    'The city {city} has a key file already; it is never overwritten',
  ],
  keys_mode: [
    500,
    '{file} 的权限是 {mode}，应为 {expected}，请用 chmod {expected} 改正',
    '{file} has mode {mode}; it must be {expected}: run chmod {expected}',
  ],
  keys_damaged: [
    500,
    '城市 {city} 的密钥文件内容不对：{why}；请从密钥备份恢复',
    'The key file of the city {city} is not valid: {why}; restore it from its own copy',
  ],
  keys_busy: [
    409,
    '城市 {city} 的密钥文件正在更换；如果没有别人在操作，请删除 {file} 后重试',
    'The key file of the city {city} is being changed; if nobody is at it, delete {file} and try again',
  ],
  keys_unknown: [
    500,
    '这项内容是用密钥 {key} 加密的，密钥文件里没有它',
    'This was encrypted with key {key}, which the key file does not hold',
  ],
  seal_broken: [
    500,
    '加密内容已损坏或被改动，无法解开，请联系系统管理员',
    'The encrypted content is damaged or was altered and cannot be opened; call the administrator',
  ],
  file_damaged: [
    500,
    '文件已损坏或不完整，请联系系统管理员从备份恢复',
    'The file is damaged or incomplete; the administrator has to restore it from a backup',
  ],
  image_unreadable: [
    422,
    '这不是能打开的图片，请用 JPG、PNG 或 WebP 格式重新上传',
    'This image cannot be opened; upload it as JPG, PNG or WebP',
  ],
  image_heic: [
    422,
    '这台服务器打不开 HEIC 照片，请把手机相机格式改为“兼容性最佳”，或转成 JPG 再上传',
    'This server cannot open HEIC photos; set the camera to “Most Compatible” or convert to JPG',
  ],
  image_too_many_pixels: [
    422,
    '图片尺寸太大：最多 {limit} 万像素，请缩小后上传',
    'The image has too many pixels: at most {limit} × 10,000; make it smaller',
  ],

  // Table files
  sheet_empty: [422, '文件是空的', 'The file is empty'],
  sheet_not_a_table: [
    422,
    '这是 {what} 文件，不是能读的表格；请另存为 .xlsx 或 .csv 再上传',
    'This is a {what} file, not a table that can be read; save it as .xlsx or .csv',
  ],
  sheet_encrypted: [
    422,
    '文件设了打开密码，请在 Excel 或 WPS 里取消密码、保存后再上传',
    'The file has a password; remove it in the spreadsheet program, save and upload again',
  ],
  sheet_incomplete: [
    422,
    '文件缺少结尾，没有传完或存完，一行也读不出；请重新导出或上传',
    'The end of the file is missing and no row can be read; export or upload it again',
  ],
  sheet_damaged: [
    422,
    '文件已损坏，一行也读不出；请重新导出',
    'The file is damaged and no row can be read; export it again',
  ],
  sheet_cut_off: [
    422,
    '文件不完整或已损坏，只读到第 {row} 行；请重新导出',
    'The file is incomplete or damaged: read up to row {row} only; export it again',
  ],
  sheet_bomb: [
    422,
    '文件解压后异常巨大，为保护服务器没有读完；请另存为 .csv 或分成几个文件',
    'The file unpacks to an absurd size and was not read to its end; save it as .csv or divide it',
  ],
  sheet_too_large: [
    413,
    '{what} 格式的文件最大 {limit}，请另存为 .xlsx',
    'A file in the {what} format may have {limit} at most; save it as .xlsx',
  ],
  sheet_too_heavy: [
    422,
    '读这个文件用尽了给它的内存或时间，请另存为 .xlsx 或分成几个文件',
    'Reading the file used up the memory or time allotted; save it as .xlsx or divide it',
  ],
  sheet_row_too_wide: [
    422,
    '第 {row} 行超过 {limit} 列，请检查文件',
    'Row {row} has more than {limit} columns; check the file',
  ],
  sheet_cell_too_long: [
    422,
    '有一个单元格超过 {limit} 个字，请检查文件',
    'A cell has more than {limit} characters; check the file',
  ],
  sheet_quote_open: [
    422,
    '第 {row} 行的引号没有闭合，请检查文件',
    'A quotation mark in row {row} is never closed; check the file',
  ],
  sheet_none: [422, '文件里没有工作表', 'The file has no sheet'],
  sheet_unknown: [422, '文件里没有名为“{name}”的工作表', 'The file has no sheet named “{name}”'],
  sheet_no_header: [
    422,
    '前 {rows} 行里找不到表头；请把列名放在同一行再导入',
    'No header found in the first {rows} {rows|row|rows}; put the names of the columns into one row',
  ],

  // Values in cells
  lost_digits: [
    422,
    '号码被表格软件改成了数字，有几位已经丢失',
    'The spreadsheet program turned it into a number and digits were lost',
  ],
  value_masked: [422, '号码打了星号，不完整', 'Masked by asterisks, not complete'],
  phone_several: [422, '一格里有几个号码，请只留一个', 'Several numbers in one cell; leave one'],
  phone_unreadable: [422, '不是电话号码', 'Not a phone number'],
  date_unreadable: [422, '不是能读的日期', 'Not a date that can be read'],
  date_ambiguous: [
    422,
    '分不清年月日的先后，请写成 2026-03-12 这样',
    'Day, month and year cannot be told apart; write it like 2026-03-12',
  ],
  date_without_year: [422, '日期没有年份', 'The date has no year'],
  date_without_day: [422, '日期没有写到日', 'The date has no day'],
  date_impossible: [422, '没有这一天或这个时刻', 'There is no such day or time'],
  date_out_of_range: [422, '年份不在 1990–2100 之间', 'The year is not between 1990 and 2100'],
  id_number_length: [422, '身份证号应为 18 位', 'An ID number has 18 digits'],
  id_number_check: [422, '身份证号校验不通过，可能有错位', 'The check digit of the ID number is wrong'],
  id_number_date: [422, '身份证号里的生日或地区代码不存在', 'The birthday or region in the ID number does not exist'],
  credit_code_length: [422, '统一社会信用代码应为 18 位', 'A unified social credit code has 18 characters'],
  credit_code_check: [422, '统一社会信用代码校验不通过', 'The check character of the credit code is wrong'],
  yes_no_unreadable: [422, '应填“是”或“否”', 'Should be yes or no'],
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof problems;
