-- What leaders write on a matter (领导批示): who answers it, by when, and what came of it.
create sequence leader_note_number;
create table leader_note (
  id uuid primary key,
  number text not null unique,
  state text not null constraint leader_note_state_check check (state in ('open', 'answered', 'closed')),
  leader text not null, -- name and office as written
  written_on date not null,
  words text not null,
  unit_id uuid not null references unit, -- who answers
  signal_id uuid references signal,
  problem_id uuid references problem,
  project_id uuid references project,
  recorded_by uuid not null references person,
  recorded_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1,
  check (num_nonnulls(signal_id, problem_id, project_id) <= 1)
);
create index leader_note_unit on leader_note (unit_id);
create index leader_note_signal on leader_note (signal_id) where signal_id is not null;
create index leader_note_problem on leader_note (problem_id) where problem_id is not null;
create index leader_note_project on leader_note (project_id) where project_id is not null;
create index leader_note_by on leader_note (recorded_by);
create index leader_note_changed on leader_note (changed_at desc, id desc);

create table leader_note_decision (
  id uuid primary key,
  note_id uuid not null references leader_note,
  step text not null check (step in ('answer', 'return', 'close')),
  words text not null,
  by_person uuid not null references person,
  at timestamptz not null
);
create index leader_note_decision_note on leader_note_decision (note_id, at);
create index leader_note_decision_by on leader_note_decision (by_person);

alter table clock drop constraint clock_kind_check;
alter table clock add constraint clock_kind_check check (kind in ('signal', 'problem', 'task', 'project', 'letter', 'note'));

-- What a note begins comes in by a channel of its own. A new city begins with it; others get the first free code from above.
alter table channel drop constraint channel_kind_check;
alter table channel add constraint channel_kind_check
  check (kind in ('hotline', 'web', 'desk', 'inspection', 'visit', 'suggestion', 'letter', 'system', 'public', 'note'));
create unique index channel_note on channel (kind) where kind = 'note';
insert into channel (id, code, name, kind)
  select gen_random_uuid(), code, '领导批示', 'note'
    from (select to_char(n, 'FM00') as code from generate_series(2, 99) n
           where to_char(n, 'FM00') not in (select code from channel) order by n desc limit 1) free
   where exists (select from channel);

-- Cities made before this version: their built-in roles take what they have in a new one.
update role set verbs = role.verbs || array(select v from unnest(added.more) v where v <> all (role.verbs))
  from (values
    ('dispatch_head', '{note.read,note.record}'::text[]),
    ('unit_leader', '{note.read,note.answer}'::text[]),
    ('unit_clerk', '{note.read,note.answer}'::text[]),
    ('office', '{note.read,note.record,note.answer}'::text[])
  ) added (code, more)
 where role.built_in and role.code = added.code;
