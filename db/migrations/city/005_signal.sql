-- Signals as they arrived: channels, reporters, words, the search index, and what was said to the reporter.
create sequence signal_number;

create table channel (
  id uuid primary key,
  code text not null unique check (code ~ '^[0-9]{2}$'),
  name text not null,
  kind text not null check (kind in ('hotline', 'web', 'desk', 'inspection', 'visit', 'suggestion', 'letter', 'system')),
  unit_id uuid references unit,
  closed_at timestamptz
);
create index channel_unit on channel (unit_id);

create table integration_token (
  id uuid primary key,
  channel_id uuid not null references channel,
  name text not null,
  hash bytea not null unique,
  made_by uuid not null references person,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index integration_token_channel on integration_token (channel_id);
create index integration_token_by on integration_token (made_by);

create table reporter (
  id uuid primary key,
  name_sealed bytea,
  phone_sealed bytea,
  id_number_sealed bytea,
  address_sealed bytea,
  salt bytea not null,
  hidden boolean not null default false, -- 举报: hidden from the unit that handles it
  erased_at timestamptz
);

create table signal (
  id uuid primary key,
  number text not null unique,
  channel_id uuid not null, -- a channel: signals are written by a join with it
  source_number text,
  source_key bytea not null,
  row_hash bytea,
  state text not null check (state in ('untriaged', 'gathered', 'disposed')),
  matter text not null check (matter in ('consult', 'help', 'complaint', 'report', 'suggest', 'praise', 'other')),
  urgency text not null check (urgency in ('normal', 'urgent', 'critical')),
  secret boolean not null default false,
  wants_reply boolean not null default true,
  title text,
  words text not null,
  salt bytea not null,
  place text,
  area_id uuid references area,
  category text,
  extra jsonb not null default '{}',
  reporter_id uuid not null, -- a reporter, written in the same statement: checking it again costs as much as the row (docs: bench)
  said_at timestamptz,
  said_skew_ms bigint,
  received_at timestamptz not null,
  recorded_at timestamptz not null,
  recorded_by uuid,
  import_id uuid, -- an import, whose own transaction writes the row
  divided_from uuid references signal,
  disposition text check (disposition in ('answered', 'transferred', 'not_accepted', 'withdrawn')),
  disposition_code text,
  version int not null default 1,
  unique (channel_id, source_key),
  check ((state = 'disposed') = (disposition is not null))
);
create index signal_received on signal (received_at desc, id desc);
create index signal_untriaged on signal (received_at desc, id desc) where state = 'untriaged';
create index signal_channel on signal (channel_id, received_at desc, id desc);
create index signal_reporter on signal (reporter_id);
create index signal_area on signal (area_id) where area_id is not null;
create index signal_source_number on signal (source_number) where source_number is not null;
create index signal_import on signal (import_id) where import_id is not null;
create index signal_divided on signal (divided_from) where divided_from is not null;

-- What a revised row said before.
create table signal_version (
  signal_id uuid not null references signal,
  number int not null,
  title text,
  words text not null,
  salt bytea not null,
  extra jsonb not null,
  row_hash bytea,
  import_id uuid references import,
  until timestamptz not null,
  primary key (signal_id, number)
);
create index signal_version_import on signal_version (import_id) where import_id is not null;

-- Blind index: who reported, and which phones stand in the words. Written in the signal's own statement, so that no foreign
-- key checks again what is known; the same holds for signal_search: both together would cost an import a third of its speed.
create table signal_key (
  signal_id uuid not null,
  kind text not null check (kind in ('caller_phone', 'caller_id_number', 'caller_name', 'words_phone')),
  key bytea not null,
  primary key (key, kind, signal_id)
);
create index signal_key_signal on signal_key (signal_id);

-- Pairs of characters of the words, and the attributes one filters by, as numbers.
create table signal_search (
  signal_id uuid primary key,
  received_at timestamptz not null, -- the signal's: frequent words are found by walking this table from the newest
  grams int4[] not null
);
create index signal_search_time on signal_search (received_at desc, signal_id desc);
alter table signal_search alter column grams set statistics 2000;
create index signal_search_grams on signal_search using gin (grams) with (fastupdate = on, gin_pending_list_limit = 262144);

create table signal_photo (
  id uuid primary key,
  signal_id uuid not null references signal,
  file_hash text not null,
  type text not null,
  size bigint not null,
  at timestamptz not null
);
create index signal_photo_signal on signal_photo (signal_id);

-- Said to and by the reporter: first contact, answer, call-back. Each is a record.
create table signal_contact (
  id uuid primary key,
  signal_id uuid not null references signal,
  by_person uuid not null references person,
  at timestamptz not null,
  way text not null check (way in ('phone', 'visit', 'message', 'letter', 'other')),
  reached boolean not null,
  words text
);
create index signal_contact_signal on signal_contact (signal_id);
create index signal_contact_by on signal_contact (by_person);

create table signal_answer (
  id uuid primary key,
  signal_id uuid not null references signal,
  by_person uuid not null references person,
  at timestamptz not null,
  way text not null check (way in ('phone', 'visit', 'message', 'letter', 'other')),
  words text not null
);
create index signal_answer_signal on signal_answer (signal_id);
create index signal_answer_by on signal_answer (by_person);

create table signal_callback (
  id uuid primary key,
  signal_id uuid not null references signal,
  by_person uuid not null references person,
  at timestamptz not null,
  reached boolean not null,
  solved text check (solved in ('yes', 'partly', 'no')), -- 'yes': confirmed by the reporter
  satisfied int check (satisfied between 1 and 5),
  words text,
  check (reached or (solved is null and satisfied is null))
);
create index signal_callback_signal on signal_callback (signal_id);
create index signal_callback_by on signal_callback (by_person);
