-- Messages inside the desk: told once per key and person; at most five a person a day are pushed, the rest stand in one line.
create table message (
  id uuid primary key,
  person_id uuid not null references person, -- who reads it
  for_whom uuid references person, -- they are away, and the reader acts for them
  kind text not null,
  thing_kind text not null,
  thing uuid not null,
  zh text not null, -- number, matter, deadline; never a citizen
  en text not null,
  urgent boolean not null default false,
  by_name boolean not null default false, -- addressed to this person by name: cannot be muted
  muted boolean not null default false, -- as the person had set it at that moment
  key text not null,
  at timestamptz not null,
  read_at timestamptz,
  place int -- the how many-th of the person's day, muted ones not counted; pushed up to five
);
create unique index message_once on message (person_id, key);
create index message_inbox on message (person_id, at desc, id desc);
create index message_unread on message (person_id) where read_at is null;
create index message_for_whom on message (for_whom) where for_whom is not null;
create index message_thing on message (thing);

-- How many each person was told of on a day: the row that two programs telling the same person wait for.
create table message_day (
  person_id uuid not null references person,
  day date not null,
  told int not null,
  primary key (person_id, day)
);

create table message_mute (
  person_id uuid not null references person,
  kind text not null,
  at timestamptz not null,
  primary key (person_id, kind)
);

-- What goes outside, by a channel that this version of the program has: with a stable key, so that twice can be told from two.
create table message_push (
  id uuid primary key,
  message_id uuid references message, -- null: the line that stands for all beyond five
  person_id uuid not null references person,
  day date not null,
  channel text not null,
  key text not null unique,
  not_before timestamptz not null,
  tries int not null default 0,
  sent_at timestamptz,
  given_up_at timestamptz
);
create index message_push_message on message_push (message_id) where message_id is not null;
create index message_push_person on message_push (person_id);
create index message_push_waits on message_push (not_before) where sent_at is null and given_up_at is null;
