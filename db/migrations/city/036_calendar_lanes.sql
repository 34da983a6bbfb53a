-- A changed calendar is followed in stretches of things, side by side: each has its own place to go on from.
create table calendar_lane (
  change_id uuid not null references calendar_change,
  nth int not null check (nth >= 0),
  after_thing uuid, -- the last one that was looked at; null: none yet, and it begins with the first of all
  up_to uuid, -- its last thing; null: to the end
  finished_at timestamptz,
  primary key (change_id, nth)
);
create index calendar_lane_open on calendar_lane (change_id, nth) where finished_at is null;
insert into calendar_lane (change_id, nth, after_thing) select id, 0, after_thing from calendar_change where finished_at is null;
alter table calendar_change drop column after_thing;
