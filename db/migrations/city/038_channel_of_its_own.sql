-- What a channel has of its own: its series of numbers, what its call-takers ask, and the words prepared for its answers.
alter table channel
  -- '{YYYY}', '{MM}', '{DD}' and '{N}' stand for the day and the running number; empty: day, code and running number.
  add column series text not null default '' constraint channel_series_check check (series = '' or (length(series) <= 30 and series like '%{N}%')),
  add column asks text[] not null default '{}'
    constraint channel_asks_check check (asks <@ array['phone', 'name', 'address', 'place']::text[]);

create table answer_template (
  id uuid primary key,
  channel_id uuid references channel, -- null: of every channel
  name text not null,
  words text not null,
  changed_by uuid not null references person,
  changed_at timestamptz not null,
  closed_at timestamptz
);
create index answer_template_channel on answer_template (channel_id);
create index answer_template_changed_by on answer_template (changed_by);
