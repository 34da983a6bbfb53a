-- After a restore transaction ids begin anew, smaller than those of the rows that were restored: how far a reaction is done
-- is told by epoch and transaction id together.
alter table reaction_mark add column epoch int not null default 1;
drop index ledger_txid;
create index ledger_txid on ledger (epoch, txid);
