-- What a step wrote that was taken back (撤回): kept as it was, apart from what holds.
create table retracted_assignment (
  id uuid primary key,
  problem_id uuid not null references problem,
  to_unit uuid not null references unit,
  role text not null,
  opened_by uuid not null references person,
  opened_at timestamptz not null,
  reason text,
  binding_basis text,
  retracted_at timestamptz not null
);
create index retracted_assignment_problem on retracted_assignment (problem_id);
create index retracted_assignment_to_unit on retracted_assignment (to_unit);
create index retracted_assignment_opened_by on retracted_assignment (opened_by);

create table retracted_decision (
  id uuid primary key,
  problem_id uuid not null references problem,
  step text not null,
  by_person uuid not null references person,
  for_unit uuid references unit,
  at timestamptz not null,
  words text not null,
  retracted_at timestamptz not null
);
create index retracted_decision_problem on retracted_decision (problem_id);
create index retracted_decision_by_person on retracted_decision (by_person);
create index retracted_decision_for_unit on retracted_decision (for_unit);
