-- The ledger: one row per thing and verb. The only tables that the owner role owns: the app role may insert and read.
create sequence ledger_seq;

create table ledger (
  seq bigint not null default nextval('ledger_seq'),
  epoch int not null default 1, -- a restore changes the default and begins the next epoch
  at timestamptz not null,
  txid xid8 not null default pg_current_xact_id(),
  actor uuid,
  actor_kind text not null check (actor_kind in ('person', 'token', 'program')),
  for_whom uuid, -- the person on whose behalf, under a delegation
  verb text not null,
  kind text not null,
  thing uuid not null,
  unit uuid,
  reason text, -- masked: phones and ID numbers never stand here
  data jsonb not null default '{}',
  commitment bytea, -- keyed HMAC of the personal content this row speaks of
  request uuid, -- the decision record or import that made it
  primary key (seq, at)
) partition by range (at);

create index ledger_thing on ledger (thing, seq desc);
create index ledger_actor on ledger (actor, seq desc);
create index ledger_txid on ledger (txid);

-- What follows what: the truth about each reaction, written in the reaction's own transaction.
create table reaction_done (
  ledger_seq bigint not null,
  reaction text not null,
  at timestamptz not null default now(),
  primary key (ledger_seq, reaction)
);

create table reaction_failure (
  ledger_seq bigint not null,
  reaction text not null,
  tries int not null default 1,
  error text not null,
  at timestamptz not null default now(),
  primary key (ledger_seq, reaction)
);

-- All rows of transactions before this one are known to be done: the sweep looks only above. (Sequence numbers are not
-- given in order of commit; transaction ids below the oldest running one are all decided.)
create table reaction_mark (
  verb text not null,
  reaction text not null,
  txid xid8 not null,
  primary key (verb, reaction)
);

-- The id of every decision a client has made: the same id, actor and content is the same decision.
create table decision (
  id uuid primary key,
  actor uuid not null,
  digest bytea not null, -- keyed HMAC of verb and content
  at timestamptz not null default now()
);
