-- Lists that hold personal data: asked for, decided by somebody else, made by a job, fetched for seven days.
create table data_extract (
  id uuid primary key,
  state text not null default 'asked' check (state in ('asked', 'granted', 'made', 'refused', 'withdrawn')),
  purpose text not null,
  columns text[] not null, -- personal ones; what everybody may take out comes along
  filter jsonb not null,
  signal_ids uuid[] not null, -- exactly what was asked for: what comes later is not in it
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  decided_by uuid references person,
  decided_at timestamptz,
  words text, -- of the decision
  file_hash text, -- sealed; null again when its time is over
  size bigint,
  rows int,
  until timestamptz,
  version int not null default 1,
  check ((state = 'made') = (until is not null)),
  check (decided_by <> asked_by)
);
create index extract_asked_by on data_extract (asked_by, asked_at desc);
create index extract_decided_by on data_extract (decided_by) where decided_by is not null;
create index extract_waits on data_extract (asked_at) where state in ('asked', 'granted');
create index extract_file on data_extract (file_hash) where file_hash is not null;

create table extract_fetch (
  extract_id uuid not null references data_extract,
  person_id uuid not null references person,
  at timestamptz not null
);
create index extract_fetch_extract on extract_fetch (extract_id);
create index extract_fetch_person on extract_fetch (person_id);

update role set verbs = verbs || '{export.decide}'
 where built_in and code in ('office', 'dispatch_head') and 'export.decide' <> all (verbs);
