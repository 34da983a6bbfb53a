-- Binding decisions, urging, countersigning, entrusting, taking back one's last step, and the books of what cannot be solved now.
alter table assignment add column binding_basis text; -- the centre's decision binds: it cannot be sent back; on what basis
alter table assignment drop constraint assignment_role_check;
alter table assignment add constraint assignment_role_check check (role in ('lead', 'assist', 'countersign', 'copy', 'entrusted'));
alter table assignment drop constraint assignment_close_reason_check;
alter table assignment add constraint assignment_close_reason_check
  check (close_reason in ('returned', 'transferred', 'withdrawn', 'finished', 'handed_over', 'merged', 'retracted'));
-- One at a time below the lead unit, and one person beside an assignee.
create unique index assignment_entrusted_unit on assignment (problem_id) where role = 'entrusted' and closed_at is null;
create unique index assignment_entrusted_person on assignment (task_id) where role = 'entrusted' and closed_at is null;

-- 会签 needs all of them, 或签 one.
alter table problem add column countersign_rule text not null default 'all' check (countersign_rule in ('all', 'one'));

-- 催办: somebody pressed whoever had it then.
create table urging (
  id uuid primary key,
  problem_id uuid references problem,
  task_id uuid references task,
  to_unit uuid references unit,
  to_person uuid references person,
  words text not null,
  by_person uuid not null references person,
  at timestamptz not null,
  check (num_nonnulls(problem_id, task_id) = 1),
  check (num_nonnulls(to_unit, to_person) = 1)
);
create index urging_problem on urging (problem_id, at) where problem_id is not null;
create index urging_task on urging (task_id, at) where task_id is not null;
create index urging_unit on urging (to_unit) where to_unit is not null;
create index urging_person on urging (to_person) where to_person is not null;
create index urging_by on urging (by_person);

-- What a countersigning unit says; an objection is answered by the lead and asked again, or set aside by the dispatcher.
create table countersignature (
  id uuid primary key,
  assignment_id uuid not null references assignment,
  verdict text not null check (verdict in ('agree', 'object')),
  words text not null,
  by_person uuid not null references person,
  at timestamptz not null,
  settled text check (settled in ('answered', 'set_aside')),
  settled_words text,
  settled_by uuid references person,
  settled_at timestamptz,
  check (num_nulls(settled, settled_words, settled_by, settled_at) in (0, 4)),
  check (settled is null or verdict = 'object')
);
create index countersignature_assignment on countersignature (assignment_id, at);
create index countersignature_by on countersignature (by_person);
create index countersignature_settled_by on countersignature (settled_by) where settled_by is not null;

-- 挂账: what cannot be solved now stands on the books until it is reviewed.
create table deferral (
  id uuid primary key,
  problem_id uuid not null references problem,
  state text not null check (state in ('asked', 'standing', 'refused', 'withdrawn', 'ended')),
  reason text not null check (reason in ('policy', 'money', 'history', 'planning', 'other')),
  words text not null,
  conditions text not null, -- what has to come true for it to come off the books
  review_on date not null,
  by_person uuid not null references person,
  at timestamptz not null,
  decided_by uuid references person,
  decided_at timestamptz,
  decision text,
  ended_by uuid references person, -- withdrawn or struck off; the work itself may have ended it
  ended_at timestamptz,
  ended_words text
);
create unique index deferral_open on deferral (problem_id) where state in ('asked', 'standing');
create index deferral_problem on deferral (problem_id, at);
create index deferral_review on deferral (review_on) where state = 'standing';
create index deferral_by on deferral (by_person);
create index deferral_decided_by on deferral (decided_by) where decided_by is not null;
create index deferral_ended_by on deferral (ended_by) where ended_by is not null;
