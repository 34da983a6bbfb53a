-- Evidence: immutable once handed in. Handing in is the submission of the task.
create table hand_in (
  id uuid primary key,
  task_id uuid not null references task,
  by_person uuid not null references person,
  at timestamptz not null,
  words text not null
);
create index hand_in_task on hand_in (task_id);
create index hand_in_by on hand_in (by_person);

create table evidence (
  id uuid primary key,
  hand_in_id uuid not null references hand_in,
  file_hash text not null,
  file_name text not null,
  type text not null,
  size bigint not null
);
create index evidence_hand_in on evidence (hand_in_id);

create table hand_in_review (
  id uuid primary key,
  hand_in_id uuid not null unique references hand_in,
  by_person uuid not null references person,
  at timestamptz not null,
  passed boolean not null,
  words text not null
);
create index hand_in_review_by on hand_in_review (by_person);
