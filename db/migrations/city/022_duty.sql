-- The duty list: which unit answers for which matter, at which level and where, in dated versions.
create table duty_list (
  id uuid primary key,
  number int not null unique, -- 第 n 版
  state text not null check (state in ('draft', 'issued', 'dropped')),
  based_on uuid references duty_list,
  made_by uuid references person, -- null: the program
  made_at timestamptz not null,
  valid_from date, -- in force from this day until the next issued version begins
  issued_by uuid references person,
  issued_at timestamptz,
  reason text not null default '', -- why it was issued or dropped
  version int not null default 1,
  check (state <> 'draft' or valid_from is null),
  check (state <> 'issued' or (valid_from is not null and issued_at is not null))
);
create unique index duty_list_draft on duty_list (state) where state = 'draft'; -- one is being written at a time
create unique index duty_list_from on duty_list (valid_from) where state = 'issued';
create index duty_list_based on duty_list (based_on) where based_on is not null;
create index duty_list_made_by on duty_list (made_by) where made_by is not null;
create index duty_list_issued_by on duty_list (issued_by) where issued_by is not null;

-- One line of a version. It changes while its version is a draft, and never after.
create table duty_entry (
  id uuid primary key,
  list_id uuid not null references duty_list,
  line int not null check (line > 0),
  category_id uuid references category,
  matter text not null default '', -- words of a matter that no category names, or that narrow the category
  matter_key text not null default '', -- the same in the searched form: typing variants are one
  level text not null check (level in ('city', 'district', 'township', 'village')),
  area_id uuid references area, -- null: the whole city
  lead_unit uuid references unit, -- null: the unit of that level where it happened
  basis text not null default '',
  withdrawn boolean not null default false, -- 上收: never for a township or village
  changed_by uuid references person,
  changed_at timestamptz not null,
  import_id uuid references import, -- the file that said it last
  version int not null default 1,
  unique (list_id, line),
  check (category_id is not null or matter_key <> ''),
  check ((matter = '') = (matter_key = '')),
  check (lead_unit is not null or level <> 'city'),
  check (not withdrawn or level in ('city', 'district'))
);
create unique index duty_entry_once on duty_entry (list_id, category_id, matter_key, level, area_id) nulls not distinct;
create index duty_entry_category on duty_entry (category_id) where category_id is not null;
create index duty_entry_area on duty_entry (area_id) where area_id is not null;
create index duty_entry_lead on duty_entry (lead_unit) where lead_unit is not null;
create index duty_entry_import on duty_entry (import_id) where import_id is not null;
create index duty_entry_by on duty_entry (changed_by) where changed_by is not null;

create table duty_assist (
  entry_id uuid not null references duty_entry on delete cascade,
  unit_id uuid not null references unit,
  position int not null,
  primary key (entry_id, unit_id)
);
create index duty_assist_unit on duty_assist (unit_id);

-- Cities made before this version: a role of its own for whoever heads the dispatchers, and what built-in roles have in a new one.
insert into role (code, name_zh, name_en, sort, tree, reach, verbs, built_in)
select 'dispatch_head', '热线值班长', 'Head of dispatch', 'business', 'admin', 'city',
       verbs || '{duty.manage,duty.override}', true
  from role where code = 'dispatcher' and built_in;
update role set verbs = verbs || '{duty.manage}' where built_in and code = 'office';
