-- Signing in through a provider of the city's (OpenID Connect), and who is who there.
create table sign_in_provider (
  id uuid primary key,
  one boolean not null unique default true check (one), -- a city has one
  name_zh text not null,
  name_en text not null,
  issuer text not null,
  client_id text not null,
  secret_sealed bytea not null,
  desk text not null, -- address of the desk, below which the provider sends people back
  trust_factors boolean not null, -- a second factor at the provider counts here
  open boolean not null,
  version int not null default 1,
  changed_at timestamptz not null
);

create table person_identity (
  person_id uuid primary key references person,
  subject_key bytea not null unique, -- of issuer and subject
  linked_at timestamptz not null,
  linked_by uuid not null references person
);
create index person_identity_by on person_identity (linked_by);
