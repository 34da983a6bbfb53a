-- Daily and weekly reports as they were made: the figures, and the file that was drawn from them.
create table paper (
  id uuid primary key,
  kind text not null check (kind in ('daily', 'weekly')),
  day date not null, -- the last day that it tells of
  figures jsonb not null,
  file_hash text not null,
  size int not null,
  made_at timestamptz not null,
  made_by uuid references person -- null: the program, in the morning
);
create index paper_day on paper (day desc, kind, made_at desc);
create index paper_file on paper (file_hash);
create index paper_by on paper (made_by) where made_by is not null;


-- Cities made before this version: their built-in roles take what they have in a new one.
update role set verbs = role.verbs || array(select v from unnest(added.more) v where v <> all (role.verbs))
  from (values
    ('dispatcher', '{paper.read}'::text[]),
    ('dispatch_head', '{paper.read,paper.make}'::text[]),
    ('office', '{paper.read,paper.make}'::text[])
  ) added (code, more)
 where role.built_in and role.code = added.code;
