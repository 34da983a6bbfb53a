-- Call-backs by lot after the answer, the three rates that count what was said, and what is excluded from them.

-- Was the reporter contacted before the answer? Asked in call-backs by lot; null: not asked.
alter table signal_callback add column contacted boolean;
alter table signal_callback add check (reached or contacted is null);
create index signal_answer_at on signal_answer (at);

-- Which share is called, how often it is tried. The rule of a day is the latest that begins on or before it; none: built in.
create table callback_rule (
  id uuid primary key,
  from_day date not null,
  percent int not null check (percent between 0 and 100), -- of every channel that has no share of its own
  shares jsonb not null default '{}', -- channel → percent
  tries int not null check (tries between 1 and 9),
  rest_hours int not null check (rest_hours between 1 and 72), -- before the next try
  by_person uuid not null references person,
  at timestamptz not null,
  reason text not null
);
create index callback_rule_from on callback_rule (from_day desc, at desc);
create index callback_rule_by on callback_rule (by_person);

-- One lot a day over the answers of that day. With seed, day and the tickets' numbers anybody draws it again.
create table callback_draw (
  day date primary key,
  seed text not null,
  at timestamptz not null,
  percent int not null,
  shares jsonb not null,
  strata jsonb not null -- [{ channel, unit, of, taken }]
);

-- A reporter to be called back.
create table callback_item (
  id uuid primary key,
  day date not null references callback_draw,
  signal_id uuid not null references signal,
  answer_id uuid not null unique references signal_answer,
  channel_id uuid not null references channel,
  unit_id uuid references unit, -- who led it; null: answered without a unit
  why text not null check (why in ('lot', 'again')), -- again: said no the last time, asked whatever the lot says
  state text not null constraint callback_item_state_check check (state in ('waiting', 'said', 'unreached', 'dropped')),
  tries int not null default 0,
  tries_most int not null,
  rest_hours int not null,
  next_at timestamptz not null,
  taken_by uuid references person,
  taken_at timestamptz,
  closed_at timestamptz,
  kept_reason text, -- said no, and why it is not taken up again
  version int not null default 1,
  check ((taken_by is null) = (taken_at is null)),
  check ((state = 'waiting') = (closed_at is null))
);
create index callback_item_day on callback_item (day);
create index callback_item_signal on callback_item (signal_id);
create index callback_item_channel on callback_item (channel_id);
create index callback_item_unit on callback_item (unit_id) where unit_id is not null;
create index callback_item_taken on callback_item (taken_by) where taken_by is not null;
create index callback_item_waiting on callback_item (next_at, id) where state = 'waiting';

-- How the rates are weighed. The rule of a case is that of the day of its answer; none: built in.
create table rate_rule (
  id uuid primary key,
  from_day date not null,
  response int not null check (response >= 0),
  resolution int not null check (resolution >= 0),
  satisfaction int not null check (satisfaction >= 0),
  partly numeric not null check (partly between 0 and 1), -- what "partly solved" counts
  very numeric not null check (very between 0 and 1),
  content numeric not null check (content between 0 and 1),
  basically numeric not null check (basically between 0 and 1),
  discontent numeric not null check (discontent between 0 and 1),
  unreached boolean not null, -- who could not be reached counts as not contacted, not solved, not content
  ask_days int not null check (ask_days between 1 and 60), -- for an exclusion after the call-back, for an appeal after the refusal
  by_person uuid not null references person,
  at timestamptz not null,
  reason text not null,
  check (response + resolution + satisfaction = 100)
);
create index rate_rule_from on rate_rule (from_day desc, at desc);
create index rate_rule_by on rate_rule (by_person);

-- A unit asks that a rated case be left out of its figures.
create table exclusion (
  id uuid primary key,
  signal_id uuid not null references signal,
  unit_id uuid not null references unit,
  ground text not null check (ground in ('not_duty', 'untrue', 'beyond_law', 'repeated', 'unreasonable', 'entered_wrong')),
  words text not null,
  asked_by uuid not null references person,
  asked_at timestamptz not null,
  state text not null constraint exclusion_state_check
    check (state in ('asked', 'granted', 'refused', 'appealed', 'upheld', 'withdrawn')),
  changed_at timestamptz not null,
  version int not null default 1
);
create unique index exclusion_once on exclusion (signal_id) where state <> 'withdrawn';
create index exclusion_signal on exclusion (signal_id);
create index exclusion_unit on exclusion (unit_id);
create index exclusion_asked_by on exclusion (asked_by);
create index exclusion_changed on exclusion (changed_at desc, id desc);

create table exclusion_decision (
  id uuid primary key,
  exclusion_id uuid not null references exclusion,
  step text not null check (step in ('grant', 'refuse', 'appeal', 'allow', 'uphold', 'withdraw')),
  by_person uuid not null references person,
  at timestamptz not null,
  words text not null
);
create index exclusion_decision_exclusion on exclusion_decision (exclusion_id);
create index exclusion_decision_by on exclusion_decision (by_person);

-- Cities made before this version: their built-in roles take what they have in a new one.
update role set verbs = role.verbs || array(select v from unnest(added.more) v where v <> all (role.verbs))
  from (values
    ('dispatcher', '{callback.make,rate.read}'::text[]),
    ('dispatch_head', '{callback.make,callback.rule,rate.read}'),
    ('call_taker', '{callback.make}'),
    ('checker', '{rate.read,exclusion.decide}'),
    ('unit_leader', '{rate.read,exclusion.ask}'),
    ('unit_clerk', '{rate.read,exclusion.ask}'),
    ('office', '{callback.rule,rate.read,exclusion.decide}')
  ) added (code, more)
 where role.built_in and role.code = added.code;
