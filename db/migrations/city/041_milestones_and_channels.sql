-- A rule may hold for what came in by one channel, and may name the stages inside a matter; one of them runs at a time.
alter table limit_rule add column channel_id uuid references channel;
create index limit_rule_channel on limit_rule (channel_id) where channel_id is not null;
-- In order: name, the event that starts it, the event that ends it, unit of time, budget (src/rules/milestone.ts).
alter table limit_rule add column milestones jsonb not null default '[]' check (jsonb_typeof(milestones) = 'array');

-- Which stage of its rule the clock keeps, counted from 1: of clocks of the limit `stage`, and of these alone.
alter table clock add column milestone smallint;
alter table clock add constraint clock_milestone check ((milestone is not null) = (limit_name = 'stage') and milestone > 0);

-- The longest time on the books, half a year so far, is a rule like any other.
insert into limit_rule (id, programme_version_id, limit_name, unit_of_time, budget, valid_from)
select gen_random_uuid(), id, 'deferral', 'day', 183, valid_from from programme_version v
 where exists (select from limit_rule r where r.programme_version_id = v.id);
