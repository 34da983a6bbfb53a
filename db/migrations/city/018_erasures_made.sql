-- Erasures made at somebody's request are few; those by a channel's rule are as many as its signals. The page lists the few.
create index ledger_erased on ledger (seq desc) where verb = 'signal.erased' and actor_kind = 'person';
