-- What the auditor asks for by verb or kind is mostly rare: failed sign-ins, numbers seen, posts granted. The one row that
-- every imported signal writes is neither: it is found from the newest back, and the import does not pay for it.
create index ledger_verb on ledger (verb, seq desc) where verb <> 'signal.received';
create index ledger_kind on ledger (kind, seq desc) where kind <> 'signal';
