-- Knowledge that call-takers answer from: entries with their versions, what is looked for, how often it is used, what is missing.
create sequence knowledge_number;
create table knowledge_entry (
  id uuid primary key,
  number text not null unique,
  state text not null constraint knowledge_entry_state_check check (state in ('draft', 'published', 'withdrawn')),
  current_id uuid, -- the version that answers; null: none has been published
  draft_id uuid, -- the version that waits for its reviewer
  owner_unit uuid not null references unit,
  owner_person uuid references person,
  review_on date, -- of the published version: somebody looks again on this day
  made_at timestamptz not null,
  changed_at timestamptz not null,
  version int not null default 1,
  check ((state = 'published') <= (current_id is not null and review_on is not null))
);
create index knowledge_entry_unit on knowledge_entry (owner_unit);
create index knowledge_entry_person on knowledge_entry (owner_person) where owner_person is not null;
create index knowledge_entry_changed on knowledge_entry (changed_at desc, id desc);
create index knowledge_entry_review on knowledge_entry (review_on) where state = 'published';

create table knowledge_version (
  id uuid primary key,
  entry_id uuid not null references knowledge_entry,
  question text not null,
  wordings text[] not null, -- other ways in which people ask it
  answer text not null,
  basis text not null, -- document and clause
  area_id uuid references area, -- null: the whole city
  category_id uuid references category,
  valid_from date not null,
  valid_to date, -- the last day; null: until further notice
  review_on date not null,
  written_by uuid not null references person,
  written_at timestamptz not null,
  published_by uuid references person,
  published_at timestamptz,
  check (published_by <> written_by),
  check (valid_to >= valid_from)
);
create index knowledge_version_entry on knowledge_version (entry_id, written_at);
create index knowledge_version_area on knowledge_version (area_id) where area_id is not null;
create index knowledge_version_category on knowledge_version (category_id) where category_id is not null;
create index knowledge_version_written on knowledge_version (written_by);
create index knowledge_version_published on knowledge_version (published_by) where published_by is not null;
alter table knowledge_entry add foreign key (current_id) references knowledge_version;
alter table knowledge_entry add foreign key (draft_id) references knowledge_version;
create index knowledge_entry_current on knowledge_entry (current_id) where current_id is not null;
create index knowledge_entry_draft on knowledge_entry (draft_id) where draft_id is not null;

-- Pairs of characters of the published questions, one phrase a number; and how many phrases hold each pair.
create table knowledge_gram (
  gram int not null,
  entry_id uuid not null references knowledge_entry,
  phrase smallint not null,
  primary key (gram, entry_id, phrase)
);
create index knowledge_gram_entry on knowledge_gram (entry_id);
create table knowledge_gram_count (
  gram int primary key,
  phrases int not null
);

-- How often an entry was used on a day. Nowhere by whom.
create table knowledge_use (
  entry_id uuid not null references knowledge_entry,
  day date not null,
  copied int not null,
  opened int not null,
  primary key (entry_id, day)
);

-- What was asked and no entry answered: masked words.
create table knowledge_wish (
  id uuid primary key,
  words text not null,
  at timestamptz not null,
  settled_at timestamptz, -- null: open
  settled_by uuid references person,
  entry_id uuid references knowledge_entry, -- the entry that was written for it; null: none is needed
  reason text,
  check ((settled_at is null) = (settled_by is null)),
  check (settled_at is null or entry_id is not null or reason is not null)
);
create index knowledge_wish_open on knowledge_wish (at, id) where settled_at is null;
create index knowledge_wish_by on knowledge_wish (settled_by) where settled_by is not null;
create index knowledge_wish_entry on knowledge_wish (entry_id) where entry_id is not null;

-- Cities made before this version: their built-in roles take what they have in a new one.
update role set verbs = role.verbs || array(select v from unnest(added.more) v where v <> all (role.verbs))
  from (values
    ('call_taker', '{knowledge.read}'::text[]),
    ('dispatcher', '{knowledge.read}'::text[]),
    ('dispatch_head', '{knowledge.read,knowledge.write,knowledge.publish}'::text[]),
    ('unit_leader', '{knowledge.read,knowledge.write,knowledge.publish}'::text[]),
    ('unit_clerk', '{knowledge.read,knowledge.write}'::text[]),
    ('office', '{knowledge.read,knowledge.write,knowledge.publish}'::text[])
  ) added (code, more)
 where role.built_in and role.code = added.code;
