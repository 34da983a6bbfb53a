-- Units in two trees, persons, posts, roles as data, accounts and sessions.
create table area (
  id uuid primary key,
  code text not null check (code ~ '^[0-9]{2,18}$'), -- statistical code, cut to its level
  name text not null,
  level text not null check (level in ('province', 'city', 'district', 'township', 'village', 'grid')),
  parent_id uuid references area,
  valid_from date not null default '1900-01-01',
  valid_to date,
  unique (code, valid_from)
);
create index area_parent on area (parent_id);

create table unit (
  id uuid primary key,
  code text, -- as the city numbers its units
  name text not null,
  short_name text not null,
  tree text not null check (tree in ('admin', 'party')),
  kind text not null, -- department, section, township, committee, branch, …
  area_id uuid references area,
  host_unit_id uuid references unit, -- party unit: the administrative unit it belongs to
  valid_from date not null default '1900-01-01',
  valid_to date,
  version int not null default 1
);
-- A renamed unit hands its code on.
create unique index unit_code on unit (code) where valid_to is null;
create index unit_area on unit (area_id);
create index unit_host on unit (host_unit_id);

create table unit_edge (
  id uuid primary key,
  parent_id uuid not null references unit,
  child_id uuid not null references unit,
  relation text not null check (relation in ('part', 'leads', 'guides')), -- administrative part; party leads, guides
  valid_from date not null default '1900-01-01',
  valid_to date,
  check (parent_id <> child_id),
  constraint unit_edge_one_parent exclude using gist (
    child_id with =, relation with =, daterange(valid_from, valid_to) with &&
  )
);
create index unit_edge_parent on unit_edge (parent_id);
create index unit_edge_child on unit_edge (child_id);

create table unit_successor (
  predecessor_id uuid not null references unit,
  successor_id uuid not null references unit,
  kind text not null check (kind in ('renamed', 'merged', 'split', 'dissolved')),
  at date not null,
  primary key (predecessor_id, successor_id),
  check (predecessor_id <> successor_id)
);
create index unit_successor_successor on unit_successor (successor_id);

create table person (
  id uuid primary key,
  name text not null,
  staff_number text unique,
  phone_sealed bytea,
  phone_key bytea,
  id_number_sealed bytea,
  id_number_key bytea unique,
  salt bytea not null, -- binds name, phone and ID number to the ledger
  left_on date,
  made_at timestamptz not null default now(),
  version int not null default 1
);
create index person_phone on person (phone_key) where phone_key is not null;
create index person_name on person (name, id);

create table role (
  code text primary key,
  name_zh text not null,
  name_en text not null,
  sort text not null check (sort in ('business', 'system', 'security', 'audit')),
  tree text not null check (tree in ('admin', 'party')),
  reach text not null check (reach in ('city', 'closure', 'unit', 'self')),
  verbs text[] not null,
  totp text not null default 'optional' check (totp in ('optional', 'demanded')),
  built_in boolean not null default false,
  version int not null default 1,
  unique (code, sort),
  check (sort = 'business' or totp = 'demanded')
);

create table post (
  id uuid primary key,
  person_id uuid not null references person,
  role_code text not null,
  role_sort text not null,
  unit_id uuid not null references unit,
  title text, -- as the office writes it: 副局长, 科员, …
  valid_from date not null,
  valid_to date,
  foreign key (role_code, role_sort) references role (code, sort) on update cascade,
  -- The three administrators exclude each other, and hold no business post.
  constraint post_administrators_apart exclude using gist (
    person_id with =, role_sort with <>, daterange(valid_from, valid_to) with &&
  ),
  constraint post_once exclude using gist (
    person_id with =, role_code with =, unit_id with =, daterange(valid_from, valid_to) with &&
  )
);
create index post_person on post (person_id);
create index post_unit on post (unit_id);
create index post_role on post (role_code, role_sort);

-- Somebody away: another person acts in their posts for a time.
create table delegation (
  id uuid primary key,
  from_person_id uuid not null references person,
  to_person_id uuid not null references person,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  reason text not null,
  made_by uuid not null references person,
  made_at timestamptz not null default now(),
  ended_at timestamptz,
  ended_by uuid references person,
  check (from_person_id <> to_person_id),
  check (valid_from < valid_to),
  constraint delegation_once exclude using gist (
    from_person_id with =, to_person_id with =,
    tstzrange(valid_from, greatest(valid_from, coalesce(ended_at, valid_to))) with &&
  )
);
create index delegation_from on delegation (from_person_id);
create index delegation_to on delegation (to_person_id);
create index delegation_by on delegation (made_by);
create index delegation_ended_by on delegation (ended_by) where ended_by is not null;

create table account (
  person_id uuid primary key references person,
  login text unique check (login = lower(login)), -- null: chosen at activation
  password_hash text,
  password_set_at timestamptz,
  past_hashes text[] not null default '{}',
  totp_sealed bytea,
  totp_confirmed_at timestamptz,
  totp_last_step bigint, -- a code is good once
  language text not null default 'zh' check (language in ('zh', 'en')),
  disabled_at timestamptz
);

create table activation (
  code_hash bytea primary key,
  person_id uuid not null references person,
  made_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  voided_at timestamptz
);
create index activation_person on activation (person_id);

create table session (
  id uuid primary key,
  hash bytea not null unique, -- of the cookie
  person_id uuid not null references person,
  made_at timestamptz not null,
  seen_at timestamptz not null,
  ends_at timestamptz not null,
  source text not null,
  agent text,
  totp_passed boolean not null default false,
  ended_at timestamptz
);
create index session_person on session (person_id);

-- Failed attempts to sign in, of known and unknown logins alike. Five in a row lock the pair of login and source; the row
-- whose source is '*' counts them from anywhere, by which the login only slows.
create table sign_in_failure (
  login_key bytea not null, -- keyed digest: what a stranger typed may be a password
  source text not null,
  failures int not null,
  last_at timestamptz not null,
  locked_until timestamptz,
  primary key (login_key, source)
);
create index sign_in_failure_last on sign_in_failure (last_at);
