-- Common problems: surveys of matters, the groups of signals that speak of one matter, the themes these belong to, and what
-- people decided about them. Which signal was in which group after which run is told by dated edges: nothing is overwritten.
create table survey (
  id uuid primary key,
  name text not null,
  months int check (months between 1 and 36), -- a window that moves with the day; else from_day to to_day
  from_day date,
  to_day date,
  scope jsonb not null default '{}', -- { channels, areaId, unitId, category }: absent is all of them
  weekly boolean not null default false,
  made_by uuid references person, -- null: the program, on the first night of a city
  made_at timestamptz not null,
  check ((months is null) = (from_day is not null and to_day is not null)),
  check (from_day <= to_day)
);
create index survey_by on survey (made_by);

create table survey_run (
  id uuid primary key,
  survey_id uuid not null references survey,
  number int not null,
  state text not null check (state in ('waiting', 'running', 'done', 'failed')),
  asked_by uuid references person, -- null: the schedule
  asked_at timestamptz not null,
  runner uuid,
  beat_at timestamptz,
  takes int not null default 0,
  step text, -- of a run that runs: reading, grouping, keeping
  share real not null default 0,
  ended_at timestamptz,
  from_day date,
  to_day date,
  signals int,
  left_out int, -- older than the newest that one run takes
  groups int,
  themes int,
  rule text, -- by which rule signals were grouped
  error text,
  unique (survey_id, number)
);
create unique index survey_run_open on survey_run (survey_id) where state in ('waiting', 'running');
create index survey_run_asked_by on survey_run (asked_by);

create table theme (
  id uuid primary key,
  survey_id uuid not null references survey,
  name text not null, -- as the last run proposes it, until a person has named or confirmed it
  words text[] not null default '{}',
  named_by uuid references person,
  state text not null check (state in ('proposed', 'confirmed', 'dismissed', 'campaign', 'merged', 'gone')),
  merged_into uuid references theme,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1,
  check ((state = 'merged') = (merged_into is not null))
);
create index theme_survey on theme (survey_id);
create index theme_merged on theme (merged_into);
create index theme_named_by on theme (named_by);

create table matter_group (
  id uuid primary key,
  survey_id uuid not null references survey,
  name text not null,
  words text[] not null default '{}'
);
create index matter_group_survey on matter_group (survey_id);

-- opened_by, closed_by: null for what a run did. What a person opened, no run closes. A group that a person put under no theme
-- has an edge to none: no run puts it back.
create table theme_group (
  id uuid primary key,
  group_id uuid not null references matter_group,
  theme_id uuid references theme,
  opened_run int not null,
  opened_by uuid references person,
  opened_at timestamptz not null,
  closed_run int,
  closed_by uuid references person,
  closed_at timestamptz,
  check (theme_id is not null or opened_by is not null),
  check ((closed_at is null) = (closed_run is null))
);
create unique index theme_group_open on theme_group (group_id) where closed_at is null;
create index theme_group_group on theme_group (group_id);
create index theme_group_theme on theme_group (theme_id);
create index theme_group_opened_by on theme_group (opened_by) where opened_by is not null;
create index theme_group_closed_by on theme_group (closed_by) where closed_by is not null;

create table group_signal (
  id uuid primary key,
  survey_id uuid not null references survey,
  signal_id uuid not null, -- a signal: written by a join with it, a hundred thousand at once
  group_id uuid not null references matter_group,
  opened_run int not null,
  opened_by uuid references person,
  opened_at timestamptz not null,
  closed_run int,
  closed_by uuid references person,
  closed_at timestamptz,
  check ((closed_at is null) = (closed_run is null))
);
create unique index group_signal_open on group_signal (survey_id, signal_id) where closed_at is null;
create index group_signal_group on group_signal (group_id);
create index group_signal_signal on group_signal (signal_id);
create index group_signal_opened_by on group_signal (opened_by) where opened_by is not null;
create index group_signal_closed_by on group_signal (closed_by) where closed_by is not null;

-- A keyed code of the address that a reporter gave, for counting households; erased with the signal's content.
create table signal_household (
  signal_id uuid primary key,
  code bytea not null
);

-- The figures of a theme after a run, and after each decision that moved signals since.
create table theme_figure (
  theme_id uuid not null references theme,
  run int not null,
  heat real not null,
  figures jsonb not null,
  rule_from date not null,
  primary key (theme_id, run)
);

-- Weights of the heat, from a day on; the program's own where no row is in force.
create table heat_rule (
  valid_from date primary key,
  weights jsonb not null,
  made_by uuid not null references person,
  made_at timestamptz not null,
  reason text not null
);
create index heat_rule_by on heat_rule (made_by);

-- What a person decided, and what undoes it: the edges it opened and closed, the themes as they were before.
create table theme_decision (
  id uuid primary key,
  survey_id uuid not null references survey,
  theme_id uuid not null references theme,
  step text not null,
  by_person uuid not null references person,
  at timestamptz not null,
  words text not null default '',
  moved jsonb not null,
  undone_at timestamptz
);
create index theme_decision_theme on theme_decision (theme_id);
create index theme_decision_survey on theme_decision (survey_id);
create index theme_decision_by on theme_decision (by_person, at desc);

-- A confirmed theme as a common problem: who leads it, from when to when, and what is to be reached.
create table campaign (
  id uuid primary key,
  theme_id uuid not null unique references theme,
  problem_id uuid not null unique references problem,
  title text not null,
  lead_unit uuid references unit,
  from_day date not null,
  to_day date not null,
  goal text not null,
  made_by uuid not null references person,
  made_at timestamptz not null,
  check (from_day <= to_day)
);
create index campaign_lead on campaign (lead_unit);
create index campaign_by on campaign (made_by);

-- Problems that had signals of the theme when the campaign began or came since: they keep their signals and their units.
create table campaign_problem (
  campaign_id uuid not null references campaign,
  problem_id uuid not null references problem,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  primary key (campaign_id, problem_id)
);
create index campaign_problem_problem on campaign_problem (problem_id);
create index campaign_problem_by on campaign_problem (opened_by);

-- A city that stands already: its built-in roles take what they have in a new one.
update role set verbs = role.verbs || array(select v from unnest(added.more) v where v <> all (role.verbs))
  from (values ('dispatcher', '{theme.read,theme.manage}'::text[]), ('office', '{theme.read,theme.manage}'), ('checker', '{theme.read}')) added (code, more)
 where role.built_in and role.code = added.code;
