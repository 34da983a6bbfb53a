-- Early warnings: how many told of what where on each day, what is far above its own past, and what people decided on it.
create table warning_day (
  day date not null,
  area_id uuid references area, -- as the signal has it; null: no area is known
  category_id uuid references category, -- decided by a person, else said by the file, else proposed; null: none is known
  people int not null, -- who tells the same twice on one day counts once
  unique nulls not distinct (day, area_id, category_id)
);
create index warning_day_area on warning_day (area_id) where area_id is not null;
create index warning_day_category on warning_day (category_id) where category_id is not null;

create table warning (
  id uuid primary key,
  area_id uuid references area, -- null: the whole city
  category_id uuid references category, -- null: of every kind
  state text not null constraint warning_state_check check (state in ('new', 'noted', 'acted', 'dismissed', 'over')),
  window_days int not null check (window_days > 0),
  last_on date not null, -- the last day of the window
  people int not null,
  expected numeric not null,
  once_in_days numeric not null, -- among all that is watched, chance alone gives one like it in so many days
  found_at timestamptz not null,
  changed_at timestamptz not null,
  problem_id uuid references problem, -- what it was made into
  version int not null default 1,
  check (area_id is not null or category_id is not null),
  check ((state = 'acted') = (problem_id is not null))
);
create unique index warning_open on warning (area_id, category_id) nulls not distinct where state in ('new', 'noted');
create index warning_area on warning (area_id) where area_id is not null;
create index warning_category on warning (category_id) where category_id is not null;
create index warning_problem on warning (problem_id) where problem_id is not null;
create index warning_changed on warning (changed_at desc, id desc);

create table warning_decision (
  id uuid primary key,
  warning_id uuid not null references warning,
  step text not null check (step in ('note', 'act', 'dismiss')),
  by_person uuid not null references person,
  at timestamptz not null,
  words text not null
);
create index warning_decision_warning on warning_decision (warning_id);
create index warning_decision_by on warning_decision (by_person);

-- False alarms a month that the office puts up with, over everything that is watched. The latest row holds; none: four.
create table warning_rule (
  id uuid primary key,
  false_alarms numeric not null check (false_alarms between 0.1 and 100),
  by_person uuid not null references person,
  at timestamptz not null,
  reason text not null
);
create index warning_rule_by on warning_rule (by_person);

-- Cities made before this version: their built-in roles take what they have in a new one.
update role set verbs = role.verbs || array(select v from unnest(added.more) v where v <> all (role.verbs))
  from (values
    ('dispatcher', '{warning.read,warning.decide}'::text[]),
    ('office', '{warning.read,warning.decide}')
  ) added (code, more)
 where role.built_in and role.code = added.code;
