-- Standard procedures: numbered, in dated versions of steps; what starts them, their runs, and what a step was closed by.
create sequence procedure_number;
create table procedure (
  id uuid primary key,
  number text not null unique,
  name text not null,
  unit_id uuid not null references unit, -- that owns it
  made_by uuid not null references person,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1
);
create index procedure_unit on procedure (unit_id);
create index procedure_made_by on procedure (made_by);
create index procedure_changed on procedure (changed_at desc, id desc);

create table procedure_version (
  id uuid primary key,
  procedure_id uuid not null references procedure,
  nth int not null,
  state text not null constraint procedure_version_state_check check (state in ('draft', 'issued', 'dropped')),
  words text not null default '', -- what it is for
  responsible_id uuid not null references person, -- reviews its steps; what finds nobody comes here
  second_id uuid not null references person, -- reviews what the first does, and stands in
  valid_from date,
  valid_to date, -- the day after its last
  made_by uuid not null references person,
  made_at timestamptz not null,
  issued_by uuid references person,
  issued_at timestamptz,
  reason text,
  changed_at timestamptz not null,
  version int not null default 1,
  unique (procedure_id, nth),
  check (responsible_id <> second_id),
  check (valid_to > valid_from),
  constraint procedure_version_apart exclude using gist (procedure_id with =, daterange(valid_from, valid_to) with &&)
    where (state = 'issued'),
  check (state <> 'issued' or (valid_from is not null and issued_by is not null and issued_at is not null))
);
create unique index procedure_version_draft on procedure_version (procedure_id) where state = 'draft';
create index procedure_version_responsible on procedure_version (responsible_id);
create index procedure_version_second on procedure_version (second_id);
create index procedure_version_made_by on procedure_version (made_by);
create index procedure_version_issued_by on procedure_version (issued_by) where issued_by is not null;

create table procedure_step (
  id uuid primary key,
  version_id uuid not null references procedure_version,
  ord int not null,
  key text not null, -- the same step in every version
  title text not null,
  words text not null default '',
  who text not null check (who in ('role', 'duty', 'person', 'fits', 'listed')),
  role_code text references role,
  person_id uuid references person,
  place text not null check (place in ('thing', 'named')), -- of which unit: the one that has the thing, or a named one
  unit_id uuid references unit,
  unit_of_time text,
  budget int check (budget > 0),
  evidence_asked text not null default '',
  after text[] not null default '{}', -- keys of steps
  feedback jsonb, -- null: a person reviews it
  unique (version_id, ord)
);
create index procedure_step_role on procedure_step (role_code) where role_code is not null;
create index procedure_step_person on procedure_step (person_id) where person_id is not null;
create index procedure_step_unit on procedure_step (unit_id) where unit_id is not null;

create table procedure_trigger (
  id uuid primary key,
  procedure_id uuid not null references procedure,
  kind text not null check (kind in ('signal', 'date', 'indicator', 'file', 'task_done', 'credit')),
  terms jsonb not null,
  fallback_id uuid not null references person, -- whom it is handed to where no run can begin
  made_by uuid not null references person,
  made_at timestamptz not null,
  reason text not null,
  ended_by uuid references person,
  ended_at timestamptz,
  checked_to timestamptz -- dates: up to when they have been looked at
);
create index procedure_trigger_procedure on procedure_trigger (procedure_id);
create index procedure_trigger_live on procedure_trigger (kind) where ended_at is null;
create index procedure_trigger_fallback on procedure_trigger (fallback_id);
create index procedure_trigger_made_by on procedure_trigger (made_by);
create index procedure_trigger_ended_by on procedure_trigger (ended_by) where ended_by is not null;

create sequence procedure_run_number;
create table procedure_run (
  id uuid primary key,
  number text not null unique,
  procedure_id uuid not null references procedure,
  version_id uuid not null references procedure_version, -- the one it goes by now
  state text not null constraint procedure_run_state_check check (state in ('running', 'done', 'stopped')),
  about_kind text check (about_kind in ('problem', 'signal', 'unit', 'organisation')),
  about_id uuid,
  about_name text, -- as it was called when the run began
  notice jsonb, -- what the step given to many says instead of the version's own words
  unit_id uuid not null references unit, -- that the run belongs to: whose people see all of it
  responsible_id uuid not null references person,
  second_id uuid not null references person,
  started_by uuid references person, -- null: a trigger
  started_at timestamptz not null,
  reason text not null,
  ended_by uuid references person,
  ended_at timestamptz,
  end_reason text,
  changed_at timestamptz not null,
  version int not null default 1,
  check ((about_kind is null) = (about_id is null)),
  check ((state = 'running') = (ended_at is null)),
  check (state <> 'stopped' or end_reason is not null)
);
create index procedure_run_procedure on procedure_run (procedure_id);
create index procedure_run_version on procedure_run (version_id);
create index procedure_run_about on procedure_run (about_id) where about_id is not null;
create index procedure_run_unit on procedure_run (unit_id);
create index procedure_run_responsible on procedure_run (responsible_id);
create index procedure_run_second on procedure_run (second_id);
create index procedure_run_started_by on procedure_run (started_by) where started_by is not null;
create index procedure_run_ended_by on procedure_run (ended_by) where ended_by is not null;
create index procedure_run_changed on procedure_run (changed_at desc, id desc);
create index procedure_run_open on procedure_run (started_at) where state = 'running';

