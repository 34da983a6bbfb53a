-- Who is given a task, and which dispatcher is at which case.

-- What persons are able to: a closed list of the city, kept beside their posts.
create table skill (
  id uuid primary key,
  name text not null,
  retired_at timestamptz
);
create unique index skill_name on skill (name) where retired_at is null;

create table person_skill (
  person_id uuid not null references person,
  skill_id uuid not null references skill,
  at timestamptz not null,
  primary key (person_id, skill_id)
);
create index person_skill_skill on person_skill (skill_id);

-- Nobody is proposed past so many times what their colleagues got. The latest counts; none: built in.
create table fairness_rule (
  id uuid primary key,
  cap numeric not null check (cap between 1 and 10),
  by_person uuid not null references person,
  at timestamptz not null,
  reason text not null
);
create index fairness_rule_at on fairness_rule (at desc);
create index fairness_rule_by on fairness_rule (by_person);

-- A case that a dispatcher has taken, and until when it is nobody else's.
create table lease (
  thing uuid primary key,
  kind text not null check (kind in ('signal', 'problem', 'warning')),
  person_id uuid not null references person,
  taken_at timestamptz not null,
  until_at timestamptz not null,
  check (until_at > taken_at)
);
create index lease_person on lease (person_id);
