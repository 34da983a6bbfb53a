-- What a signal is about: the tree of categories, the models that propose, their proposals, and what people decided.
create table category (
  id uuid primary key,
  code text not null,
  name text not null,
  folded text not null, -- the name without spaces, full width and case: typing variants are one
  parent_id uuid references category,
  level int not null check (level between 1 and 6),
  position int not null,
  valid_from date not null,
  valid_to date, -- the first day on which it is no longer offered
  made_by uuid references person, -- null: with the city
  made_at timestamptz not null,
  version int not null default 1,
  check (valid_to >= valid_from),
  check ((parent_id is null) = (level = 1))
);
create unique index category_code on category (code) where valid_to is null;
create unique index category_once on category (parent_id, folded) nulls not distinct where valid_to is null;
create index category_parent on category (parent_id) where parent_id is not null;
create index category_by on category (made_by) where made_by is not null;

-- Other names by which files call it, folded: a name or path it had before, or one that was given.
create table category_alias (
  id uuid primary key,
  category_id uuid not null references category,
  words text not null,
  folded text not null,
  made_by uuid references person,
  made_at timestamptz not null
);
create unique index category_alias_once on category_alias (folded, category_id);
create index category_alias_category on category_alias (category_id);
create index category_alias_by on category_alias (made_by) where made_by is not null;

-- A model that proposes. Its bytes are a file of the city by their hash; its figures say how it did on tickets held back.
create table text_model (
  id uuid primary key,
  kind text not null check (kind in ('category', 'unit')),
  number int not null,
  state text not null constraint text_model_state_check check (state in ('candidate', 'serving', 'retired', 'refused')),
  trained_at timestamptz not null,
  trained_on int not null, -- past tickets it has learned from
  figures jsonb not null,
  file_hash text not null,
  size bigint not null,
  by_person uuid references person, -- null: the schedule
  unique (kind, number)
);
create unique index text_model_serving on text_model (kind) where state = 'serving';
create index text_model_by on text_model (by_person) where by_person is not null;
create index text_model_file on text_model (file_hash);

-- Why a model serves, was refused or serves again: each with author, time and reason.
create table text_model_decision (
  id uuid primary key,
  model_id uuid not null references text_model,
  step text not null check (step in ('take', 'refuse', 'restore')),
  instead_of uuid references text_model, -- the one that served before
  by_person uuid references person, -- null: the rule of taking over
  at timestamptz not null,
  words text not null
);
create index text_model_decision_model on text_model_decision (model_id);
create index text_model_decision_instead on text_model_decision (instead_of) where instead_of is not null;
create index text_model_decision_by on text_model_decision (by_person) where by_person is not null;

-- One training: asked for by a person or the schedule; what came of it.
create table text_training (
  id uuid primary key,
  kind text not null check (kind in ('category', 'unit')),
  state text not null constraint text_training_state_check check (state in ('waiting', 'running', 'done', 'failed')),
  asked_by uuid references person,
  asked_at timestamptz not null,
  started_at timestamptz,
  ended_at timestamptz,
  read_rows int not null default 0,
  model_id uuid references text_model,
  failure jsonb, -- { code, params } of the catalogue of problems
  check ((state in ('done', 'failed')) = (ended_at is not null))
);
create unique index text_training_open on text_training (kind) where state in ('waiting', 'running');
create index text_training_asked_by on text_training (asked_by) where asked_by is not null;
create index text_training_model on text_training (model_id) where model_id is not null;

-- Below this confidence the office wants no proposal. The latest row of a kind holds.
create table text_threshold (
  id uuid primary key,
  kind text not null check (kind in ('category', 'unit')),
  threshold numeric not null check (threshold between 0 and 1),
  by_person uuid not null references person,
  at timestamptz not null,
  reason text not null
);
create index text_threshold_kind on text_threshold (kind, at desc);
create index text_threshold_by on text_threshold (by_person);

-- What was proposed for a signal, by which model and why, and what a person decided. At most one waits for each kind.
create table proposal (
  id uuid primary key,
  signal_id uuid not null references signal,
  kind text not null check (kind in ('category', 'unit', 'repeat')),
  model_id uuid references text_model, -- null: by rules
  made_at timestamptz not null,
  answers jsonb not null, -- [{ id, confidence, because: [words] }], the likeliest first; empty: nothing is proposed
  withheld jsonb not null default '[]', -- what it would have said below the threshold: for the figures alone, shown to nobody
  decided_by uuid references person, -- null with decided_at: the program, which proposed anew
  decided_at timestamptz,
  decision text check (decision in ('taken', 'other', 'none', 'replaced')),
  chosen uuid, -- what was decided: a category, unit or problem
  check ((decided_at is null) = (decision is null)),
  check (decided_by is null or decided_at is not null)
);
create unique index proposal_open on proposal (signal_id, kind) where decided_at is null;
create index proposal_signal on proposal (signal_id);
create index proposal_made on proposal (kind, made_at);
create index proposal_model on proposal (model_id) where model_id is not null;
create index proposal_decided_by on proposal (decided_by) where decided_by is not null;

-- The category that a person decided on; what the file said stays as it was in signal.category.
create table signal_category (
  id uuid primary key,
  signal_id uuid not null references signal,
  category_id uuid not null references category,
  proposal_id uuid references proposal,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  closed_by uuid references person,
  closed_at timestamptz,
  check ((closed_at is null) = (closed_by is null))
);
create unique index signal_category_open on signal_category (signal_id) where closed_at is null;
create index signal_category_signal on signal_category (signal_id);
create index signal_category_category on signal_category (category_id, closed_at);
create index signal_category_proposal on signal_category (proposal_id) where proposal_id is not null;
create index signal_category_opened_by on signal_category (opened_by);
create index signal_category_closed_by on signal_category (closed_by) where closed_by is not null;

-- Cities made before this version: their built-in roles take what they have in a new one.
update role set verbs = role.verbs || array(select v from unnest(added.more) v where v <> all (role.verbs))
  from (values
    ('dispatcher', '{category.read}'::text[]),
    ('call_taker', '{category.read}'),
    ('office', '{category.read,category.manage}')
  ) added (code, more)
 where role.built_in and role.code = added.code;
