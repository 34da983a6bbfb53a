-- Projects: the chartered answer to problems, with goals, milestones, people, reports, changes and meetings.
create sequence project_number;

create table project (
  id uuid primary key,
  number text not null unique,
  title text not null,
  state text not null check (state in ('draft', 'proposed', 'running', 'presented', 'accepted', 'closed', 'dropped')),
  level text not null check (level in ('group', 'committee', 'branch')),
  unit_id uuid not null references unit,
  programme_version_id uuid not null references programme_version,
  background text not null default '',
  effect text not null default '', -- what is to be different for people afterwards
  method text not null default '', -- and how one will see it
  starts_on date,
  ends_on date,
  first_hand boolean, -- 首办: its lead headed the unit on the day it was chartered
  made_by uuid not null references person,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1,
  check (ends_on >= starts_on)
);
create index project_unit on project (unit_id);
create index project_programme on project (programme_version_id);
create index project_made_by on project (made_by);
create index project_changed on project (changed_at desc, id desc);

-- The problems it answers and the measures it carries out, as dated edges.
create table project_problem (
  id uuid primary key,
  project_id uuid not null references project,
  problem_id uuid not null references problem,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  closed_by uuid references person,
  closed_at timestamptz,
  check ((closed_at is null) = (closed_by is null))
);
create unique index project_problem_open on project_problem (project_id, problem_id) where closed_at is null;
create index project_problem_project on project_problem (project_id);
create index project_problem_problem on project_problem (problem_id);
create index project_problem_opened_by on project_problem (opened_by);
create index project_problem_closed_by on project_problem (closed_by) where closed_by is not null;

create table project_measure (
  id uuid primary key,
  project_id uuid not null references project,
  measure_id uuid not null references measure,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  closed_by uuid references person,
  closed_at timestamptz,
  check ((closed_at is null) = (closed_by is null))
);
create unique index project_measure_open on project_measure (project_id, measure_id) where closed_at is null;
create index project_measure_project on project_measure (project_id);
create index project_measure_measure on project_measure (measure_id);
create index project_measure_opened_by on project_measure (opened_by);
create index project_measure_closed_by on project_measure (closed_by) where closed_by is not null;

-- Who leads, who reviews, who answers in which of the five layers, who works in the team: persons, or units.
create table project_member (
  id uuid primary key,
  project_id uuid not null references project,
  role text not null check (role in ('lead', 'reviewer', 'decide', 'line', 'follow', 'execute', 'part')),
  person_id uuid references person,
  unit_id uuid references unit,
  duty text not null default '',
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  closed_by uuid references person,
  closed_at timestamptz,
  close_reason text,
  check (num_nonnulls(person_id, unit_id) = 1),
  check (role not in ('lead', 'reviewer') or person_id is not null),
  check ((closed_at is null) = (closed_by is null))
);
create unique index project_member_one on project_member (project_id, role) where closed_at is null and role in ('lead', 'reviewer');
create index project_member_project on project_member (project_id);
create index project_member_person on project_member (person_id, closed_at) where person_id is not null;
create index project_member_unit on project_member (unit_id) where unit_id is not null;
create index project_member_opened_by on project_member (opened_by);
create index project_member_closed_by on project_member (closed_by) where closed_by is not null;

-- A goal is an indicator that is to come from its baseline to its target.
create table goal (
  id uuid primary key,
  project_id uuid not null references project,
  indicator_id uuid not null references indicator,
  baseline numeric not null,
  baseline_on date not null,
  baseline_source text not null,
  target numeric not null,
  target_on date not null,
  position int not null,
  check (target <> baseline),
  check (target_on > baseline_on)
);
create unique index goal_once on goal (project_id, indicator_id);
create index goal_indicator on goal (indicator_id);

create table milestone (
  id uuid primary key,
  project_id uuid not null references project,
  title text not null,
  due_on date not null,
  evidence_asked text not null,
  state text not null check (state in ('planned', 'reported', 'reached', 'dropped')),
  reached_on date,
  position int not null,
  check ((state = 'reached') = (reached_on is not null))
);
create index milestone_project on milestone (project_id);
create index milestone_due on milestone (due_on) where state in ('planned', 'reported');

-- Proposed, chartered, sent back, presented, dropped, reopened: each with the named person, time and words.
create table project_decision (
  id uuid primary key,
  project_id uuid not null references project,
  step text not null,
  by_person uuid not null references person,
  at timestamptz not null,
  words text not null
);
create index project_decision_project on project_decision (project_id);
create index project_decision_by on project_decision (by_person);

