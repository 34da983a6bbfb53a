-- Ways out of the desk: each with its settings, whom it reaches by which address, and what was sent by it.
create table outside_channel (
  id uuid primary key,
  name text not null unique check (name in ('email', 'wecom', 'dingtalk', 'sms')),
  settings jsonb not null, -- servers and ids; the secret stands apart
  secret_sealed bytea,
  open boolean not null,
  token_sealed bytea, -- the access token that the other side gave
  token_until timestamptz,
  sent_at timestamptz, -- the last that went out
  failed_at timestamptz, -- since when nothing did
  failure text,
  version int not null default 1,
  changed_at timestamptz not null,
  check ((token_sealed is null) = (token_until is null)),
  check ((failed_at is null) = (failure is null))
);

create table person_address (
  person_id uuid not null references person,
  channel text not null check (channel in ('email', 'wecom', 'dingtalk', 'sms')),
  address_sealed bytea not null,
  code_sealed bytea, -- what was sent there, and shows that it is theirs
  code_until timestamptz,
  code_tries int not null default 0,
  verified_at timestamptz,
  set_by uuid not null references person,
  set_at timestamptz not null,
  primary key (person_id, channel)
);
create index person_address_by on person_address (set_by);

-- Which one way a person wants, and when none; without a row the first that reaches them.
create table push_choice (
  person_id uuid primary key references person,
  channel text not null check (channel in ('any', 'none', 'email', 'wecom', 'dingtalk', 'sms')),
  quiet_from int check (quiet_from between 0 and 23), -- hours in Shanghai; 22 to 7 runs over midnight
  quiet_to int check (quiet_to between 0 and 23),
  check ((quiet_from is null) = (quiet_to is null))
);

-- Every try, for the limits that a channel sets for each of its members: written before it is made.
create table push_try (
  push_id uuid not null references message_push on delete cascade,
  person_id uuid not null references person,
  channel text not null,
  at timestamptz not null
);
create index push_try_push on push_try (push_id);
create index push_try_person on push_try (person_id, channel, at);
create index push_try_at on push_try (at);

alter table message_push
  add column what text not null default 'message' check (what in ('message', 'digest', 'test', 'code')),
  add column failure text;
update message_push set what = 'digest' where message_id is null;
create index message_push_given_up on message_push (given_up_at) where given_up_at is not null;
create index message_push_of_day on message_push (channel, person_id, day);
