-- 浙政钉 and other 专有钉钉 as a way out, and to-dos in the channels that have them: one for each piece of work that waits for a person.
alter table outside_channel drop constraint outside_channel_name_check,
  add constraint outside_channel_name_check check (name in ('email', 'wecom', 'dingtalk', 'govding', 'sms'));
alter table person_address drop constraint person_address_channel_check,
  add constraint person_address_channel_check check (channel in ('email', 'wecom', 'dingtalk', 'govding', 'sms'));
alter table push_choice drop constraint push_choice_channel_check,
  add constraint push_choice_channel_check check (channel in ('any', 'none', 'email', 'wecom', 'dingtalk', 'govding', 'sms'));
create index push_try_channel on push_try (channel, at);

create table outside_todo (
  key text primary key, -- of the piece of work, the same whenever it is made: the other side is given it
  person_id uuid not null references person,
  channel text not null check (channel in ('dingtalk', 'govding')),
  task_id uuid not null references task,
  title text not null, -- number and matter, masked
  due_at timestamptz,
  ended text check (ended in ('done', 'dropped')), -- null: it waits
  wanted int not null default 1, -- counts what was to be said of it: made, moved, ended
  said int not null default 0, -- up to where the other side knows
  ref_sealed bytea, -- what the other side calls it and its holder
  not_before timestamptz not null,
  tries int not null default 0, -- since something was said last
  tried boolean not null default false, -- the other side may have it, whatever came back
  failure text,
  given_up_at timestamptz,
  made_at timestamptz not null
);
create index outside_todo_person on outside_todo (person_id);
create index outside_todo_task on outside_todo (task_id);
create index outside_todo_waits on outside_todo (not_before) where said < wanted and given_up_at is null;
create index outside_todo_given_up on outside_todo (given_up_at) where given_up_at is not null;
