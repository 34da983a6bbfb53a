-- Files read into the city: what was uploaded, how far it was read, and the rows that need a person.
create table import (
  id uuid primary key,
  kind text not null, -- signals, people, units
  options jsonb not null default '{}', -- what this kind needs: the channel of signals, …
  file_name text not null,
  file_hash text not null,
  file_size bigint not null,
  sheet text,
  header_row int,
  mapping jsonb, -- [{index, name, field}]
  state text not null check (state in ('uploaded', 'running', 'finished', 'stopped', 'failed')),
  cursor_row int not null default 0, -- the last row of the file that is dealt with
  share real not null default 0, -- of the file that is read, 0 to 1
  read int not null default 0,
  accepted int not null default 0,
  repeated int not null default 0,
  revised int not null default 0,
  rejected int not null default 0,
  noted int not null default 0,
  left_out int not null default 0, -- totals, notes and headers printed again: no records
  rejects_hash text,
  error jsonb, -- the body of the problem that ended it
  made_by uuid references person, -- null: the command line
  made_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  runner uuid, -- who runs it
  takes int not null default 0, -- how often it was taken up since it last came forward
  beat_at timestamptz, -- the runner says so every few seconds; a silent one may be taken over
  worked_ms bigint not null default 0,
  files_removed_at timestamptz
);
create index import_by on import (made_by);
create index import_made on import (made_at desc, id desc);
create index import_running on import (beat_at) where state = 'running';
create index import_file on import (file_hash) where files_removed_at is null;

create table import_mapping (
  kind text not null,
  header_key bytea not null, -- hash of the column names in order
  mapping jsonb not null, -- plain column name → field
  used_at timestamptz not null,
  primary key (kind, header_key)
);

create table import_row (
  import_id uuid not null references import,
  row_no int not null,
  kind text not null check (kind in ('rejected', 'noted')),
  problems jsonb not null, -- [{column, code, params}]
  cells_sealed bytea, -- rejected: the row as it stood
  primary key (import_id, row_no)
);