-- The steps of a run that were given, by their key: the same step in every version.
create table procedure_run_step (
  run_id uuid not null references procedure_run,
  key text not null,
  title text not null,
  given_at timestamptz not null,
  done_at timestamptz,
  primary key (run_id, key)
);

-- To whom the step of a run that is given to many goes; `task_id` null: not yet.
create table procedure_audience (
  run_id uuid not null references procedure_run,
  person_id uuid not null references person,
  unit_id uuid not null references unit,
  task_id uuid,
  primary key (run_id, person_id)
);
create index procedure_audience_person on procedure_audience (person_id);
create index procedure_audience_unit on procedure_audience (unit_id);
create index procedure_audience_waits on procedure_audience (run_id) where task_id is null;

-- What a trigger met: once an event, whoever saw it first. Without a run: why not, and with whom it stands.
create table procedure_firing (
  id uuid primary key,
  trigger_id uuid not null references procedure_trigger,
  event text not null,
  at timestamptz not null,
  data jsonb not null default '{}',
  run_id uuid references procedure_run,
  refused text check (refused in ('no_version', 'no_unit')),
  stands_with uuid references person,
  settled_by uuid references person,
  settled_at timestamptz,
  settled_words text,
  check ((run_id is null) = (refused is not null)),
  check ((refused is null) = (stands_with is null))
);
create unique index procedure_firing_once on procedure_firing (trigger_id, event);
create index procedure_firing_run on procedure_firing (run_id) where run_id is not null;
create index procedure_firing_stands on procedure_firing (stands_with) where stands_with is not null;
create index procedure_firing_settled_by on procedure_firing (settled_by) where settled_by is not null;
create index procedure_firing_open on procedure_firing (at) where refused is not null and settled_at is null;

-- A run that goes by another version from then on.
create table procedure_move (
  id uuid primary key,
  run_id uuid not null references procedure_run,
  from_version uuid not null references procedure_version,
  to_version uuid not null references procedure_version,
  by_person uuid not null references person,
  at timestamptz not null,
  reason text not null
);
create index procedure_move_run on procedure_move (run_id);
create index procedure_move_from on procedure_move (from_version);
create index procedure_move_to on procedure_move (to_version);
create index procedure_move_by on procedure_move (by_person);

-- A task may be a step of a run instead of a piece of a problem.
alter table task alter column problem_id drop not null;
alter table task add column run_id uuid references procedure_run;
alter table task add column step_id uuid references procedure_step;
alter table task add column fallback_to uuid references person; -- the step found nobody: it stands with this person
alter table task add column fallback_why text check (fallback_why in ('nobody', 'unit_closed', 'away', 'no_unit'));
alter table task add constraint task_of_something check (problem_id is not null or run_id is not null);
alter table task add constraint task_step_of_run check ((run_id is null) = (step_id is null));
alter table task add constraint task_fallback_why check ((fallback_to is null) = (fallback_why is null));
create index task_run on task (run_id, step_id) where run_id is not null;
create index task_run_open on task (run_id, step_id) where run_id is not null and state in ('given', 'working', 'submitted');
create index task_step on task (step_id) where step_id is not null;
create index task_fallback on task (fallback_to) where fallback_to is not null;

-- A step that closed by itself, and by which evidence.
create table procedure_feedback (
  task_id uuid primary key references task,
  run_id uuid not null references procedure_run,
  rule text not null,
  evidence jsonb not null,
  at timestamptz not null
);
create index procedure_feedback_run on procedure_feedback (run_id);
create index procedure_feedback_at on procedure_feedback (at);

-- Cities made before this version: their built-in roles take what they have in a new one.
update role set verbs = role.verbs || array(select v from unnest(added.more) v where v <> all (role.verbs))
  from (values
    ('office', '{procedure.read,procedure.manage,procedure.run}'::text[]),
    ('dispatch_head', '{procedure.read,procedure.manage,procedure.run}'),
    ('dispatcher', '{procedure.read,procedure.run}'),
    ('unit_leader', '{procedure.read,procedure.manage,procedure.run}'),
    ('unit_clerk', '{procedure.read,procedure.run}')
  ) added (code, more)
 where role.built_in and role.code = added.code;
