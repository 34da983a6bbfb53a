-- A restored city sends nothing outside until a person releases it.
alter table city add column held_since timestamptz;
alter table city add column restored_from uuid; -- the id of the backup
