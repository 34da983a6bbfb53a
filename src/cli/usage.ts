/** What the command line says of itself. */
export const usage = `用法 Usage: suyuan <command>

  start                                  启动服务 serve (PORT, HOST, DATABASE_URL, DATABASE_OWNER_URL, SUYUAN_DATA, METRICS)
    [--tls-cert FILE --tls-key FILE]     自带 HTTPS speak HTTPS
  demo                                   建立演示城市 make the demo city
  training [--city SLUG]                 建立或立即重置培训城市，每晚自动重置 make or reset the training city
  city create SLUG --name 名称 [--name-en NAME]   建立城市，显示三员激活码 make a city, print its administrators' codes
  activation LOGIN [--city SLUG]         重新生成未用的激活码 make an unused activation code again
  import signals FILE [--city SLUG] [--channel CODE] [--map MAP.json] [--json]
  import people|units FILE [--city SLUG] [--map MAP.json] [--json]
  ledger verify [--city C] [--anchor F] [--json]   核对台账是否与封存时相符 check the ledger against its seals
  ledger proof SEQ [--city C]            台账某一条的封存证明 the proof of one row of the ledger
  backup FILE [--city SLUG] [--json]     备份一座城市：库、文件、待办作业 back up a city: tables, files, jobs
  restore FILE [--city NEWSLUG] [--without-identifiers] [--json]   从备份恢复 restore it; it is held until released
  release SLUG                           恢复后放行对外发送 let a restored city send outside again
  keys export|import SLUG FILE           用口令保护的密钥文件 keys in a file under a passphrase (SUYUAN_PASSPHRASE)
  text train --data F.jsonl --out M [--threshold 0.6]   训练分类模型 train a category model on past messages
  text classify --model M --data F.jsonl --json 逐行提出分类与理由 JSON lines: label, confidence, because
  text bench --train A.jsonl --test B.jsonl     测分类准确度与速度 macro_f1, accuracy, train_s, per_s
  text group --data F.(xlsx|csv|jsonl) --out groups.csv [--json]   归并同一件事 which messages are the same matter
  text pairs --groups groups.csv --pairs P.csv [--json]   与人工判断核对 precision, recall, F1 on judged pairs
`;
