-- Acceptance of projects as a record, and the closing that rests on readings after it or on signed waivers.
create table acceptance (
  id uuid primary key,
  project_id uuid not null references project,
  result text not null check (result in ('passed', 'failed')),
  held_on date not null,
  words text not null,
  score numeric check (score between 0 and 100),
  asked int check (asked > 0), -- people asked in public
  approving int check (approving between 0 and asked),
  by_person uuid not null references person,
  at timestamptz not null,
  check ((asked is null) = (approving is null))
);
create index acceptance_project on acceptance (project_id);
create index acceptance_by on acceptance (by_person);

create table acceptance_panel (
  acceptance_id uuid not null references acceptance,
  person_id uuid not null references person,
  opinion text not null,
  primary key (acceptance_id, person_id)
);
create index acceptance_panel_person on acceptance_panel (person_id);

create table acceptance_paper (
  id uuid primary key,
  acceptance_id uuid not null references acceptance,
  file_hash text not null,
  file_name text not null,
  type text not null,
  size bigint not null
);
create index acceptance_paper_acceptance on acceptance_paper (acceptance_id);
create index acceptance_paper_file on acceptance_paper (file_hash);

-- Why a goal may be closed without a reading after the end: signed, never silent.
create table waiver (
  id uuid primary key,
  goal_id uuid not null references goal,
  acceptance_id uuid not null references acceptance,
  reason text not null,
  by_person uuid not null references person,
  at timestamptz not null,
  unique (goal_id, acceptance_id)
);
create index waiver_acceptance on waiver (acceptance_id);
create index waiver_by on waiver (by_person);

create table closing (
  id uuid primary key,
  project_id uuid not null references project,
  acceptance_id uuid not null references acceptance,
  words text not null,
  by_person uuid not null references person,
  at timestamptz not null
);
create index closing_project on closing (project_id);
create index closing_acceptance on closing (acceptance_id);
create index closing_by on closing (by_person);

-- What each goal was closed on.
create table closing_goal (
  closing_id uuid not null references closing,
  goal_id uuid not null references goal,
  reading_id uuid references reading,
  waiver_id uuid references waiver,
  primary key (closing_id, goal_id),
  check (num_nonnulls(reading_id, waiver_id) = 1)
);
create index closing_goal_goal on closing_goal (goal_id);
create index closing_goal_reading on closing_goal (reading_id) where reading_id is not null;
create index closing_goal_waiver on closing_goal (waiver_id) where waiver_id is not null;
