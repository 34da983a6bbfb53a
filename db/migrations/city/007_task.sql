-- Tasks: the smallest piece of work, given to one person.
create sequence task_number;

create table task (
  id uuid primary key,
  number text not null unique,
  problem_id uuid not null references problem,
  title text not null,
  words text not null default '',
  state text not null check (state in ('given', 'working', 'submitted', 'done', 'withdrawn')),
  unit_id uuid not null references unit, -- the unit that gave it
  given_by uuid not null references person,
  given_at timestamptz not null,
  reviewer_id uuid not null references person,
  evidence_asked text not null default '',
  changed_at timestamptz not null,
  version int not null default 1
);
create index task_problem on task (problem_id);
create index task_unit on task (unit_id);
create index task_given_by on task (given_by);
create index task_reviewer on task (reviewer_id, state);
create index task_changed on task (changed_at desc, id desc);

alter table assignment add column task_id uuid references task;
alter table assignment add check (num_nonnulls(problem_id, task_id) = 1);
alter table assignment add check (task_id is null or to_person is not null);
create unique index assignment_assignee on assignment (task_id) where role = 'lead' and closed_at is null;
create index assignment_task on assignment (task_id);
