-- Indicators: what is counted or measured over time, their dated definitions, and the readings.
create sequence indicator_number;

create table indicator (
  id uuid primary key,
  number text not null unique,
  name text not null,
  unit_words text not null, -- 件/月, %, 分钟
  direction text not null check (direction in ('lower', 'higher')), -- which way is better
  digits int not null check (digits between 0 and 6), -- decimal places
  owner_unit uuid not null references unit,
  state text not null check (state in ('open', 'retired')),
  counted text check (counted in ('signals_a_month')), -- null: people hand the readings in
  counted_about uuid, -- the problem whose signals are counted: of a room above, hence no key
  control_matter text, -- which other signals stand beside the count: of this matter
  control_category text, -- and, where it is known, of this category
  made_by uuid not null references person,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1,
  check ((counted is null) = (counted_about is null)),
  check (counted is not null or (control_matter is null and control_category is null))
);
create index indicator_owner on indicator (owner_unit);
create index indicator_made_by on indicator (made_by);
create index indicator_about on indicator (counted_about) where counted_about is not null;

-- What the figure means, from a day on. Never edited: a new one is added.
create table indicator_version (
  id uuid primary key,
  indicator_id uuid not null references indicator,
  valid_from date not null,
  numerator text not null,
  denominator text not null default '', -- empty: the figure is no ratio
  source text not null,
  method text not null default '',
  by_person uuid not null references person,
  at timestamptz not null,
  unique (indicator_id, valid_from)
);
create index indicator_version_by on indicator_version (by_person);

-- One figure of one period, under the definition it was read by. Corrected: withdrawn, and another one recorded.
create table reading (
  id uuid primary key,
  indicator_id uuid not null references indicator,
  version_id uuid not null references indicator_version,
  from_on date not null,
  to_on date not null, -- the last day; equal to the first for a point in time
  value numeric not null,
  numerator numeric,
  denominator numeric,
  exposure numeric, -- the whole that a count belongs to: all signals of the month
  control numeric, -- what is comparable and not concerned: other signals of the same kind
  way text not null check (way in ('typed', 'imported', 'counted')),
  source text not null default '',
  by_person uuid references person,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person, -- null: the program, which counted again
  withdraw_reason text,
  check (from_on <= to_on),
  check ((way = 'counted') = (by_person is null)),
  check ((withdrawn_at is null) = (withdraw_reason is null)),
  check (withdrawn_at is not null or withdrawn_by is null),
  -- A day belongs to one standing reading of an indicator.
  constraint reading_apart exclude using gist (
    indicator_id with =, daterange(from_on, to_on, '[]') with &&
  ) where (withdrawn_at is null)
);
create index reading_indicator on reading (indicator_id, from_on);
create index reading_version on reading (version_id);
create index reading_by on reading (by_person) where by_person is not null;
create index reading_withdrawn_by on reading (withdrawn_by) where withdrawn_by is not null;

-- A city that stands already: its built-in roles take what they have in a new one.
update role set verbs = verbs || '{indicator.read}'
 where built_in and code in ('dispatcher', 'unit_leader', 'unit_clerk', 'branch_secretary', 'office');
update role set verbs = verbs || '{reading.record}' where built_in and code in ('unit_leader', 'unit_clerk', 'office');
update role set verbs = verbs || '{indicator.manage}' where built_in and code in ('unit_leader', 'office');
