-- Programmes as dated documents, limits as dated rules, the working calendar, and the clocks that run.
create table programme (
  id uuid primary key,
  code text not null unique,
  name_zh text not null,
  name_en text not null
);

create table programme_version (
  id uuid primary key,
  programme_id uuid not null references programme,
  number int not null,
  document jsonb not null,
  valid_from date not null,
  unique (programme_id, number)
);

create table limit_rule (
  id uuid primary key,
  programme_version_id uuid not null references programme_version,
  limit_name text not null, -- triage, sign, handle, verify, close, answer, accept, finish, review
  urgency text, -- null: any
  class text, -- problem class; null: any
  unit_of_time text not null check (unit_of_time in ('hour', 'day', 'working_day')),
  budget int not null check (budget > 0),
  roll boolean not null default false, -- natural days: a last day on a holiday rolls forward
  valid_from date not null,
  valid_to date
);
create index limit_rule_version on limit_rule (programme_version_id);

create table calendar_day (
  day date primary key,
  kind text not null check (kind in ('off', 'work')),
  name_zh text not null,
  name_en text not null
);

create table calendar_year (
  year int primary key,
  version int not null, -- the calendar's version at which this year came in or was changed
  at timestamptz not null default now()
);

create table clock (
  id uuid primary key,
  kind text not null check (kind in ('signal', 'problem', 'task')),
  thing uuid not null,
  limit_name text not null,
  rule_id uuid references limit_rule, -- null: set by hand, with the budget beside
  unit_of_time text not null check (unit_of_time in ('hour', 'day', 'working_day')),
  budget int not null check (budget > 0),
  roll boolean not null default false,
  started_at timestamptz not null,
  stopped_at timestamptz,
  due_at timestamptz not null,
  calendar_version int not null,
  provisional boolean not null
);
create unique index clock_running on clock (thing, limit_name) where stopped_at is null;
create index clock_thing on clock (thing);
create index clock_due on clock (due_at) where stopped_at is null;
create index clock_rule on clock (rule_id);
