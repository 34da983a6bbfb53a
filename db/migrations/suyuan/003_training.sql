-- A training city is made anew every night, and is no other city's copy: made as one, it stays one.
alter table city add column training boolean not null default false;
alter table city add column made_anew_at timestamptz;
