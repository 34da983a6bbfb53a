-- Erasing the personal content of signals, on request or when a channel's time of keeping is over; the ledger stays whole.
alter table signal add column erased_at timestamptz;
alter table channel add column keep_months int check (keep_months between 1 and 1200); -- null: kept for ever

-- Files that an erasure has given up; they go once nothing else names them.
create table erased_file (
  hash text primary key,
  at timestamptz not null
);

update role set verbs = array_append(verbs, 'personal.erase')
 where code = 'security_admin' and not 'personal.erase' = any(verbs);
