-- Seals: each block of the ledger under one root, chained to the block before. The owner role's, as the ledger is: the app
-- role may read them.
create table seal (
  number int primary key, -- 1, 2, 3 … without a gap
  epoch int not null,
  x xid8 not null, -- the block holds the rows of its epoch from the x of the block before (else 0) up to, not including, this
  rows int not null,
  root bytea not null, -- of the Merkle tree over the keyed codes of the rows, by seq
  chain bytea not null, -- keyed code of this row and the chain of the block before
  leaves bytea not null, -- 16 bytes a row: seq, first 8 bytes of its code; they say at which row a broken block is broken
  at timestamptz not null
);
alter table seal alter column leaves set storage external;
create index seal_x on seal (epoch, x);
