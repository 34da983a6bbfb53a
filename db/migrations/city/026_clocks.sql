-- Clocks that can be defended: two more units of time, office hours, suspensions, extensions, and changes of the calendar.
alter table limit_rule drop constraint limit_rule_unit_of_time_check;
alter table limit_rule add constraint limit_rule_unit_of_time_check
  check (unit_of_time in ('hour', 'day', 'working_hour', 'working_day', 'month_day'));

alter table clock drop constraint clock_unit_of_time_check;
alter table clock add constraint clock_unit_of_time_check
  check (unit_of_time in ('hour', 'day', 'working_hour', 'working_day', 'month_day'));
alter table clock
  add column unit_id uuid references unit, -- whose office hours count; null: everybody's
  add column paused_at timestamptz; -- set while a suspension is open: due_at stands still and is not yet final
create index clock_unit on clock (unit_id) where unit_id is not null;
create index clock_provisional on clock (due_at) where provisional and stopped_at is null;

-- The time from `from_at` to `to_at` does not count.
create table clock_suspension (
  id uuid primary key,
  clock_id uuid not null references clock,
  from_at timestamptz not null,
  to_at timestamptz check (to_at >= from_at), -- null: still suspended
  reason text not null,
  by_person uuid not null references person,
  allowed_by uuid references person -- null: whoever did it may do it alone
);
create index clock_suspension_clock on clock_suspension (clock_id);
create unique index clock_suspension_open on clock_suspension (clock_id) where to_at is null;
create index clock_suspension_by on clock_suspension (by_person);
create index clock_suspension_allowed on clock_suspension (allowed_by) where allowed_by is not null;

create table clock_extension (
  id uuid primary key,
  clock_id uuid not null references clock,
  budget int not null check (budget > 0), -- in the clock's unit of time; natural days where that is a day of the month
  reason text not null,
  by_person uuid not null references person,
  at timestamptz not null
);
create index clock_extension_clock on clock_extension (clock_id);
create index clock_extension_by on clock_extension (by_person);

-- When offices are open. A season's row (summer hours) stands before the one of the whole year, a unit's own before everybody's.
create table office_hours (
  id uuid primary key,
  unit_id uuid references unit, -- null: everybody
  valid_from date not null,
  valid_to date check (valid_to >= valid_from), -- the last day; null: until further notice
  weekdays int[] not null check (cardinality(weekdays) > 0 and weekdays <@ '{1,2,3,4,5}'),
  season_from text check (season_from ~ '^\d\d-\d\d$'), -- 05-01: every year from this day
  season_to text check (season_to ~ '^\d\d-\d\d$'), -- 09-30: up to and with this day
  am_from time not null,
  am_to time not null check (am_to > am_from),
  pm_from time check (pm_from >= am_to),
  pm_to time check (pm_to > pm_from),
  withdrawn_at timestamptz, -- replaced or taken back: kept, and counts no more
  check ((season_from is null) = (season_to is null)),
  check ((pm_from is null) = (pm_to is null))
);
create index office_hours_unit on office_hours (unit_id);

-- What was changed in the calendar, and how far the open deadlines have followed: the job goes on from here.
create table calendar_change (
  id uuid primary key,
  version int not null unique check (version > 1),
  kind text not null check (kind in ('year', 'hours')),
  year int, -- whose arrangement came in or was corrected
  days jsonb, -- that arrangement, day by day
  unit_id uuid references unit, -- whose office hours; null: everybody's
  from_day date not null, -- a deadline that ends before this day cannot move
  reason text, -- why a published year was corrected
  by_person uuid not null references person,
  at timestamptz not null,
  looked int not null default 0,
  moved int not null default 0,
  after_thing uuid, -- the last one that was looked at
  finished_at timestamptz,
  check ((kind = 'year') = (year is not null and days is not null))
);
create index calendar_change_unit on calendar_change (unit_id) where unit_id is not null;
create index calendar_change_by on calendar_change (by_person);
create index calendar_change_open on calendar_change (version) where finished_at is null;

-- Cities made before this version: their built-in roles take what they have in a new one.
update role set verbs = role.verbs || array['calendar.manage']
 where role.built_in and role.code in ('office', 'dispatch_head') and 'calendar.manage' <> all (role.verbs);