create table progress_report (
  id uuid primary key,
  project_id uuid not null references project,
  milestone_id uuid references milestone, -- null: how things stand, without a milestone reached
  words text not null,
  by_person uuid not null references person,
  at timestamptz not null
);
create index progress_report_project on progress_report (project_id);
create index progress_report_milestone on progress_report (milestone_id) where milestone_id is not null;
create index progress_report_by on progress_report (by_person);

create table acknowledgement (
  id uuid primary key,
  report_id uuid not null unique references progress_report,
  passed boolean not null,
  words text not null,
  by_person uuid not null references person,
  at timestamptz not null
);
create index acknowledgement_by on acknowledgement (by_person);

-- What was chartered changes only on request: what is wanted and what stood before, as data.
create table change_request (
  id uuid primary key,
  project_id uuid not null references project,
  kind text not null check (kind in ('move_milestone', 'add_milestone', 'drop_milestone', 'retarget', 'end', 'lead', 'reviewer')),
  wanted jsonb not null,
  was jsonb not null,
  reason text not null,
  by_person uuid not null references person,
  at timestamptz not null
);
create index change_request_project on change_request (project_id);
create index change_request_by on change_request (by_person);

create table change_decision (
  id uuid primary key,
  change_id uuid not null unique references change_request,
  granted boolean not null,
  words text not null,
  by_person uuid not null references person,
  at timestamptz not null
);
create index change_decision_by on change_decision (by_person);

create table meeting (
  id uuid primary key,
  project_id uuid not null references project,
  held_at timestamptz not null,
  place text not null,
  topic text not null,
  minutes text not null,
  by_person uuid not null references person,
  at timestamptz not null
);
create index meeting_project on meeting (project_id);
create index meeting_by on meeting (by_person);

create table meeting_present (
  meeting_id uuid not null references meeting,
  person_id uuid not null references person,
  primary key (meeting_id, person_id)
);
create index meeting_present_person on meeting_present (person_id);

-- Files of reports and meetings, by content hash.
create table project_paper (
  id uuid primary key,
  project_id uuid not null references project,
  report_id uuid references progress_report,
  meeting_id uuid references meeting,
  file_hash text not null,
  file_name text not null,
  type text not null,
  size bigint not null,
  check (num_nonnulls(report_id, meeting_id) = 1)
);
create index project_paper_project on project_paper (project_id);
create index project_paper_report on project_paper (report_id) where report_id is not null;
create index project_paper_meeting on project_paper (meeting_id) where meeting_id is not null;
create index project_paper_file on project_paper (file_hash);

-- A task belongs to a problem, and may belong to a project and carry out one of its measures.
alter table task add column project_id uuid references project;
alter table task add column measure_id uuid references measure;
create index task_project on task (project_id) where project_id is not null;
create index task_measure on task (measure_id) where measure_id is not null;

alter table clock drop constraint clock_kind_check;
alter table clock add constraint clock_kind_check check (kind in ('signal', 'problem', 'task', 'project'));

-- Limits that cities made before this version lack in the built-in programme; for reference, as those beside them.
insert into limit_rule (id, programme_version_id, limit_name, unit_of_time, budget, roll, valid_from)
select gen_random_uuid(), v.id, l.name, l.unit, l.budget, false, v.valid_from
  from programme_version v join programme g on g.id = v.programme_id and g.code = 'basic'
 cross join (values ('charter', 'working_day', 5), ('acknowledge', 'working_day', 3), ('decide_change', 'working_day', 3),
                    ('accept_project', 'working_day', 15), ('conclude', 'day', 180)) l (name, unit, budget);

-- Cities made before this version: their built-in roles take what they have in a new one. (013 left out its own.)
update role set verbs = role.verbs || array(select v from unnest(added.more) v where v <> all (role.verbs))
  from (values
    ('dispatcher', '{cause.trace,project.read}'::text[]),
    ('unit_leader', '{cause.trace,cause.confirm,project.read,project.draft,project.approve,project.accept}'),
    ('unit_clerk', '{cause.trace,project.read,project.draft}'),
    ('branch_secretary', '{project.read,project.draft}'),
    ('office', '{cause.trace,cause.confirm,project.read,project.draft,project.approve,project.accept}')
  ) added (code, more)
 where role.built_in and role.code = added.code;
