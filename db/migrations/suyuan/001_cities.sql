-- The installation: which cities there are. How far each schema has been migrated stands in `migration`, made by the migrator.
create table city (
  slug text primary key check (slug ~ '^[a-z][a-z0-9-]{1,30}$'),
  name_zh text not null,
  name_en text not null,
  created_at timestamptz not null default now()
);
