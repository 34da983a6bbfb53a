-- Causes of problems, as trees that problems may share, and the measures that answer them.
create table cause (
  id uuid primary key,
  layer text not null check (layer in ('operational', 'organisational')),
  kind text not null,
  words text not null,
  parent_id uuid references cause,
  state text not null check (state in ('unverified', 'confirmed', 'refuted', 'withdrawn', 'merged')),
  merged_into uuid references cause,
  made_by uuid not null references person,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1,
  check ((state = 'merged') = (merged_into is not null)),
  check (parent_id <> id)
);
create index cause_parent on cause (parent_id) where parent_id is not null;
create index cause_merged on cause (merged_into) where merged_into is not null;
create index cause_made_by on cause (made_by);
create index cause_changed on cause (changed_at desc, id desc);

-- The roots of a problem's tree. One cause may stand under many problems, with all that hangs below it.
create table problem_cause (
  id uuid primary key,
  problem_id uuid not null references problem,
  cause_id uuid not null references cause,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  reason text not null,
  closed_by uuid references person,
  closed_at timestamptz,
  close_reason text,
  check ((closed_at is null) = (closed_by is null))
);
create unique index problem_cause_open on problem_cause (problem_id, cause_id) where closed_at is null;
create index problem_cause_problem on problem_cause (problem_id);
create index problem_cause_cause on problem_cause (cause_id);
create index problem_cause_opened_by on problem_cause (opened_by);
create index problem_cause_closed_by on problem_cause (closed_by) where closed_by is not null;

-- Confirmed, refuted, doubted again: each with the named person, time and words.
create table cause_decision (
  id uuid primary key,
  cause_id uuid not null references cause,
  step text not null,
  by_person uuid not null references person,
  at timestamptz not null,
  words text not null
);
create index cause_decision_cause on cause_decision (cause_id);
create index cause_decision_by on cause_decision (by_person);

-- What speaks for a cause and what against it.
create table cause_evidence (
  id uuid primary key,
  cause_id uuid not null references cause,
  side text not null check (side in ('for', 'against')),
  words text not null,
  file_hash text,
  file_name text,
  type text,
  size bigint,
  by_person uuid not null references person,
  at timestamptz not null,
  withdrawn_by uuid references person,
  withdrawn_at timestamptz,
  check ((file_hash is null) = (file_name is null)),
  check ((withdrawn_at is null) = (withdrawn_by is null))
);
create index cause_evidence_cause on cause_evidence (cause_id);
create index cause_evidence_file on cause_evidence (file_hash) where file_hash is not null;
create index cause_evidence_by on cause_evidence (by_person);
create index cause_evidence_withdrawn_by on cause_evidence (withdrawn_by) where withdrawn_by is not null;

create table measure (
  id uuid primary key,
  layer text not null check (layer in ('operational', 'organisational')),
  words text not null,
  state text not null check (state in ('proposed', 'adopted', 'dropped')),
  made_by uuid not null references person,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1
);
create index measure_made_by on measure (made_by);

create table measure_cause (
  id uuid primary key,
  measure_id uuid not null references measure,
  cause_id uuid not null references cause,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  closed_by uuid references person,
  closed_at timestamptz,
  check ((closed_at is null) = (closed_by is null))
);
create unique index measure_cause_open on measure_cause (measure_id, cause_id) where closed_at is null;
create index measure_cause_measure on measure_cause (measure_id);
create index measure_cause_cause on measure_cause (cause_id);
create index measure_cause_opened_by on measure_cause (opened_by);
create index measure_cause_closed_by on measure_cause (closed_by) where closed_by is not null;

-- An operational and an organisational measure that are carried out together.
create table measure_pair (
  id uuid primary key,
  operational_id uuid not null references measure,
  organisational_id uuid not null references measure,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  closed_by uuid references person,
  closed_at timestamptz,
  check ((closed_at is null) = (closed_by is null))
);
create unique index measure_pair_open on measure_pair (operational_id, organisational_id) where closed_at is null;
create index measure_pair_operational on measure_pair (operational_id);
create index measure_pair_organisational on measure_pair (organisational_id);
create index measure_pair_opened_by on measure_pair (opened_by);
create index measure_pair_closed_by on measure_pair (closed_by) where closed_by is not null;
