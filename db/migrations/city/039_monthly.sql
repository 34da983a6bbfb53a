-- 每月一题: what a city takes on in a month of its year, out of what people told of before.
create table monthly (
  id uuid primary key,
  year int not null check (year between 2000 and 2199),
  month int not null check (month between 1 and 12),
  title text not null,
  why text not null,
  category_id uuid references category,
  lead_unit uuid not null references unit,
  problem_id uuid references problem,
  state text not null constraint monthly_state_check check (state in ('planned', 'running', 'ended', 'dropped')),
  result text not null default '',
  made_by uuid not null references person,
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1,
  check (state not in ('running', 'ended') or problem_id is not null)
);
create index monthly_year on monthly (year, month);
create index monthly_category on monthly (category_id);
create index monthly_lead on monthly (lead_unit);
create index monthly_problem on monthly (problem_id);
create index monthly_made_by on monthly (made_by);
