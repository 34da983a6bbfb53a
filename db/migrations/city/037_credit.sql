-- Credit-triggered supervision: organisations with a registered code, facts about them, dated rules, and the levels that persons confirm.
create table organisation (
  id uuid primary key,
  code text not null unique check (length(code) = 18), -- GB 32100; never a person's number
  name text not null,
  made_by uuid not null references person,
  made_at timestamptz not null
);
create index organisation_name on organisation (name, id);
create index organisation_made_by on organisation (made_by);

create table credit_metric (
  id uuid primary key,
  name text not null unique,
  unit_words text not null,
  made_by uuid not null references person,
  made_at timestamptz not null
);
create index credit_metric_made_by on credit_metric (made_by);

create table credit_fact (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  metric_id uuid not null references credit_metric,
  day date not null,
  value numeric not null,
  source text not null,
  way text not null check (way in ('typed', 'imported')),
  by_person uuid not null references person,
  at timestamptz not null,
  withdrawn_at timestamptz,
  withdrawn_by uuid references person,
  withdrawn_for text,
  check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_for) in (0, 3))
);
create unique index credit_fact_once on credit_fact (organisation_id, metric_id, day, source) where withdrawn_at is null;
create index credit_fact_metric on credit_fact (metric_id, day) where withdrawn_at is null;
create index credit_fact_metric_all on credit_fact (metric_id);
create index credit_fact_organisation on credit_fact (organisation_id, day desc);
create index credit_fact_by on credit_fact (by_person);
create index credit_fact_withdrawn_by on credit_fact (withdrawn_by) where withdrawn_by is not null;

create table credit_rule (
  id uuid primary key,
  name text not null,
  metric_id uuid not null references credit_metric,
  counted text not null check (counted in ('sum', 'latest')),
  window_days int not null check (window_days > 0),
  compare text not null check (compare in ('at_least', 'at_most')),
  threshold numeric not null,
  level text not null check (level in ('yellow', 'orange', 'red')),
  action text not null, -- what follows, in words
  keep_days int not null check (keep_days > 0), -- a level returns by itself after so many
  repair text not null, -- what has to be shown for repair
  valid_from date not null,
  valid_to date, -- first day on which it no longer holds
  made_by uuid not null references person,
  made_at timestamptz not null,
  reason text not null,
  check (valid_to >= valid_from)
);
create index credit_rule_metric on credit_rule (metric_id);
create index credit_rule_made_by on credit_rule (made_by);

create table credit_case (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  rule_id uuid not null references credit_rule,
  level text not null check (level in ('yellow', 'orange', 'red')),
  state text not null constraint credit_case_state_check
    check (state in ('proposed', 'raised', 'asked', 'dismissed', 'repaired', 'expired')),
  value numeric not null,
  facts uuid[] not null, -- that led to it
  proposed_at timestamptz not null,
  until_day date, -- last day of the level, once it is confirmed
  ended_at timestamptz,
  version int not null default 1,
  check ((state in ('proposed', 'dismissed')) = (until_day is null)),
  check ((state in ('dismissed', 'repaired', 'expired')) = (ended_at is not null))
);
create unique index credit_case_open on credit_case (organisation_id, rule_id) where ended_at is null;
create index credit_case_organisation on credit_case (organisation_id, proposed_at desc);
create index credit_case_rule on credit_case (rule_id);
create index credit_case_until on credit_case (until_day) where ended_at is null;

create table credit_decision (
  id uuid primary key,
  case_id uuid not null references credit_case,
  step text not null,
  by_person uuid references person, -- null: the program, when its time was over
  at timestamptz not null,
  words text not null
);
create index credit_decision_case on credit_decision (case_id);
create index credit_decision_by on credit_decision (by_person) where by_person is not null;

create table credit_check (
  id uuid primary key,
  organisation_id uuid not null references organisation,
  off_site boolean not null, -- by data, by telephone, by video; else on the spot
  day date not null,
  found text not null,
  by_person uuid not null references person,
  at timestamptz not null
);
create index credit_check_organisation on credit_check (organisation_id, day desc);
create index credit_check_day on credit_check (day);
create index credit_check_by on credit_check (by_person);

create table credit_visiting (
  id uuid primary key,
  green int not null check (green >= 0), -- visits a year to an organisation of this level
  yellow int not null check (yellow >= 0),
  orange int not null check (orange >= 0),
  red int not null check (red >= 0),
  valid_from timestamptz not null unique,
  made_by uuid not null references person,
  reason text not null,
  check (green <= yellow and yellow <= orange and orange <= red) -- the trustworthy are left alone
);
create index credit_visiting_made_by on credit_visiting (made_by);

-- Cities made before this version: their built-in roles take what they have in a new one.
update role set verbs = role.verbs || array(select v from unnest(added.more) v where v <> all (role.verbs))
  from (values
    ('office', '{organisation.read,organisation.record,credit.decide,credit.rule}'::text[]),
    ('unit_leader', '{organisation.read,organisation.record,credit.decide}'),
    ('unit_clerk', '{organisation.read,organisation.record}')
  ) added (code, more)
 where role.built_in and role.code = added.code;
