-- Ladders from one day to another, for one circumstance alone, and rungs that go to a named person.
alter table ladder add column condition text
  check (condition in ('simple', 'prominent', 'common', 'urgent', 'critical', 'group', 'committee', 'branch'));
drop index ladder_in_force;
create unique index ladder_without_end on ladder (kind, limit_name, condition) nulls not distinct where valid_to is null;
alter table ladder_rung add column person_id uuid references person; -- in place of whoever is on the line
create index ladder_rung_person on ladder_rung (person_id) where person_id is not null;
