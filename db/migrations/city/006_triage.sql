-- Problems, which signals stand on them, and who has them.
create sequence problem_number;

create table problem (
  id uuid primary key,
  number text not null unique,
  title text not null,
  statement text not null default '',
  class text check (class in ('simple', 'prominent', 'common')),
  urgency text not null check (urgency in ('normal', 'urgent', 'critical')),
  state text not null check (state in ('open', 'given', 'working', 'handled', 'verified', 'closed', 'merged')),
  programme_version_id uuid not null references programme_version,
  area_id uuid references area,
  merged_into uuid references problem,
  made_by uuid not null references person,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  signal_count int not null default 0, -- open edges; kept by the verbs that move them
  reporter_count int not null default 0,
  version int not null default 1,
  check ((state = 'merged') = (merged_into is not null))
);
create index problem_programme on problem (programme_version_id);
create index problem_area on problem (area_id) where area_id is not null;
create index problem_merged on problem (merged_into) where merged_into is not null;
create index problem_by on problem (made_by);
create index problem_changed on problem (changed_at desc, id desc);
create index problem_state on problem (state, changed_at desc, id desc);

create table signal_problem (
  id uuid primary key,
  signal_id uuid not null references signal,
  problem_id uuid not null references problem,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  reason text not null, -- made, gathered, merged, split, taken over
  closed_by uuid references person,
  closed_at timestamptz,
  close_reason text,
  check ((closed_at is null) = (closed_by is null))
);
create unique index signal_problem_open on signal_problem (signal_id) where closed_at is null;
create index signal_problem_signal on signal_problem (signal_id);
create index signal_problem_problem on signal_problem (problem_id);
create index signal_problem_opened_by on signal_problem (opened_by);
create index signal_problem_closed_by on signal_problem (closed_by) where closed_by is not null;

-- Who has it: a problem with a unit, a task with a person. No assignee columns anywhere.
create table assignment (
  id uuid primary key,
  problem_id uuid references problem,
  to_unit uuid references unit,
  to_person uuid references person,
  role text not null check (role in ('lead', 'assist', 'countersign', 'copy')),
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  reason text,
  signed_by uuid references person,
  signed_at timestamptz,
  closed_by uuid references person,
  closed_at timestamptz,
  close_reason text check (close_reason in ('returned', 'transferred', 'withdrawn', 'finished', 'handed_over', 'merged')),
  close_words text,
  check (num_nonnulls(to_unit, to_person) = 1)
);
create unique index assignment_lead on assignment (problem_id) where role = 'lead' and closed_at is null;
create unique index assignment_once on assignment (problem_id, to_unit) where closed_at is null;
create index assignment_problem on assignment (problem_id);
create index assignment_unit on assignment (to_unit, closed_at);
create index assignment_person on assignment (to_person, closed_at);
create index assignment_opened_by on assignment (opened_by);
create index assignment_signed_by on assignment (signed_by) where signed_by is not null;
create index assignment_closed_by on assignment (closed_by) where closed_by is not null;

-- Handled, verified, closed and what undoes them: each a record with author, time and words.
create table problem_decision (
  id uuid primary key,
  problem_id uuid not null references problem,
  step text not null,
  by_person uuid not null references person,
  for_unit uuid references unit,
  at timestamptz not null,
  words text not null
);
create index problem_decision_problem on problem_decision (problem_id);
create index problem_decision_by on problem_decision (by_person);
create index problem_decision_unit on problem_decision (for_unit) where for_unit is not null;

-- An explicit share: a unit or person may see the thing though no post reaches it.
create table problem_share (
  id uuid primary key,
  problem_id uuid not null references problem,
  to_unit uuid references unit,
  to_person uuid references person,
  by_person uuid not null references person,
  at timestamptz not null,
  until timestamptz,
  check (num_nonnulls(to_unit, to_person) = 1)
);
create index problem_share_problem on problem_share (problem_id);
create index problem_share_unit on problem_share (to_unit) where to_unit is not null;
create index problem_share_person on problem_share (to_person) where to_person is not null;
create index problem_share_by on problem_share (by_person);
