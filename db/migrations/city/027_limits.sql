-- What a limit rule says besides its budget, and requests for more time: 延期 and 挂起, asked by the holder, decided by another.
alter table limit_rule
  add category_id uuid references category, -- null: any; a rule speaks of what lies below its category too
  add extensions int not null default 1 check (extensions >= 0), -- how often a limit may be extended
  add extension_budget int check (extension_budget > 0), -- at most so much each time, in its unit; null: its budget again
  add suspension_days int not null default 60 check (suspension_days >= 0), -- natural days it may stand still, all in all
  add source text not null default '', -- where an office took it from; for reference
  add made_by uuid references person, -- null: the program
  add made_at timestamptz,
  add constraint limit_rule_days check (valid_to > valid_from);
create index limit_rule_category on limit_rule (category_id) where category_id is not null;
create index limit_rule_made_by on limit_rule (made_by) where made_by is not null;

create table time_request (
  id uuid primary key,
  kind text not null check (kind in ('extension', 'suspension')),
  thing_kind text not null check (thing_kind in ('problem', 'task')),
  thing uuid not null,
  clock_id uuid not null references clock,
  state text not null check (state in ('asked', 'granted', 'refused', 'withdrawn', 'lapsed', 'ended')),
  reason text not null, -- of the list
  words text not null,
  budget int check (budget > 0), -- an extension: in the clock's unit
  until date, -- a suspension: its last day
  by_person uuid not null references person,
  at timestamptz not null,
  due_was timestamptz not null, -- the deadline when it was asked
  decided_by uuid references person,
  decided_at timestamptz,
  decision text,
  due_after timestamptz, -- the deadline when it was granted
  ended_by uuid references person, -- null: by its day, or because the work was handed in
  ended_at timestamptz,
  check ((kind = 'extension') = (budget is not null)),
  check ((kind = 'suspension') = (until is not null)),
  check (state not in ('granted', 'refused') or (decided_by is not null and decided_by <> by_person))
);
create unique index time_request_asked on time_request (clock_id) where state = 'asked';
create unique index time_request_suspended on time_request (clock_id) where state = 'granted' and kind = 'suspension';
create index time_request_until on time_request (until) where state = 'granted' and kind = 'suspension';
create index time_request_clock on time_request (clock_id);
create index time_request_thing on time_request (thing);
create index time_request_by on time_request (by_person);
create index time_request_decided_by on time_request (decided_by) where decided_by is not null;
create index time_request_ended_by on time_request (ended_by) where ended_by is not null;

-- Cities made before this version: their built-in roles take what they have in a new one.
update role set verbs = verbs || '{limit.manage}' where built_in and code in ('office', 'dispatch_head') and 'limit.manage' <> all (verbs);
