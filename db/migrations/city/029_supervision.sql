-- Supervision: ladders as dated data, the rungs that fired, letters with a number, and formal talks.
create table ladder (
  id uuid primary key,
  kind text not null check (kind in ('problem', 'task', 'project')),
  limit_name text, -- null: every limit of the kind that has no ladder of its own
  name text not null,
  fallback_id uuid not null references person, -- where the line has nobody
  valid_from timestamptz not null, -- of limits that begin from then on
  valid_to timestamptz,
  made_by uuid not null references person,
  reason text not null,
  check (valid_to >= valid_from)
);
create unique index ladder_in_force on ladder (kind, limit_name) nulls not distinct where valid_to is null;
create index ladder_fallback on ladder (fallback_id);
create index ladder_made_by on ladder (made_by);

create table ladder_rung (
  ladder_id uuid not null references ladder,
  nth int not null,
  light text not null check (light in ('blue', 'yellow', 'orange', 'red')),
  measure text not null check (measure in ('share', 'before', 'after')),
  at numeric not null check (at >= 0), -- share of the time used, or hours
  action text not null check (action in ('remind', 'tell', 'letter', 'talk')),
  up int not null check (up >= 0), -- how far up the reporting line
  grace_hours int not null default 0 check (grace_hours >= 0), -- at least so long after the rung before
  answer_days int check (answer_days > 0), -- letters: working days to answer
  primary key (ladder_id, nth)
);

-- A deadline that no ladder has looked at, or that has moved since: whoever starts or moves a clock need not know of ladders.
alter table clock add column watched_due timestamptz;
create index clock_unwatched on clock (started_at)
  where stopped_at is null and paused_at is null and watched_due is distinct from due_at;
alter table clock drop constraint clock_kind_check;
alter table clock add constraint clock_kind_check check (kind in ('signal', 'problem', 'task', 'project', 'letter'));

-- The next rung of each running clock. What was stopped, paused or moved meanwhile is found out when its time comes.
create table rung_due (
  clock_id uuid primary key references clock,
  ladder_id uuid not null references ladder,
  nth int not null,
  at timestamptz not null,
  due_at timestamptz not null -- of the clock, as it was computed from
);
create index rung_due_at on rung_due (at);
create index rung_due_ladder on rung_due (ladder_id);

create table rung_fired (
  id uuid primary key,
  clock_id uuid not null references clock,
  ladder_id uuid not null references ladder,
  nth int not null,
  kind text not null,
  thing uuid not null,
  limit_name text not null,
  unit_id uuid references unit, -- with whom the thing stood
  told uuid[] not null, -- persons
  nobody boolean not null, -- the line had nobody: it went to the fallback
  fired_at timestamptz not null,
  due_at timestamptz not null, -- as it was then; where the clock's is another, the deadline has moved since
  foreign key (ladder_id, nth) references ladder_rung
);
create unique index rung_fired_once on rung_fired (clock_id, ladder_id, nth);
create index rung_fired_ladder on rung_fired (ladder_id, nth);
create index rung_fired_thing on rung_fired (thing);
create index rung_fired_unit on rung_fired (unit_id) where unit_id is not null;
create index rung_fired_at on rung_fired (fired_at desc);

create sequence letter_number;
create table letter (
  id uuid primary key,
  number text not null unique,
  state text not null constraint letter_state_check check (state in ('sent', 'answered', 'closed', 'withdrawn')),
  fired_id uuid unique references rung_fired, -- null: sent by a person
  kind text not null,
  thing uuid not null,
  thing_number text not null,
  matter text not null,
  limit_name text,
  due_at timestamptz, -- the deadline that it presses
  unit_id uuid not null references unit,
  expected text not null,
  answer_days int not null check (answer_days > 0),
  made_by uuid references person, -- null: the ladder
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1
);
create index letter_thing on letter (thing);
create index letter_unit on letter (unit_id, changed_at desc);
create index letter_made_by on letter (made_by) where made_by is not null;
create index letter_changed on letter (changed_at desc, id desc);

create table letter_decision (
  id uuid primary key,
  letter_id uuid not null references letter,
  step text not null,
  by_person uuid not null references person,
  at timestamptz not null,
  words text not null
);
create index letter_decision_letter on letter_decision (letter_id);
create index letter_decision_by on letter_decision (by_person);

create sequence talk_number;
create table talk (
  id uuid primary key,
  number text not null unique, -- year, quarter, running number
  state text not null constraint talk_state_check check (state in ('called', 'held', 'dropped')),
  fired_id uuid unique references rung_fired, -- null: called by a person
  letter_id uuid references letter,
  kind text not null,
  thing uuid not null,
  thing_number text not null,
  matter text not null,
  unit_id uuid not null references unit,
  made_by uuid references person,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  held_on date,
  agreed text not null default '', -- or why it was dropped
  recorded_by uuid references person,
  version int not null default 1,
  check ((state = 'held') = (held_on is not null)),
  check ((state = 'called') = (recorded_by is null))
);
create index talk_letter on talk (letter_id) where letter_id is not null;
create index talk_thing on talk (thing);
create index talk_unit on talk (unit_id, changed_at desc);
create index talk_made_by on talk (made_by) where made_by is not null;
create index talk_recorded_by on talk (recorded_by) where recorded_by is not null;
create index talk_changed on talk (changed_at desc, id desc);

create table talk_person (
  talk_id uuid not null references talk,
  person_id uuid not null references person,
  part text not null check (part in ('asked', 'asks', 'present')),
  primary key (talk_id, person_id)
);
create index talk_person_person on talk_person (person_id);

-- Cities made before this version: their built-in roles take what they have in a new one.
update role set verbs = role.verbs || array(select v from unnest(added.more) v where v <> all (role.verbs))
  from (values
    ('office', '{ladder.manage,letter.read,letter.send}'::text[]),
    ('dispatch_head', '{letter.read,letter.send}'),
    ('unit_leader', '{letter.read,letter.answer}'),
    ('unit_clerk', '{letter.read}')
  ) added (code, more)
 where role.built_in and role.code = added.code;
