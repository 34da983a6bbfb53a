-- Citizens' pages: reports that come without an account, followed by a code; questions, ratings and wishes to reopen; and what
-- the city publishes of its problems.

alter table ledger drop constraint ledger_actor_kind_check;
alter table ledger add constraint ledger_actor_kind_check check (actor_kind in ('person', 'token', 'program', 'reporter'));

alter table channel drop constraint channel_kind_check;
alter table channel add constraint channel_kind_check
  check (kind in ('hotline', 'web', 'desk', 'inspection', 'visit', 'suggestion', 'letter', 'system', 'public'));
-- The pages are one channel. A new city begins with it; one that is being upgraded opens it when it wants to.
create unique index channel_public on channel (kind) where kind = 'public';
insert into channel (id, code, name, kind, closed_at)
  select gen_random_uuid(), code, '公众页', 'public', now()
    from (select to_char(n, 'FM00') as code from generate_series(2, 99) n
           where to_char(n, 'FM00') not in (select code from channel) order by n limit 1) free
   where exists (select from channel);

-- By which code a reporter follows a signal. Neither code nor digits stand anywhere: only keyed codes of them.
create table signal_follow (
  signal_id uuid primary key references signal,
  code_key bytea not null unique,
  digits_key bytea not null, -- of the code and the four digits together: without the code, the digits cannot be tried
  at timestamptz not null
);

create table signal_question (
  id uuid primary key,
  signal_id uuid not null references signal,
  by_person uuid not null references person,
  at timestamptz not null,
  words text not null,
  answered_at timestamptz,
  answer text, -- the reporter's words, kept verbatim
  check ((answered_at is null) = (answer is null))
);
create index signal_question_signal on signal_question (signal_id);
create index signal_question_by on signal_question (by_person);
alter table signal_photo add column question_id uuid references signal_question; -- the photo came with the answer to it
create index signal_photo_question on signal_photo (question_id) where question_id is not null;

-- A reporter wishes that the matter be taken up again; the dispatcher reopens or declines.
create table signal_reopening (
  id uuid primary key,
  signal_id uuid not null references signal,
  at timestamptz not null,
  words text not null,
  outcome text check (outcome in ('granted', 'declined')),
  decided_by uuid references person,
  decided_at timestamptz,
  decision_words text,
  check (num_nonnulls(outcome, decided_by, decided_at, decision_words) in (0, 4))
);
create unique index signal_reopening_open on signal_reopening (signal_id) where outcome is null;
create index signal_reopening_signal on signal_reopening (signal_id);
create index signal_reopening_by on signal_reopening (decided_by) where decided_by is not null;

-- What a reporter says on the pages is a call-back like any other, only that nobody had to call.
alter table signal_callback alter column by_person drop not null;
alter table signal_callback add column way text not null default 'phone'
  check (way in ('phone', 'visit', 'message', 'letter', 'public', 'other'));
alter table signal_callback alter column way drop default;
alter table signal_callback add check ((way = 'public') = (by_person is null));
alter table signal_answer drop constraint signal_answer_way_check;
alter table signal_answer add constraint signal_answer_way_check
  check (way in ('phone', 'visit', 'message', 'letter', 'public', 'other'));
alter table signal_contact drop constraint signal_contact_way_check;
alter table signal_contact add constraint signal_contact_way_check
  check (way in ('phone', 'visit', 'message', 'letter', 'public', 'other'));

-- What a person has published of a problem, in words written for it.
create table problem_publication (
  id uuid primary key,
  problem_id uuid not null references problem,
  title text not null,
  words text not null,
  by_person uuid not null references person,
  at timestamptz not null,
  ended_by uuid references person,
  ended_at timestamptz,
  end_reason text,
  check (num_nonnulls(ended_by, ended_at, end_reason) in (0, 3))
);
create unique index problem_publication_open on problem_publication (problem_id) where ended_at is null;
create index problem_publication_problem on problem_publication (problem_id);
create index problem_publication_by on problem_publication (by_person);
create index problem_publication_ended_by on problem_publication (ended_by) where ended_by is not null;

-- What came from one source lately, so that a source can be slowed. Sources are keyed codes of addresses, and go after a day.
create table public_use (
  kind text not null check (kind in ('report', 'upload', 'words')),
  source bytea not null,
  at timestamptz not null,
  amount int not null
);
create index public_use_source on public_use (source, kind, at);
create index public_use_at on public_use (at);

-- Wrong tries: by source, and by the code that was tried, whether there is such a code or not.
create table public_try (
  key bytea primary key,
  failures int not null, -- in a row, without a day's rest between them
  total int not null, -- since the code was last opened rightly
  last_at timestamptz not null
);
create index public_try_last on public_try (last_at);

update role set verbs = array_append(verbs, 'problem.publish')
 where code = 'dispatcher' and not 'problem.publish' = any(verbs);
