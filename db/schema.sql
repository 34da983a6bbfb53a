-- Generated from the migrations by `npm run generate`; do not edit.

create table acceptance (
  id uuid not null,
  project_id uuid not null,
  result text not null,
  held_on date not null,
  words text not null,
  score numeric,
  asked integer,
  approving integer,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint acceptance_pkey PRIMARY KEY (id),
  constraint acceptance_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint acceptance_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id),
  constraint acceptance_asked_check CHECK ((asked > 0)),
  constraint acceptance_check CHECK (((approving >= 0) AND (approving <= asked))),
  constraint acceptance_check1 CHECK (((asked IS NULL) = (approving IS NULL))),
  constraint acceptance_result_check CHECK ((result = ANY (ARRAY['passed'::text, 'failed'::text]))),
  constraint acceptance_score_check CHECK (((score >= (0)::numeric) AND (score <= (100)::numeric)))
);
CREATE INDEX acceptance_by ON acceptance USING btree (by_person);
CREATE INDEX acceptance_project ON acceptance USING btree (project_id);

create table acceptance_panel (
  acceptance_id uuid not null,
  person_id uuid not null,
  opinion text not null,
  constraint acceptance_panel_pkey PRIMARY KEY (acceptance_id, person_id),
  constraint acceptance_panel_acceptance_id_fkey FOREIGN KEY (acceptance_id) REFERENCES acceptance(id),
  constraint acceptance_panel_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX acceptance_panel_person ON acceptance_panel USING btree (person_id);

create table acceptance_paper (
  id uuid not null,
  acceptance_id uuid not null,
  file_hash text not null,
  file_name text not null,
  type text not null,
  size bigint not null,
  constraint acceptance_paper_pkey PRIMARY KEY (id),
  constraint acceptance_paper_acceptance_id_fkey FOREIGN KEY (acceptance_id) REFERENCES acceptance(id)
);
CREATE INDEX acceptance_paper_acceptance ON acceptance_paper USING btree (acceptance_id);
CREATE INDEX acceptance_paper_file ON acceptance_paper USING btree (file_hash);

create table account (
  person_id uuid not null,
  login text,
  password_hash text,
  password_set_at timestamp with time zone,
  past_hashes text[] not null default '{}'::text[],
  totp_sealed bytea,
  totp_confirmed_at timestamp with time zone,
  totp_last_step bigint,
  language text not null default 'zh'::text,
  disabled_at timestamp with time zone,
  constraint account_login_key UNIQUE (login),
  constraint account_pkey PRIMARY KEY (person_id),
  constraint account_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint account_language_check CHECK ((language = ANY (ARRAY['zh'::text, 'en'::text]))),
  constraint account_login_check CHECK ((login = lower(login)))
);

create table acknowledgement (
  id uuid not null,
  report_id uuid not null,
  passed boolean not null,
  words text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint acknowledgement_report_id_key UNIQUE (report_id),
  constraint acknowledgement_pkey PRIMARY KEY (id),
  constraint acknowledgement_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint acknowledgement_report_id_fkey FOREIGN KEY (report_id) REFERENCES progress_report(id)
);
CREATE INDEX acknowledgement_by ON acknowledgement USING btree (by_person);

create table activation (
  code_hash bytea not null,
  person_id uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  voided_at timestamp with time zone,
  constraint activation_pkey PRIMARY KEY (code_hash),
  constraint activation_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX activation_person ON activation USING btree (person_id);

create table answer_template (
  id uuid not null,
  channel_id uuid,
  name text not null,
  words text not null,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint answer_template_pkey PRIMARY KEY (id),
  constraint answer_template_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id),
  constraint answer_template_channel_id_fkey FOREIGN KEY (channel_id) REFERENCES channel(id)
);
CREATE INDEX answer_template_changed_by ON answer_template USING btree (changed_by);
CREATE INDEX answer_template_channel ON answer_template USING btree (channel_id);

create table area (
  id uuid not null,
  code text not null,
  name text not null,
  level text not null,
  parent_id uuid,
  valid_from date not null default '1900-01-01'::date,
  valid_to date,
  constraint area_code_valid_from_key UNIQUE (code, valid_from),
  constraint area_pkey PRIMARY KEY (id),
  constraint area_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES area(id),
  constraint area_code_check CHECK ((code ~ '^[0-9]{2,18}$'::text)),
  constraint area_level_check CHECK ((level = ANY (ARRAY['province'::text, 'city'::text, 'district'::text, 'township'::text, 'village'::text, 'grid'::text])))
);
CREATE INDEX area_parent ON area USING btree (parent_id);

create table assignment (
  id uuid not null,
  problem_id uuid,
  to_unit uuid,
  to_person uuid,
  role text not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  reason text,
  signed_by uuid,
  signed_at timestamp with time zone,
  closed_by uuid,
  closed_at timestamp with time zone,
  close_reason text,
  close_words text,
  task_id uuid,
  binding_basis text,
  constraint assignment_pkey PRIMARY KEY (id),
  constraint assignment_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint assignment_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint assignment_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id),
  constraint assignment_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES person(id),
  constraint assignment_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id),
  constraint assignment_to_person_fkey FOREIGN KEY (to_person) REFERENCES person(id),
  constraint assignment_to_unit_fkey FOREIGN KEY (to_unit) REFERENCES unit(id),
  constraint assignment_check CHECK ((num_nonnulls(to_unit, to_person) = 1)),
  constraint assignment_check1 CHECK ((num_nonnulls(problem_id, task_id) = 1)),
  constraint assignment_check2 CHECK (((task_id IS NULL) OR (to_person IS NOT NULL))),
  constraint assignment_close_reason_check CHECK ((close_reason = ANY (ARRAY['returned'::text, 'transferred'::text, 'withdrawn'::text, 'finished'::text, 'handed_over'::text, 'merged'::text, 'retracted'::text]))),
  constraint assignment_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'assist'::text, 'countersign'::text, 'copy'::text, 'entrusted'::text])))
);
CREATE UNIQUE INDEX assignment_assignee ON assignment USING btree (task_id) WHERE ((role = 'lead'::text) AND (closed_at IS NULL));
CREATE INDEX assignment_closed_by ON assignment USING btree (closed_by) WHERE (closed_by IS NOT NULL);
CREATE UNIQUE INDEX assignment_entrusted_person ON assignment USING btree (task_id) WHERE ((role = 'entrusted'::text) AND (closed_at IS NULL));
CREATE UNIQUE INDEX assignment_entrusted_unit ON assignment USING btree (problem_id) WHERE ((role = 'entrusted'::text) AND (closed_at IS NULL));
CREATE UNIQUE INDEX assignment_lead ON assignment USING btree (problem_id) WHERE ((role = 'lead'::text) AND (closed_at IS NULL));
CREATE UNIQUE INDEX assignment_once ON assignment USING btree (problem_id, to_unit) WHERE (closed_at IS NULL);
CREATE INDEX assignment_opened_by ON assignment USING btree (opened_by);
CREATE INDEX assignment_person ON assignment USING btree (to_person, closed_at);
CREATE INDEX assignment_problem ON assignment USING btree (problem_id);
CREATE INDEX assignment_signed_by ON assignment USING btree (signed_by) WHERE (signed_by IS NOT NULL);
CREATE INDEX assignment_task ON assignment USING btree (task_id);
CREATE INDEX assignment_unit ON assignment USING btree (to_unit, closed_at);

create table calendar_change (
  id uuid not null,
  version integer not null,
  kind text not null,
  year integer,
  days jsonb,
  unit_id uuid,
  from_day date not null,
  reason text,
  by_person uuid not null,
  at timestamp with time zone not null,
  looked integer not null default 0,
  moved integer not null default 0,
  finished_at timestamp with time zone,
  constraint calendar_change_version_key UNIQUE (version),
  constraint calendar_change_pkey PRIMARY KEY (id),
  constraint calendar_change_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint calendar_change_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint calendar_change_check CHECK (((kind = 'year'::text) = ((year IS NOT NULL) AND (days IS NOT NULL)))),
  constraint calendar_change_kind_check CHECK ((kind = ANY (ARRAY['year'::text, 'hours'::text]))),
  constraint calendar_change_version_check CHECK ((version > 1))
);
CREATE INDEX calendar_change_by ON calendar_change USING btree (by_person);
CREATE INDEX calendar_change_open ON calendar_change USING btree (version) WHERE (finished_at IS NULL);
CREATE INDEX calendar_change_unit ON calendar_change USING btree (unit_id) WHERE (unit_id IS NOT NULL);

create table calendar_day (
  day date not null,
  kind text not null,
  name_zh text not null,
  name_en text not null,
  constraint calendar_day_pkey PRIMARY KEY (day),
  constraint calendar_day_kind_check CHECK ((kind = ANY (ARRAY['off'::text, 'work'::text])))
);

create table calendar_lane (
  change_id uuid not null,
  nth integer not null,
  after_thing uuid,
  up_to uuid,
  finished_at timestamp with time zone,
  constraint calendar_lane_pkey PRIMARY KEY (change_id, nth),
  constraint calendar_lane_change_id_fkey FOREIGN KEY (change_id) REFERENCES calendar_change(id),
  constraint calendar_lane_nth_check CHECK ((nth >= 0))
);
CREATE INDEX calendar_lane_open ON calendar_lane USING btree (change_id, nth) WHERE (finished_at IS NULL);

create table calendar_year (
  year integer not null,
  version integer not null,
  at timestamp with time zone not null default now(),
  constraint calendar_year_pkey PRIMARY KEY (year)
);

create table callback_draw (
  day date not null,
  seed text not null,
  at timestamp with time zone not null,
  percent integer not null,
  shares jsonb not null,
  strata jsonb not null,
  constraint callback_draw_pkey PRIMARY KEY (day)
);

create table callback_item (
  id uuid not null,
  day date not null,
  signal_id uuid not null,
  answer_id uuid not null,
  channel_id uuid not null,
  unit_id uuid,
  why text not null,
  state text not null,
  tries integer not null default 0,
  tries_most integer not null,
  rest_hours integer not null,
  next_at timestamp with time zone not null,
  taken_by uuid,
  taken_at timestamp with time zone,
  closed_at timestamp with time zone,
  kept_reason text,
  version integer not null default 1,
  constraint callback_item_answer_id_key UNIQUE (answer_id),
  constraint callback_item_pkey PRIMARY KEY (id),
  constraint callback_item_answer_id_fkey FOREIGN KEY (answer_id) REFERENCES signal_answer(id),
  constraint callback_item_channel_id_fkey FOREIGN KEY (channel_id) REFERENCES channel(id),
  constraint callback_item_day_fkey FOREIGN KEY (day) REFERENCES callback_draw(day),
  constraint callback_item_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id),
  constraint callback_item_taken_by_fkey FOREIGN KEY (taken_by) REFERENCES person(id),
  constraint callback_item_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint callback_item_check CHECK (((taken_by IS NULL) = (taken_at IS NULL))),
  constraint callback_item_check1 CHECK (((state = 'waiting'::text) = (closed_at IS NULL))),
  constraint callback_item_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'said'::text, 'unreached'::text, 'dropped'::text]))),
  constraint callback_item_why_check CHECK ((why = ANY (ARRAY['lot'::text, 'again'::text])))
);
CREATE INDEX callback_item_channel ON callback_item USING btree (channel_id);
CREATE INDEX callback_item_day ON callback_item USING btree (day);
CREATE INDEX callback_item_signal ON callback_item USING btree (signal_id);
CREATE INDEX callback_item_taken ON callback_item USING btree (taken_by) WHERE (taken_by IS NOT NULL);
CREATE INDEX callback_item_unit ON callback_item USING btree (unit_id) WHERE (unit_id IS NOT NULL);
CREATE INDEX callback_item_waiting ON callback_item USING btree (next_at, id) WHERE (state = 'waiting'::text);

create table callback_rule (
  id uuid not null,
  from_day date not null,
  percent integer not null,
  shares jsonb not null default '{}'::jsonb,
  tries integer not null,
  rest_hours integer not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  reason text not null,
  constraint callback_rule_pkey PRIMARY KEY (id),
  constraint callback_rule_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint callback_rule_percent_check CHECK (((percent >= 0) AND (percent <= 100))),
  constraint callback_rule_rest_hours_check CHECK (((rest_hours >= 1) AND (rest_hours <= 72))),
  constraint callback_rule_tries_check CHECK (((tries >= 1) AND (tries <= 9)))
);
CREATE INDEX callback_rule_by ON callback_rule USING btree (by_person);
CREATE INDEX callback_rule_from ON callback_rule USING btree (from_day DESC, at DESC);

create table campaign (
  id uuid not null,
  theme_id uuid not null,
  problem_id uuid not null,
  title text not null,
  lead_unit uuid,
  from_day date not null,
  to_day date not null,
  goal text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint campaign_problem_id_key UNIQUE (problem_id),
  constraint campaign_theme_id_key UNIQUE (theme_id),
  constraint campaign_pkey PRIMARY KEY (id),
  constraint campaign_lead_unit_fkey FOREIGN KEY (lead_unit) REFERENCES unit(id),
  constraint campaign_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint campaign_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id),
  constraint campaign_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES theme(id),
  constraint campaign_check CHECK ((from_day <= to_day))
);
CREATE INDEX campaign_by ON campaign USING btree (made_by);
CREATE INDEX campaign_lead ON campaign USING btree (lead_unit);

create table campaign_problem (
  campaign_id uuid not null,
  problem_id uuid not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  constraint campaign_problem_pkey PRIMARY KEY (campaign_id, problem_id),
  constraint campaign_problem_campaign_id_fkey FOREIGN KEY (campaign_id) REFERENCES campaign(id),
  constraint campaign_problem_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint campaign_problem_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id)
);
CREATE INDEX campaign_problem_by ON campaign_problem USING btree (opened_by);
CREATE INDEX campaign_problem_problem ON campaign_problem USING btree (problem_id);

create table category (
  id uuid not null,
  code text not null,
  name text not null,
  folded text not null,
  parent_id uuid,
  level integer not null,
  position integer not null,
  valid_from date not null,
  valid_to date,
  made_by uuid,
  made_at timestamp with time zone not null,
  version integer not null default 1,
  constraint category_pkey PRIMARY KEY (id),
  constraint category_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint category_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES category(id),
  constraint category_check CHECK ((valid_to >= valid_from)),
  constraint category_check1 CHECK (((parent_id IS NULL) = (level = 1))),
  constraint category_level_check CHECK (((level >= 1) AND (level <= 6)))
);
CREATE INDEX category_by ON category USING btree (made_by) WHERE (made_by IS NOT NULL);
CREATE UNIQUE INDEX category_code ON category USING btree (code) WHERE (valid_to IS NULL);
CREATE UNIQUE INDEX category_once ON category USING btree (parent_id, folded) NULLS NOT DISTINCT WHERE (valid_to IS NULL);
CREATE INDEX category_parent ON category USING btree (parent_id) WHERE (parent_id IS NOT NULL);

create table category_alias (
  id uuid not null,
  category_id uuid not null,
  words text not null,
  folded text not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint category_alias_pkey PRIMARY KEY (id),
  constraint category_alias_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id),
  constraint category_alias_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id)
);
CREATE INDEX category_alias_by ON category_alias USING btree (made_by) WHERE (made_by IS NOT NULL);
CREATE INDEX category_alias_category ON category_alias USING btree (category_id);
CREATE UNIQUE INDEX category_alias_once ON category_alias USING btree (folded, category_id);

create table cause (
  id uuid not null,
  layer text not null,
  kind text not null,
  words text not null,
  parent_id uuid,
  state text not null,
  merged_into uuid,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint cause_pkey PRIMARY KEY (id),
  constraint cause_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint cause_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES cause(id),
  constraint cause_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES cause(id),
  constraint cause_check CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL))),
  constraint cause_check1 CHECK ((parent_id <> id)),
  constraint cause_layer_check CHECK ((layer = ANY (ARRAY['operational'::text, 'organisational'::text]))),
  constraint cause_state_check CHECK ((state = ANY (ARRAY['unverified'::text, 'confirmed'::text, 'refuted'::text, 'withdrawn'::text, 'merged'::text])))
);
CREATE INDEX cause_changed ON cause USING btree (changed_at DESC, id DESC);
CREATE INDEX cause_made_by ON cause USING btree (made_by);
CREATE INDEX cause_merged ON cause USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX cause_parent ON cause USING btree (parent_id) WHERE (parent_id IS NOT NULL);

create table cause_decision (
  id uuid not null,
  cause_id uuid not null,
  step text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  words text not null,
  constraint cause_decision_pkey PRIMARY KEY (id),
  constraint cause_decision_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint cause_decision_cause_id_fkey FOREIGN KEY (cause_id) REFERENCES cause(id)
);
CREATE INDEX cause_decision_by ON cause_decision USING btree (by_person);
CREATE INDEX cause_decision_cause ON cause_decision USING btree (cause_id);

create table cause_evidence (
  id uuid not null,
  cause_id uuid not null,
  side text not null,
  words text not null,
  file_hash text,
  file_name text,
  type text,
  size bigint,
  by_person uuid not null,
  at timestamp with time zone not null,
  withdrawn_by uuid,
  withdrawn_at timestamp with time zone,
  constraint cause_evidence_pkey PRIMARY KEY (id),
  constraint cause_evidence_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint cause_evidence_cause_id_fkey FOREIGN KEY (cause_id) REFERENCES cause(id),
  constraint cause_evidence_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  constraint cause_evidence_check CHECK (((file_hash IS NULL) = (file_name IS NULL))),
  constraint cause_evidence_check1 CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  constraint cause_evidence_side_check CHECK ((side = ANY (ARRAY['for'::text, 'against'::text])))
);
CREATE INDEX cause_evidence_by ON cause_evidence USING btree (by_person);
CREATE INDEX cause_evidence_cause ON cause_evidence USING btree (cause_id);
CREATE INDEX cause_evidence_file ON cause_evidence USING btree (file_hash) WHERE (file_hash IS NOT NULL);
CREATE INDEX cause_evidence_withdrawn_by ON cause_evidence USING btree (withdrawn_by) WHERE (withdrawn_by IS NOT NULL);

create table change_decision (
  id uuid not null,
  change_id uuid not null,
  granted boolean not null,
  words text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint change_decision_change_id_key UNIQUE (change_id),
  constraint change_decision_pkey PRIMARY KEY (id),
  constraint change_decision_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint change_decision_change_id_fkey FOREIGN KEY (change_id) REFERENCES change_request(id)
);
CREATE INDEX change_decision_by ON change_decision USING btree (by_person);

create table change_request (
  id uuid not null,
  project_id uuid not null,
  kind text not null,
  wanted jsonb not null,
  was jsonb not null,
  reason text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint change_request_pkey PRIMARY KEY (id),
  constraint change_request_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint change_request_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id),
  constraint change_request_kind_check CHECK ((kind = ANY (ARRAY['move_milestone'::text, 'add_milestone'::text, 'drop_milestone'::text, 'retarget'::text, 'end'::text, 'lead'::text, 'reviewer'::text])))
);
CREATE INDEX change_request_by ON change_request USING btree (by_person);
CREATE INDEX change_request_project ON change_request USING btree (project_id);

create table channel (
  id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  unit_id uuid,
  closed_at timestamp with time zone,
  keep_months integer,
  series text not null default ''::text,
  asks text[] not null default '{}'::text[],
  constraint channel_code_key UNIQUE (code),
  constraint channel_pkey PRIMARY KEY (id),
  constraint channel_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint channel_asks_check CHECK ((asks <@ ARRAY['phone'::text, 'name'::text, 'address'::text, 'place'::text])),
  constraint channel_code_check CHECK ((code ~ '^[0-9]{2}$'::text)),
  constraint channel_keep_months_check CHECK (((keep_months >= 1) AND (keep_months <= 1200))),
  constraint channel_kind_check CHECK ((kind = ANY (ARRAY['hotline'::text, 'web'::text, 'desk'::text, 'inspection'::text, 'visit'::text, 'suggestion'::text, 'letter'::text, 'system'::text, 'public'::text, 'note'::text]))),
  constraint channel_series_check CHECK (((series = ''::text) OR ((length(series) <= 30) AND (series ~~ '%{N}%'::text))))
);
CREATE UNIQUE INDEX channel_note ON channel USING btree (kind) WHERE (kind = 'note'::text);
CREATE UNIQUE INDEX channel_public ON channel USING btree (kind) WHERE (kind = 'public'::text);
CREATE INDEX channel_unit ON channel USING btree (unit_id);

create table clock (
  id uuid not null,
  kind text not null,
  thing uuid not null,
  limit_name text not null,
  rule_id uuid,
  unit_of_time text not null,
  budget integer not null,
  roll boolean not null default false,
  started_at timestamp with time zone not null,
  stopped_at timestamp with time zone,
  due_at timestamp with time zone not null,
  calendar_version integer not null,
  provisional boolean not null,
  unit_id uuid,
  paused_at timestamp with time zone,
  watched_due timestamp with time zone,
  milestone smallint,
  constraint clock_pkey PRIMARY KEY (id),
  constraint clock_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES limit_rule(id),
  constraint clock_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint clock_budget_check CHECK ((budget > 0)),
  constraint clock_kind_check CHECK ((kind = ANY (ARRAY['signal'::text, 'problem'::text, 'task'::text, 'project'::text, 'letter'::text, 'note'::text]))),
  constraint clock_milestone CHECK ((((milestone IS NOT NULL) = (limit_name = 'stage'::text)) AND (milestone > 0))),
  constraint clock_unit_of_time_check CHECK ((unit_of_time = ANY (ARRAY['hour'::text, 'day'::text, 'working_hour'::text, 'working_day'::text, 'month_day'::text])))
);
CREATE INDEX clock_due ON clock USING btree (due_at) WHERE (stopped_at IS NULL);
CREATE INDEX clock_provisional ON clock USING btree (due_at) WHERE (provisional AND (stopped_at IS NULL));
CREATE INDEX clock_rule ON clock USING btree (rule_id);
CREATE UNIQUE INDEX clock_running ON clock USING btree (thing, limit_name) WHERE (stopped_at IS NULL);
CREATE INDEX clock_thing ON clock USING btree (thing);
CREATE INDEX clock_unit ON clock USING btree (unit_id) WHERE (unit_id IS NOT NULL);
CREATE INDEX clock_unwatched ON clock USING btree (started_at) WHERE ((stopped_at IS NULL) AND (paused_at IS NULL) AND (watched_due IS DISTINCT FROM due_at));

create table clock_extension (
  id uuid not null,
  clock_id uuid not null,
  budget integer not null,
  reason text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint clock_extension_pkey PRIMARY KEY (id),
  constraint clock_extension_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint clock_extension_clock_id_fkey FOREIGN KEY (clock_id) REFERENCES clock(id),
  constraint clock_extension_budget_check CHECK ((budget > 0))
);
CREATE INDEX clock_extension_by ON clock_extension USING btree (by_person);
CREATE INDEX clock_extension_clock ON clock_extension USING btree (clock_id);

create table clock_suspension (
  id uuid not null,
  clock_id uuid not null,
  from_at timestamp with time zone not null,
  to_at timestamp with time zone,
  reason text not null,
  by_person uuid not null,
  allowed_by uuid,
  constraint clock_suspension_pkey PRIMARY KEY (id),
  constraint clock_suspension_allowed_by_fkey FOREIGN KEY (allowed_by) REFERENCES person(id),
  constraint clock_suspension_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint clock_suspension_clock_id_fkey FOREIGN KEY (clock_id) REFERENCES clock(id),
  constraint clock_suspension_check CHECK ((to_at >= from_at))
);
CREATE INDEX clock_suspension_allowed ON clock_suspension USING btree (allowed_by) WHERE (allowed_by IS NOT NULL);
CREATE INDEX clock_suspension_by ON clock_suspension USING btree (by_person);
CREATE INDEX clock_suspension_clock ON clock_suspension USING btree (clock_id);
CREATE UNIQUE INDEX clock_suspension_open ON clock_suspension USING btree (clock_id) WHERE (to_at IS NULL);

create table closing (
  id uuid not null,
  project_id uuid not null,
  acceptance_id uuid not null,
  words text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint closing_pkey PRIMARY KEY (id),
  constraint closing_acceptance_id_fkey FOREIGN KEY (acceptance_id) REFERENCES acceptance(id),
  constraint closing_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint closing_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id)
);
CREATE INDEX closing_acceptance ON closing USING btree (acceptance_id);
CREATE INDEX closing_by ON closing USING btree (by_person);
CREATE INDEX closing_project ON closing USING btree (project_id);

create table closing_goal (
  closing_id uuid not null,
  goal_id uuid not null,
  reading_id uuid,
  waiver_id uuid,
  constraint closing_goal_pkey PRIMARY KEY (closing_id, goal_id),
  constraint closing_goal_closing_id_fkey FOREIGN KEY (closing_id) REFERENCES closing(id),
  constraint closing_goal_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id),
  constraint closing_goal_reading_id_fkey FOREIGN KEY (reading_id) REFERENCES reading(id),
  constraint closing_goal_waiver_id_fkey FOREIGN KEY (waiver_id) REFERENCES waiver(id),
  constraint closing_goal_check CHECK ((num_nonnulls(reading_id, waiver_id) = 1))
);
CREATE INDEX closing_goal_goal ON closing_goal USING btree (goal_id);
CREATE INDEX closing_goal_reading ON closing_goal USING btree (reading_id) WHERE (reading_id IS NOT NULL);
CREATE INDEX closing_goal_waiver ON closing_goal USING btree (waiver_id) WHERE (waiver_id IS NOT NULL);

create table countersignature (
  id uuid not null,
  assignment_id uuid not null,
  verdict text not null,
  words text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  settled text,
  settled_words text,
  settled_by uuid,
  settled_at timestamp with time zone,
  constraint countersignature_pkey PRIMARY KEY (id),
  constraint countersignature_assignment_id_fkey FOREIGN KEY (assignment_id) REFERENCES assignment(id),
  constraint countersignature_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint countersignature_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id),
  constraint countersignature_check CHECK ((num_nulls(settled, settled_words, settled_by, settled_at) = ANY (ARRAY[0, 4]))),
  constraint countersignature_check1 CHECK (((settled IS NULL) OR (verdict = 'object'::text))),
  constraint countersignature_settled_check CHECK ((settled = ANY (ARRAY['answered'::text, 'set_aside'::text]))),
  constraint countersignature_verdict_check CHECK ((verdict = ANY (ARRAY['agree'::text, 'object'::text])))
);
CREATE INDEX countersignature_assignment ON countersignature USING btree (assignment_id, at);
CREATE INDEX countersignature_by ON countersignature USING btree (by_person);
CREATE INDEX countersignature_settled_by ON countersignature USING btree (settled_by) WHERE (settled_by IS NOT NULL);

create table credit_case (
  id uuid not null,
  organisation_id uuid not null,
  rule_id uuid not null,
  level text not null,
  state text not null,
  value numeric not null,
  facts uuid[] not null,
  proposed_at timestamp with time zone not null,
  until_day date,
  ended_at timestamp with time zone,
  version integer not null default 1,
  constraint credit_case_pkey PRIMARY KEY (id),
  constraint credit_case_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint credit_case_rule_id_fkey FOREIGN KEY (rule_id) REFERENCES credit_rule(id),
  constraint credit_case_check CHECK (((state = ANY (ARRAY['proposed'::text, 'dismissed'::text])) = (until_day IS NULL))),
  constraint credit_case_check1 CHECK (((state = ANY (ARRAY['dismissed'::text, 'repaired'::text, 'expired'::text])) = (ended_at IS NOT NULL))),
  constraint credit_case_level_check CHECK ((level = ANY (ARRAY['yellow'::text, 'orange'::text, 'red'::text]))),
  constraint credit_case_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'raised'::text, 'asked'::text, 'dismissed'::text, 'repaired'::text, 'expired'::text])))
);
CREATE UNIQUE INDEX credit_case_open ON credit_case USING btree (organisation_id, rule_id) WHERE (ended_at IS NULL);
CREATE INDEX credit_case_organisation ON credit_case USING btree (organisation_id, proposed_at DESC);
CREATE INDEX credit_case_rule ON credit_case USING btree (rule_id);
CREATE INDEX credit_case_until ON credit_case USING btree (until_day) WHERE (ended_at IS NULL);

create table credit_check (
  id uuid not null,
  organisation_id uuid not null,
  off_site boolean not null,
  day date not null,
  found text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint credit_check_pkey PRIMARY KEY (id),
  constraint credit_check_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint credit_check_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id)
);
CREATE INDEX credit_check_by ON credit_check USING btree (by_person);
CREATE INDEX credit_check_day ON credit_check USING btree (day);
CREATE INDEX credit_check_organisation ON credit_check USING btree (organisation_id, day DESC);

create table credit_decision (
  id uuid not null,
  case_id uuid not null,
  step text not null,
  by_person uuid,
  at timestamp with time zone not null,
  words text not null,
  constraint credit_decision_pkey PRIMARY KEY (id),
  constraint credit_decision_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint credit_decision_case_id_fkey FOREIGN KEY (case_id) REFERENCES credit_case(id)
);
CREATE INDEX credit_decision_by ON credit_decision USING btree (by_person) WHERE (by_person IS NOT NULL);
CREATE INDEX credit_decision_case ON credit_decision USING btree (case_id);

create table credit_fact (
  id uuid not null,
  organisation_id uuid not null,
  metric_id uuid not null,
  day date not null,
  value numeric not null,
  source text not null,
  way text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdrawn_for text,
  constraint credit_fact_pkey PRIMARY KEY (id),
  constraint credit_fact_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint credit_fact_metric_id_fkey FOREIGN KEY (metric_id) REFERENCES credit_metric(id),
  constraint credit_fact_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisation(id),
  constraint credit_fact_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  constraint credit_fact_check CHECK ((num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_for) = ANY (ARRAY[0, 3]))),
  constraint credit_fact_way_check CHECK ((way = ANY (ARRAY['typed'::text, 'imported'::text])))
);
CREATE INDEX credit_fact_by ON credit_fact USING btree (by_person);
CREATE INDEX credit_fact_metric ON credit_fact USING btree (metric_id, day) WHERE (withdrawn_at IS NULL);
CREATE INDEX credit_fact_metric_all ON credit_fact USING btree (metric_id);
CREATE UNIQUE INDEX credit_fact_once ON credit_fact USING btree (organisation_id, metric_id, day, source) WHERE (withdrawn_at IS NULL);
CREATE INDEX credit_fact_organisation ON credit_fact USING btree (organisation_id, day DESC);
CREATE INDEX credit_fact_withdrawn_by ON credit_fact USING btree (withdrawn_by) WHERE (withdrawn_by IS NOT NULL);

create table credit_metric (
  id uuid not null,
  name text not null,
  unit_words text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint credit_metric_name_key UNIQUE (name),
  constraint credit_metric_pkey PRIMARY KEY (id),
  constraint credit_metric_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id)
);
CREATE INDEX credit_metric_made_by ON credit_metric USING btree (made_by);

create table credit_rule (
  id uuid not null,
  name text not null,
  metric_id uuid not null,
  counted text not null,
  window_days integer not null,
  compare text not null,
  threshold numeric not null,
  level text not null,
  action text not null,
  keep_days integer not null,
  repair text not null,
  valid_from date not null,
  valid_to date,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  reason text not null,
  constraint credit_rule_pkey PRIMARY KEY (id),
  constraint credit_rule_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint credit_rule_metric_id_fkey FOREIGN KEY (metric_id) REFERENCES credit_metric(id),
  constraint credit_rule_check CHECK ((valid_to >= valid_from)),
  constraint credit_rule_compare_check CHECK ((compare = ANY (ARRAY['at_least'::text, 'at_most'::text]))),
  constraint credit_rule_counted_check CHECK ((counted = ANY (ARRAY['sum'::text, 'latest'::text]))),
  constraint credit_rule_keep_days_check CHECK ((keep_days > 0)),
  constraint credit_rule_level_check CHECK ((level = ANY (ARRAY['yellow'::text, 'orange'::text, 'red'::text]))),
  constraint credit_rule_window_days_check CHECK ((window_days > 0))
);
CREATE INDEX credit_rule_made_by ON credit_rule USING btree (made_by);
CREATE INDEX credit_rule_metric ON credit_rule USING btree (metric_id);

create table credit_visiting (
  id uuid not null,
  green integer not null,
  yellow integer not null,
  orange integer not null,
  red integer not null,
  valid_from timestamp with time zone not null,
  made_by uuid not null,
  reason text not null,
  constraint credit_visiting_valid_from_key UNIQUE (valid_from),
  constraint credit_visiting_pkey PRIMARY KEY (id),
  constraint credit_visiting_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint credit_visiting_check CHECK (((green <= yellow) AND (yellow <= orange) AND (orange <= red))),
  constraint credit_visiting_green_check CHECK ((green >= 0)),
  constraint credit_visiting_orange_check CHECK ((orange >= 0)),
  constraint credit_visiting_red_check CHECK ((red >= 0)),
  constraint credit_visiting_yellow_check CHECK ((yellow >= 0))
);
CREATE INDEX credit_visiting_made_by ON credit_visiting USING btree (made_by);

create table data_extract (
  id uuid not null,
  state text not null default 'asked'::text,
  purpose text not null,
  columns text[] not null,
  filter jsonb not null,
  signal_ids uuid[] not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  words text,
  file_hash text,
  size bigint,
  rows integer,
  until timestamp with time zone,
  version integer not null default 1,
  constraint data_extract_pkey PRIMARY KEY (id),
  constraint data_extract_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint data_extract_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint data_extract_check CHECK (((state = 'made'::text) = (until IS NOT NULL))),
  constraint data_extract_check1 CHECK ((decided_by <> asked_by)),
  constraint data_extract_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'made'::text, 'refused'::text, 'withdrawn'::text])))
);
CREATE INDEX extract_asked_by ON data_extract USING btree (asked_by, asked_at DESC);
CREATE INDEX extract_decided_by ON data_extract USING btree (decided_by) WHERE (decided_by IS NOT NULL);
CREATE INDEX extract_file ON data_extract USING btree (file_hash) WHERE (file_hash IS NOT NULL);
CREATE INDEX extract_waits ON data_extract USING btree (asked_at) WHERE (state = ANY (ARRAY['asked'::text, 'granted'::text]));

create table decision (
  id uuid not null,
  actor uuid not null,
  digest bytea not null,
  at timestamp with time zone not null default now(),
  constraint decision_pkey PRIMARY KEY (id)
);

create table deferral (
  id uuid not null,
  problem_id uuid not null,
  state text not null,
  reason text not null,
  words text not null,
  conditions text not null,
  review_on date not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision text,
  ended_by uuid,
  ended_at timestamp with time zone,
  ended_words text,
  constraint deferral_pkey PRIMARY KEY (id),
  constraint deferral_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint deferral_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint deferral_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint deferral_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id),
  constraint deferral_reason_check CHECK ((reason = ANY (ARRAY['policy'::text, 'money'::text, 'history'::text, 'planning'::text, 'other'::text]))),
  constraint deferral_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'standing'::text, 'refused'::text, 'withdrawn'::text, 'ended'::text])))
);
CREATE INDEX deferral_by ON deferral USING btree (by_person);
CREATE INDEX deferral_decided_by ON deferral USING btree (decided_by) WHERE (decided_by IS NOT NULL);
CREATE INDEX deferral_ended_by ON deferral USING btree (ended_by) WHERE (ended_by IS NOT NULL);
CREATE UNIQUE INDEX deferral_open ON deferral USING btree (problem_id) WHERE (state = ANY (ARRAY['asked'::text, 'standing'::text]));
CREATE INDEX deferral_problem ON deferral USING btree (problem_id, at);
CREATE INDEX deferral_review ON deferral USING btree (review_on) WHERE (state = 'standing'::text);

create table delegation (
  id uuid not null,
  from_person_id uuid not null,
  to_person_id uuid not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone not null,
  reason text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null default now(),
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint delegation_once EXCLUDE USING gist (from_person_id WITH =, to_person_id WITH =, tstzrange(valid_from, GREATEST(valid_from, COALESCE(ended_at, valid_to))) WITH &&),
  constraint delegation_pkey PRIMARY KEY (id),
  constraint delegation_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint delegation_from_person_id_fkey FOREIGN KEY (from_person_id) REFERENCES person(id),
  constraint delegation_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint delegation_to_person_id_fkey FOREIGN KEY (to_person_id) REFERENCES person(id),
  constraint delegation_check CHECK ((from_person_id <> to_person_id)),
  constraint delegation_check1 CHECK ((valid_from < valid_to))
);
CREATE INDEX delegation_by ON delegation USING btree (made_by);
CREATE INDEX delegation_ended_by ON delegation USING btree (ended_by) WHERE (ended_by IS NOT NULL);
CREATE INDEX delegation_from ON delegation USING btree (from_person_id);
CREATE INDEX delegation_to ON delegation USING btree (to_person_id);

create table duty_assist (
  entry_id uuid not null,
  unit_id uuid not null,
  position integer not null,
  constraint duty_assist_pkey PRIMARY KEY (entry_id, unit_id),
  constraint duty_assist_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES duty_entry(id) ON DELETE CASCADE,
  constraint duty_assist_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX duty_assist_unit ON duty_assist USING btree (unit_id);

create table duty_entry (
  id uuid not null,
  list_id uuid not null,
  line integer not null,
  category_id uuid,
  matter text not null default ''::text,
  matter_key text not null default ''::text,
  level text not null,
  area_id uuid,
  lead_unit uuid,
  basis text not null default ''::text,
  withdrawn boolean not null default false,
  changed_by uuid,
  changed_at timestamp with time zone not null,
  import_id uuid,
  version integer not null default 1,
  constraint duty_entry_list_id_line_key UNIQUE (list_id, line),
  constraint duty_entry_pkey PRIMARY KEY (id),
  constraint duty_entry_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint duty_entry_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id),
  constraint duty_entry_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES person(id),
  constraint duty_entry_import_id_fkey FOREIGN KEY (import_id) REFERENCES import(id),
  constraint duty_entry_lead_unit_fkey FOREIGN KEY (lead_unit) REFERENCES unit(id),
  constraint duty_entry_list_id_fkey FOREIGN KEY (list_id) REFERENCES duty_list(id),
  constraint duty_entry_check CHECK (((category_id IS NOT NULL) OR (matter_key <> ''::text))),
  constraint duty_entry_check1 CHECK (((matter = ''::text) = (matter_key = ''::text))),
  constraint duty_entry_check2 CHECK (((lead_unit IS NOT NULL) OR (level <> 'city'::text))),
  constraint duty_entry_check3 CHECK (((NOT withdrawn) OR (level = ANY (ARRAY['city'::text, 'district'::text])))),
  constraint duty_entry_level_check CHECK ((level = ANY (ARRAY['city'::text, 'district'::text, 'township'::text, 'village'::text]))),
  constraint duty_entry_line_check CHECK ((line > 0))
);
CREATE INDEX duty_entry_area ON duty_entry USING btree (area_id) WHERE (area_id IS NOT NULL);
CREATE INDEX duty_entry_by ON duty_entry USING btree (changed_by) WHERE (changed_by IS NOT NULL);
CREATE INDEX duty_entry_category ON duty_entry USING btree (category_id) WHERE (category_id IS NOT NULL);
CREATE INDEX duty_entry_import ON duty_entry USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX duty_entry_lead ON duty_entry USING btree (lead_unit) WHERE (lead_unit IS NOT NULL);
CREATE UNIQUE INDEX duty_entry_once ON duty_entry USING btree (list_id, category_id, matter_key, level, area_id) NULLS NOT DISTINCT;

create table duty_list (
  id uuid not null,
  number integer not null,
  state text not null,
  based_on uuid,
  made_by uuid,
  made_at timestamp with time zone not null,
  valid_from date,
  issued_by uuid,
  issued_at timestamp with time zone,
  reason text not null default ''::text,
  version integer not null default 1,
  constraint duty_list_number_key UNIQUE (number),
  constraint duty_list_pkey PRIMARY KEY (id),
  constraint duty_list_based_on_fkey FOREIGN KEY (based_on) REFERENCES duty_list(id),
  constraint duty_list_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES person(id),
  constraint duty_list_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint duty_list_check CHECK (((state <> 'draft'::text) OR (valid_from IS NULL))),
  constraint duty_list_check1 CHECK (((state <> 'issued'::text) OR ((valid_from IS NOT NULL) AND (issued_at IS NOT NULL)))),
  constraint duty_list_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'issued'::text, 'dropped'::text])))
);
CREATE INDEX duty_list_based ON duty_list USING btree (based_on) WHERE (based_on IS NOT NULL);
CREATE UNIQUE INDEX duty_list_draft ON duty_list USING btree (state) WHERE (state = 'draft'::text);
CREATE UNIQUE INDEX duty_list_from ON duty_list USING btree (valid_from) WHERE (state = 'issued'::text);
CREATE INDEX duty_list_issued_by ON duty_list USING btree (issued_by) WHERE (issued_by IS NOT NULL);
CREATE INDEX duty_list_made_by ON duty_list USING btree (made_by) WHERE (made_by IS NOT NULL);

create table erased_file (
  hash text not null,
  at timestamp with time zone not null,
  constraint erased_file_pkey PRIMARY KEY (hash)
);

create table evidence (
  id uuid not null,
  hand_in_id uuid not null,
  file_hash text not null,
  file_name text not null,
  type text not null,
  size bigint not null,
  constraint evidence_pkey PRIMARY KEY (id),
  constraint evidence_hand_in_id_fkey FOREIGN KEY (hand_in_id) REFERENCES hand_in(id)
);
CREATE INDEX evidence_hand_in ON evidence USING btree (hand_in_id);

create table exclusion (
  id uuid not null,
  signal_id uuid not null,
  unit_id uuid not null,
  ground text not null,
  words text not null,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  state text not null,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint exclusion_pkey PRIMARY KEY (id),
  constraint exclusion_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint exclusion_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id),
  constraint exclusion_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint exclusion_ground_check CHECK ((ground = ANY (ARRAY['not_duty'::text, 'untrue'::text, 'beyond_law'::text, 'repeated'::text, 'unreasonable'::text, 'entered_wrong'::text]))),
  constraint exclusion_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text, 'appealed'::text, 'upheld'::text, 'withdrawn'::text])))
);
CREATE INDEX exclusion_asked_by ON exclusion USING btree (asked_by);
CREATE INDEX exclusion_changed ON exclusion USING btree (changed_at DESC, id DESC);
CREATE UNIQUE INDEX exclusion_once ON exclusion USING btree (signal_id) WHERE (state <> 'withdrawn'::text);
CREATE INDEX exclusion_signal ON exclusion USING btree (signal_id);
CREATE INDEX exclusion_unit ON exclusion USING btree (unit_id);

create table exclusion_decision (
  id uuid not null,
  exclusion_id uuid not null,
  step text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  words text not null,
  constraint exclusion_decision_pkey PRIMARY KEY (id),
  constraint exclusion_decision_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint exclusion_decision_exclusion_id_fkey FOREIGN KEY (exclusion_id) REFERENCES exclusion(id),
  constraint exclusion_decision_step_check CHECK ((step = ANY (ARRAY['grant'::text, 'refuse'::text, 'appeal'::text, 'allow'::text, 'uphold'::text, 'withdraw'::text])))
);
CREATE INDEX exclusion_decision_by ON exclusion_decision USING btree (by_person);
CREATE INDEX exclusion_decision_exclusion ON exclusion_decision USING btree (exclusion_id);

create table extract_fetch (
  extract_id uuid not null,
  person_id uuid not null,
  at timestamp with time zone not null,
  constraint extract_fetch_extract_id_fkey FOREIGN KEY (extract_id) REFERENCES data_extract(id),
  constraint extract_fetch_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX extract_fetch_extract ON extract_fetch USING btree (extract_id);
CREATE INDEX extract_fetch_person ON extract_fetch USING btree (person_id);

create table fairness_rule (
  id uuid not null,
  cap numeric not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  reason text not null,
  days integer not null default 5,
  holds_from date not null,
  constraint fairness_rule_pkey PRIMARY KEY (id),
  constraint fairness_rule_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint fairness_rule_cap_check CHECK (((cap >= (1)::numeric) AND (cap <= (10)::numeric))),
  constraint fairness_rule_days_check CHECK (((days >= 1) AND (days <= 20)))
);
CREATE INDEX fairness_rule_at ON fairness_rule USING btree (at DESC);
CREATE INDEX fairness_rule_by ON fairness_rule USING btree (by_person);

create table goal (
  id uuid not null,
  project_id uuid not null,
  indicator_id uuid not null,
  baseline numeric not null,
  baseline_on date not null,
  baseline_source text not null,
  target numeric not null,
  target_on date not null,
  position integer not null,
  constraint goal_pkey PRIMARY KEY (id),
  constraint goal_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id),
  constraint goal_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id),
  constraint goal_check CHECK ((target <> baseline)),
  constraint goal_check1 CHECK ((target_on > baseline_on))
);
CREATE INDEX goal_indicator ON goal USING btree (indicator_id);
CREATE UNIQUE INDEX goal_once ON goal USING btree (project_id, indicator_id);

create table group_signal (
  id uuid not null,
  survey_id uuid not null,
  signal_id uuid not null,
  group_id uuid not null,
  opened_run integer not null,
  opened_by uuid,
  opened_at timestamp with time zone not null,
  closed_run integer,
  closed_by uuid,
  closed_at timestamp with time zone,
  constraint group_signal_pkey PRIMARY KEY (id),
  constraint group_signal_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint group_signal_group_id_fkey FOREIGN KEY (group_id) REFERENCES matter_group(id),
  constraint group_signal_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint group_signal_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES survey(id),
  constraint group_signal_check CHECK (((closed_at IS NULL) = (closed_run IS NULL)))
);
CREATE INDEX group_signal_closed_by ON group_signal USING btree (closed_by) WHERE (closed_by IS NOT NULL);
CREATE INDEX group_signal_group ON group_signal USING btree (group_id);
CREATE UNIQUE INDEX group_signal_open ON group_signal USING btree (survey_id, signal_id) WHERE (closed_at IS NULL);
CREATE INDEX group_signal_opened_by ON group_signal USING btree (opened_by) WHERE (opened_by IS NOT NULL);
CREATE INDEX group_signal_signal ON group_signal USING btree (signal_id);

create table hand_in (
  id uuid not null,
  task_id uuid not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  words text not null,
  constraint hand_in_pkey PRIMARY KEY (id),
  constraint hand_in_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint hand_in_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id)
);
CREATE INDEX hand_in_by ON hand_in USING btree (by_person);
CREATE INDEX hand_in_task ON hand_in USING btree (task_id);

create table hand_in_review (
  id uuid not null,
  hand_in_id uuid not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  passed boolean not null,
  words text not null,
  constraint hand_in_review_hand_in_id_key UNIQUE (hand_in_id),
  constraint hand_in_review_pkey PRIMARY KEY (id),
  constraint hand_in_review_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint hand_in_review_hand_in_id_fkey FOREIGN KEY (hand_in_id) REFERENCES hand_in(id)
);
CREATE INDEX hand_in_review_by ON hand_in_review USING btree (by_person);

create table heat_rule (
  valid_from date not null,
  weights jsonb not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  reason text not null,
  constraint heat_rule_pkey PRIMARY KEY (valid_from),
  constraint heat_rule_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id)
);
CREATE INDEX heat_rule_by ON heat_rule USING btree (made_by);

create table import (
  id uuid not null,
  kind text not null,
  options jsonb not null default '{}'::jsonb,
  file_name text not null,
  file_hash text not null,
  file_size bigint not null,
  sheet text,
  header_row integer,
  mapping jsonb,
  state text not null,
  cursor_row integer not null default 0,
  share real not null default 0,
  read integer not null default 0,
  accepted integer not null default 0,
  repeated integer not null default 0,
  revised integer not null default 0,
  rejected integer not null default 0,
  noted integer not null default 0,
  left_out integer not null default 0,
  rejects_hash text,
  error jsonb,
  made_by uuid,
  made_at timestamp with time zone not null,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  runner uuid,
  takes integer not null default 0,
  beat_at timestamp with time zone,
  worked_ms bigint not null default 0,
  files_removed_at timestamp with time zone,
  constraint import_pkey PRIMARY KEY (id),
  constraint import_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint import_state_check CHECK ((state = ANY (ARRAY['uploaded'::text, 'running'::text, 'finished'::text, 'stopped'::text, 'failed'::text])))
);
CREATE INDEX import_by ON import USING btree (made_by);
CREATE INDEX import_file ON import USING btree (file_hash) WHERE (files_removed_at IS NULL);
CREATE INDEX import_made ON import USING btree (made_at DESC, id DESC);
CREATE INDEX import_running ON import USING btree (beat_at) WHERE (state = 'running'::text);

create table import_mapping (
  kind text not null,
  header_key bytea not null,
  mapping jsonb not null,
  used_at timestamp with time zone not null,
  constraint import_mapping_pkey PRIMARY KEY (kind, header_key)
);

create table import_row (
  import_id uuid not null,
  row_no integer not null,
  kind text not null,
  problems jsonb not null,
  cells_sealed bytea,
  constraint import_row_pkey PRIMARY KEY (import_id, row_no),
  constraint import_row_import_id_fkey FOREIGN KEY (import_id) REFERENCES import(id),
  constraint import_row_kind_check CHECK ((kind = ANY (ARRAY['rejected'::text, 'noted'::text])))
);

create table indicator (
  id uuid not null,
  number text not null,
  name text not null,
  unit_words text not null,
  direction text not null,
  digits integer not null,
  owner_unit uuid not null,
  state text not null,
  counted text,
  counted_about uuid,
  control_matter text,
  control_category text,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint indicator_number_key UNIQUE (number),
  constraint indicator_pkey PRIMARY KEY (id),
  constraint indicator_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint indicator_owner_unit_fkey FOREIGN KEY (owner_unit) REFERENCES unit(id),
  constraint indicator_check CHECK (((counted IS NULL) = (counted_about IS NULL))),
  constraint indicator_check1 CHECK (((counted IS NOT NULL) OR ((control_matter IS NULL) AND (control_category IS NULL)))),
  constraint indicator_counted_check CHECK ((counted = 'signals_a_month'::text)),
  constraint indicator_digits_check CHECK (((digits >= 0) AND (digits <= 6))),
  constraint indicator_direction_check CHECK ((direction = ANY (ARRAY['lower'::text, 'higher'::text]))),
  constraint indicator_state_check CHECK ((state = ANY (ARRAY['open'::text, 'retired'::text])))
);
CREATE INDEX indicator_about ON indicator USING btree (counted_about) WHERE (counted_about IS NOT NULL);
CREATE INDEX indicator_made_by ON indicator USING btree (made_by);
CREATE INDEX indicator_owner ON indicator USING btree (owner_unit);

create table indicator_version (
  id uuid not null,
  indicator_id uuid not null,
  valid_from date not null,
  numerator text not null,
  denominator text not null default ''::text,
  source text not null,
  method text not null default ''::text,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint indicator_version_indicator_id_valid_from_key UNIQUE (indicator_id, valid_from),
  constraint indicator_version_pkey PRIMARY KEY (id),
  constraint indicator_version_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint indicator_version_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id)
);
CREATE INDEX indicator_version_by ON indicator_version USING btree (by_person);

create table integration_token (
  id uuid not null,
  channel_id uuid not null,
  name text not null,
  hash bytea not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint integration_token_hash_key UNIQUE (hash),
  constraint integration_token_pkey PRIMARY KEY (id),
  constraint integration_token_channel_id_fkey FOREIGN KEY (channel_id) REFERENCES channel(id),
  constraint integration_token_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id)
);
CREATE INDEX integration_token_by ON integration_token USING btree (made_by);
CREATE INDEX integration_token_channel ON integration_token USING btree (channel_id);

create table knowledge_entry (
  id uuid not null,
  number text not null,
  state text not null,
  current_id uuid,
  draft_id uuid,
  owner_unit uuid not null,
  owner_person uuid,
  review_on date,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint knowledge_entry_number_key UNIQUE (number),
  constraint knowledge_entry_pkey PRIMARY KEY (id),
  constraint knowledge_entry_current_id_fkey FOREIGN KEY (current_id) REFERENCES knowledge_version(id),
  constraint knowledge_entry_draft_id_fkey FOREIGN KEY (draft_id) REFERENCES knowledge_version(id),
  constraint knowledge_entry_owner_person_fkey FOREIGN KEY (owner_person) REFERENCES person(id),
  constraint knowledge_entry_owner_unit_fkey FOREIGN KEY (owner_unit) REFERENCES unit(id),
  constraint knowledge_entry_check CHECK (((state = 'published'::text) <= ((current_id IS NOT NULL) AND (review_on IS NOT NULL)))),
  constraint knowledge_entry_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])))
);
CREATE INDEX knowledge_entry_changed ON knowledge_entry USING btree (changed_at DESC, id DESC);
CREATE INDEX knowledge_entry_current ON knowledge_entry USING btree (current_id) WHERE (current_id IS NOT NULL);
CREATE INDEX knowledge_entry_draft ON knowledge_entry USING btree (draft_id) WHERE (draft_id IS NOT NULL);
CREATE INDEX knowledge_entry_person ON knowledge_entry USING btree (owner_person) WHERE (owner_person IS NOT NULL);
CREATE INDEX knowledge_entry_review ON knowledge_entry USING btree (review_on) WHERE (state = 'published'::text);
CREATE INDEX knowledge_entry_unit ON knowledge_entry USING btree (owner_unit);

create table knowledge_gram (
  gram integer not null,
  entry_id uuid not null,
  phrase smallint not null,
  constraint knowledge_gram_pkey PRIMARY KEY (gram, entry_id, phrase),
  constraint knowledge_gram_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES knowledge_entry(id)
);
CREATE INDEX knowledge_gram_entry ON knowledge_gram USING btree (entry_id);

create table knowledge_gram_count (
  gram integer not null,
  phrases integer not null,
  constraint knowledge_gram_count_pkey PRIMARY KEY (gram)
);

create table knowledge_use (
  entry_id uuid not null,
  day date not null,
  copied integer not null,
  opened integer not null,
  constraint knowledge_use_pkey PRIMARY KEY (entry_id, day),
  constraint knowledge_use_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES knowledge_entry(id)
);

create table knowledge_version (
  id uuid not null,
  entry_id uuid not null,
  question text not null,
  wordings text[] not null,
  answer text not null,
  basis text not null,
  area_id uuid,
  category_id uuid,
  valid_from date not null,
  valid_to date,
  review_on date not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  published_by uuid,
  published_at timestamp with time zone,
  constraint knowledge_version_pkey PRIMARY KEY (id),
  constraint knowledge_version_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint knowledge_version_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id),
  constraint knowledge_version_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES knowledge_entry(id),
  constraint knowledge_version_published_by_fkey FOREIGN KEY (published_by) REFERENCES person(id),
  constraint knowledge_version_written_by_fkey FOREIGN KEY (written_by) REFERENCES person(id),
  constraint knowledge_version_check CHECK ((published_by <> written_by)),
  constraint knowledge_version_check1 CHECK ((valid_to >= valid_from))
);
CREATE INDEX knowledge_version_area ON knowledge_version USING btree (area_id) WHERE (area_id IS NOT NULL);
CREATE INDEX knowledge_version_category ON knowledge_version USING btree (category_id) WHERE (category_id IS NOT NULL);
CREATE INDEX knowledge_version_entry ON knowledge_version USING btree (entry_id, written_at);
CREATE INDEX knowledge_version_published ON knowledge_version USING btree (published_by) WHERE (published_by IS NOT NULL);
CREATE INDEX knowledge_version_written ON knowledge_version USING btree (written_by);

create table knowledge_wish (
  id uuid not null,
  words text not null,
  at timestamp with time zone not null,
  settled_at timestamp with time zone,
  settled_by uuid,
  entry_id uuid,
  reason text,
  constraint knowledge_wish_pkey PRIMARY KEY (id),
  constraint knowledge_wish_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES knowledge_entry(id),
  constraint knowledge_wish_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id),
  constraint knowledge_wish_check CHECK (((settled_at IS NULL) = (settled_by IS NULL))),
  constraint knowledge_wish_check1 CHECK (((settled_at IS NULL) OR (entry_id IS NOT NULL) OR (reason IS NOT NULL)))
);
CREATE INDEX knowledge_wish_by ON knowledge_wish USING btree (settled_by) WHERE (settled_by IS NOT NULL);
CREATE INDEX knowledge_wish_entry ON knowledge_wish USING btree (entry_id) WHERE (entry_id IS NOT NULL);
CREATE INDEX knowledge_wish_open ON knowledge_wish USING btree (at, id) WHERE (settled_at IS NULL);

create table ladder (
  id uuid not null,
  kind text not null,
  limit_name text,
  name text not null,
  fallback_id uuid not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone,
  made_by uuid not null,
  reason text not null,
  condition text,
  constraint ladder_pkey PRIMARY KEY (id),
  constraint ladder_fallback_id_fkey FOREIGN KEY (fallback_id) REFERENCES person(id),
  constraint ladder_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint ladder_check CHECK ((valid_to >= valid_from)),
  constraint ladder_condition_check CHECK ((condition = ANY (ARRAY['simple'::text, 'prominent'::text, 'common'::text, 'urgent'::text, 'critical'::text, 'group'::text, 'committee'::text, 'branch'::text]))),
  constraint ladder_kind_check CHECK ((kind = ANY (ARRAY['problem'::text, 'task'::text, 'project'::text])))
);
CREATE INDEX ladder_fallback ON ladder USING btree (fallback_id);
CREATE INDEX ladder_made_by ON ladder USING btree (made_by);
CREATE UNIQUE INDEX ladder_without_end ON ladder USING btree (kind, limit_name, condition) NULLS NOT DISTINCT WHERE (valid_to IS NULL);

create table ladder_rung (
  ladder_id uuid not null,
  nth integer not null,
  light text not null,
  measure text not null,
  at numeric not null,
  action text not null,
  up integer not null,
  grace_hours integer not null default 0,
  answer_days integer,
  person_id uuid,
  constraint ladder_rung_pkey PRIMARY KEY (ladder_id, nth),
  constraint ladder_rung_ladder_id_fkey FOREIGN KEY (ladder_id) REFERENCES ladder(id),
  constraint ladder_rung_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint ladder_rung_action_check CHECK ((action = ANY (ARRAY['remind'::text, 'tell'::text, 'letter'::text, 'talk'::text]))),
  constraint ladder_rung_answer_days_check CHECK ((answer_days > 0)),
  constraint ladder_rung_at_check CHECK ((at >= (0)::numeric)),
  constraint ladder_rung_grace_hours_check CHECK ((grace_hours >= 0)),
  constraint ladder_rung_light_check CHECK ((light = ANY (ARRAY['blue'::text, 'yellow'::text, 'orange'::text, 'red'::text]))),
  constraint ladder_rung_measure_check CHECK ((measure = ANY (ARRAY['share'::text, 'before'::text, 'after'::text]))),
  constraint ladder_rung_up_check CHECK ((up >= 0))
);
CREATE INDEX ladder_rung_person ON ladder_rung USING btree (person_id) WHERE (person_id IS NOT NULL);

create table leader_note (
  id uuid not null,
  number text not null,
  state text not null,
  leader text not null,
  written_on date not null,
  words text not null,
  unit_id uuid not null,
  signal_id uuid,
  problem_id uuid,
  project_id uuid,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint leader_note_number_key UNIQUE (number),
  constraint leader_note_pkey PRIMARY KEY (id),
  constraint leader_note_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id),
  constraint leader_note_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id),
  constraint leader_note_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint leader_note_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id),
  constraint leader_note_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint leader_note_check CHECK ((num_nonnulls(signal_id, problem_id, project_id) <= 1)),
  constraint leader_note_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'closed'::text])))
);
CREATE INDEX leader_note_by ON leader_note USING btree (recorded_by);
CREATE INDEX leader_note_changed ON leader_note USING btree (changed_at DESC, id DESC);
CREATE INDEX leader_note_problem ON leader_note USING btree (problem_id) WHERE (problem_id IS NOT NULL);
CREATE INDEX leader_note_project ON leader_note USING btree (project_id) WHERE (project_id IS NOT NULL);
CREATE INDEX leader_note_signal ON leader_note USING btree (signal_id) WHERE (signal_id IS NOT NULL);
CREATE INDEX leader_note_unit ON leader_note USING btree (unit_id);

create table leader_note_decision (
  id uuid not null,
  note_id uuid not null,
  step text not null,
  words text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint leader_note_decision_pkey PRIMARY KEY (id),
  constraint leader_note_decision_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint leader_note_decision_note_id_fkey FOREIGN KEY (note_id) REFERENCES leader_note(id),
  constraint leader_note_decision_step_check CHECK ((step = ANY (ARRAY['answer'::text, 'return'::text, 'close'::text])))
);
CREATE INDEX leader_note_decision_by ON leader_note_decision USING btree (by_person);
CREATE INDEX leader_note_decision_note ON leader_note_decision USING btree (note_id, at);

create table lease (
  thing uuid not null,
  kind text not null,
  person_id uuid not null,
  taken_at timestamp with time zone not null,
  until_at timestamp with time zone not null,
  constraint lease_pkey PRIMARY KEY (thing),
  constraint lease_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint lease_check CHECK ((until_at > taken_at)),
  constraint lease_kind_check CHECK ((kind = ANY (ARRAY['signal'::text, 'problem'::text, 'warning'::text])))
);
CREATE INDEX lease_person ON lease USING btree (person_id);

create table ledger (
  seq bigint not null default nextval('ledger_seq'::regclass),
  epoch integer not null default 1,
  at timestamp with time zone not null,
  txid xid8 not null default pg_current_xact_id(),
  actor uuid,
  actor_kind text not null,
  for_whom uuid,
  verb text not null,
  kind text not null,
  thing uuid not null,
  unit uuid,
  reason text,
  data jsonb not null default '{}'::jsonb,
  commitment bytea,
  request uuid,
  constraint ledger_pkey PRIMARY KEY (seq, at),
  constraint ledger_actor_kind_check CHECK ((actor_kind = ANY (ARRAY['person'::text, 'token'::text, 'program'::text, 'reporter'::text])))
) partition by range (at);
CREATE INDEX ledger_actor ON ONLY ledger USING btree (actor, seq DESC);
CREATE INDEX ledger_erased ON ONLY ledger USING btree (seq DESC) WHERE ((verb = 'signal.erased'::text) AND (actor_kind = 'person'::text));
CREATE INDEX ledger_kind ON ONLY ledger USING btree (kind, seq DESC) WHERE (kind <> 'signal'::text);
CREATE INDEX ledger_thing ON ONLY ledger USING btree (thing, seq DESC);
CREATE INDEX ledger_txid ON ONLY ledger USING btree (epoch, txid);
CREATE INDEX ledger_verb ON ONLY ledger USING btree (verb, seq DESC) WHERE (verb <> 'signal.received'::text);

create table letter (
  id uuid not null,
  number text not null,
  state text not null,
  fired_id uuid,
  kind text not null,
  thing uuid not null,
  thing_number text not null,
  matter text not null,
  limit_name text,
  due_at timestamp with time zone,
  unit_id uuid not null,
  expected text not null,
  answer_days integer not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint letter_fired_id_key UNIQUE (fired_id),
  constraint letter_number_key UNIQUE (number),
  constraint letter_pkey PRIMARY KEY (id),
  constraint letter_fired_id_fkey FOREIGN KEY (fired_id) REFERENCES rung_fired(id),
  constraint letter_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint letter_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint letter_answer_days_check CHECK ((answer_days > 0)),
  constraint letter_state_check CHECK ((state = ANY (ARRAY['sent'::text, 'answered'::text, 'closed'::text, 'withdrawn'::text])))
);
CREATE INDEX letter_changed ON letter USING btree (changed_at DESC, id DESC);
CREATE INDEX letter_made_by ON letter USING btree (made_by) WHERE (made_by IS NOT NULL);
CREATE INDEX letter_thing ON letter USING btree (thing);
CREATE INDEX letter_unit ON letter USING btree (unit_id, changed_at DESC);

create table letter_decision (
  id uuid not null,
  letter_id uuid not null,
  step text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  words text not null,
  constraint letter_decision_pkey PRIMARY KEY (id),
  constraint letter_decision_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint letter_decision_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id)
);
CREATE INDEX letter_decision_by ON letter_decision USING btree (by_person);
CREATE INDEX letter_decision_letter ON letter_decision USING btree (letter_id);

create table limit_rule (
  id uuid not null,
  programme_version_id uuid not null,
  limit_name text not null,
  urgency text,
  class text,
  unit_of_time text not null,
  budget integer not null,
  roll boolean not null default false,
  valid_from date not null,
  valid_to date,
  category_id uuid,
  extensions integer not null default 1,
  extension_budget integer,
  suspension_days integer not null default 60,
  source text not null default ''::text,
  made_by uuid,
  made_at timestamp with time zone,
  channel_id uuid,
  milestones jsonb not null default '[]'::jsonb,
  constraint limit_rule_pkey PRIMARY KEY (id),
  constraint limit_rule_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id),
  constraint limit_rule_channel_id_fkey FOREIGN KEY (channel_id) REFERENCES channel(id),
  constraint limit_rule_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint limit_rule_programme_version_id_fkey FOREIGN KEY (programme_version_id) REFERENCES programme_version(id),
  constraint limit_rule_budget_check CHECK ((budget > 0)),
  constraint limit_rule_days CHECK ((valid_to > valid_from)),
  constraint limit_rule_extension_budget_check CHECK ((extension_budget > 0)),
  constraint limit_rule_extensions_check CHECK ((extensions >= 0)),
  constraint limit_rule_milestones_check CHECK ((jsonb_typeof(milestones) = 'array'::text)),
  constraint limit_rule_suspension_days_check CHECK ((suspension_days >= 0)),
  constraint limit_rule_unit_of_time_check CHECK ((unit_of_time = ANY (ARRAY['hour'::text, 'day'::text, 'working_hour'::text, 'working_day'::text, 'month_day'::text])))
);
CREATE INDEX limit_rule_category ON limit_rule USING btree (category_id) WHERE (category_id IS NOT NULL);
CREATE INDEX limit_rule_channel ON limit_rule USING btree (channel_id) WHERE (channel_id IS NOT NULL);
CREATE INDEX limit_rule_made_by ON limit_rule USING btree (made_by) WHERE (made_by IS NOT NULL);
CREATE INDEX limit_rule_version ON limit_rule USING btree (programme_version_id);

create table matter_group (
  id uuid not null,
  survey_id uuid not null,
  name text not null,
  words text[] not null default '{}'::text[],
  constraint matter_group_pkey PRIMARY KEY (id),
  constraint matter_group_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES survey(id)
);
CREATE INDEX matter_group_survey ON matter_group USING btree (survey_id);

create table measure (
  id uuid not null,
  layer text not null,
  words text not null,
  state text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint measure_pkey PRIMARY KEY (id),
  constraint measure_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint measure_layer_check CHECK ((layer = ANY (ARRAY['operational'::text, 'organisational'::text]))),
  constraint measure_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'adopted'::text, 'dropped'::text])))
);
CREATE INDEX measure_made_by ON measure USING btree (made_by);

create table measure_cause (
  id uuid not null,
  measure_id uuid not null,
  cause_id uuid not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  constraint measure_cause_pkey PRIMARY KEY (id),
  constraint measure_cause_cause_id_fkey FOREIGN KEY (cause_id) REFERENCES cause(id),
  constraint measure_cause_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint measure_cause_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measure(id),
  constraint measure_cause_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint measure_cause_check CHECK (((closed_at IS NULL) = (closed_by IS NULL)))
);
CREATE INDEX measure_cause_cause ON measure_cause USING btree (cause_id);
CREATE INDEX measure_cause_closed_by ON measure_cause USING btree (closed_by) WHERE (closed_by IS NOT NULL);
CREATE INDEX measure_cause_measure ON measure_cause USING btree (measure_id);
CREATE UNIQUE INDEX measure_cause_open ON measure_cause USING btree (measure_id, cause_id) WHERE (closed_at IS NULL);
CREATE INDEX measure_cause_opened_by ON measure_cause USING btree (opened_by);

create table measure_pair (
  id uuid not null,
  operational_id uuid not null,
  organisational_id uuid not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  constraint measure_pair_pkey PRIMARY KEY (id),
  constraint measure_pair_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint measure_pair_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint measure_pair_operational_id_fkey FOREIGN KEY (operational_id) REFERENCES measure(id),
  constraint measure_pair_organisational_id_fkey FOREIGN KEY (organisational_id) REFERENCES measure(id),
  constraint measure_pair_check CHECK (((closed_at IS NULL) = (closed_by IS NULL)))
);
CREATE INDEX measure_pair_closed_by ON measure_pair USING btree (closed_by) WHERE (closed_by IS NOT NULL);
CREATE UNIQUE INDEX measure_pair_open ON measure_pair USING btree (operational_id, organisational_id) WHERE (closed_at IS NULL);
CREATE INDEX measure_pair_opened_by ON measure_pair USING btree (opened_by);
CREATE INDEX measure_pair_operational ON measure_pair USING btree (operational_id);
CREATE INDEX measure_pair_organisational ON measure_pair USING btree (organisational_id);

create table meeting (
  id uuid not null,
  project_id uuid not null,
  held_at timestamp with time zone not null,
  place text not null,
  topic text not null,
  minutes text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint meeting_pkey PRIMARY KEY (id),
  constraint meeting_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint meeting_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id)
);
CREATE INDEX meeting_by ON meeting USING btree (by_person);
CREATE INDEX meeting_project ON meeting USING btree (project_id);

create table meeting_present (
  meeting_id uuid not null,
  person_id uuid not null,
  constraint meeting_present_pkey PRIMARY KEY (meeting_id, person_id),
  constraint meeting_present_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id),
  constraint meeting_present_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX meeting_present_person ON meeting_present USING btree (person_id);

create table message (
  id uuid not null,
  person_id uuid not null,
  for_whom uuid,
  kind text not null,
  thing_kind text not null,
  thing uuid not null,
  zh text not null,
  en text not null,
  urgent boolean not null default false,
  by_name boolean not null default false,
  muted boolean not null default false,
  key text not null,
  at timestamp with time zone not null,
  read_at timestamp with time zone,
  place integer,
  constraint message_pkey PRIMARY KEY (id),
  constraint message_for_whom_fkey FOREIGN KEY (for_whom) REFERENCES person(id),
  constraint message_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX message_for_whom ON message USING btree (for_whom) WHERE (for_whom IS NOT NULL);
CREATE INDEX message_inbox ON message USING btree (person_id, at DESC, id DESC);
CREATE UNIQUE INDEX message_once ON message USING btree (person_id, key);
CREATE INDEX message_thing ON message USING btree (thing);
CREATE INDEX message_unread ON message USING btree (person_id) WHERE (read_at IS NULL);

create table message_day (
  person_id uuid not null,
  day date not null,
  told integer not null,
  constraint message_day_pkey PRIMARY KEY (person_id, day),
  constraint message_day_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table message_mute (
  person_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  constraint message_mute_pkey PRIMARY KEY (person_id, kind),
  constraint message_mute_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);

create table message_push (
  id uuid not null,
  message_id uuid,
  person_id uuid not null,
  day date not null,
  channel text not null,
  key text not null,
  not_before timestamp with time zone not null,
  tries integer not null default 0,
  sent_at timestamp with time zone,
  given_up_at timestamp with time zone,
  what text not null default 'message'::text,
  failure text,
  constraint message_push_key_key UNIQUE (key),
  constraint message_push_pkey PRIMARY KEY (id),
  constraint message_push_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id),
  constraint message_push_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint message_push_what_check CHECK ((what = ANY (ARRAY['message'::text, 'digest'::text, 'test'::text, 'code'::text])))
);
CREATE INDEX message_push_given_up ON message_push USING btree (given_up_at) WHERE (given_up_at IS NOT NULL);
CREATE INDEX message_push_message ON message_push USING btree (message_id) WHERE (message_id IS NOT NULL);
CREATE INDEX message_push_of_day ON message_push USING btree (channel, person_id, day);
CREATE INDEX message_push_person ON message_push USING btree (person_id);
CREATE INDEX message_push_waits ON message_push USING btree (not_before) WHERE ((sent_at IS NULL) AND (given_up_at IS NULL));

create table milestone (
  id uuid not null,
  project_id uuid not null,
  title text not null,
  due_on date not null,
  evidence_asked text not null,
  state text not null,
  reached_on date,
  position integer not null,
  constraint milestone_pkey PRIMARY KEY (id),
  constraint milestone_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id),
  constraint milestone_check CHECK (((state = 'reached'::text) = (reached_on IS NOT NULL))),
  constraint milestone_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'reported'::text, 'reached'::text, 'dropped'::text])))
);
CREATE INDEX milestone_due ON milestone USING btree (due_on) WHERE (state = ANY (ARRAY['planned'::text, 'reported'::text]));
CREATE INDEX milestone_project ON milestone USING btree (project_id);

create table monthly (
  id uuid not null,
  year integer not null,
  month integer not null,
  title text not null,
  why text not null,
  category_id uuid,
  lead_unit uuid not null,
  problem_id uuid,
  state text not null,
  result text not null default ''::text,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint monthly_pkey PRIMARY KEY (id),
  constraint monthly_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id),
  constraint monthly_lead_unit_fkey FOREIGN KEY (lead_unit) REFERENCES unit(id),
  constraint monthly_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint monthly_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id),
  constraint monthly_check CHECK (((state <> ALL (ARRAY['running'::text, 'ended'::text])) OR (problem_id IS NOT NULL))),
  constraint monthly_month_check CHECK (((month >= 1) AND (month <= 12))),
  constraint monthly_state_check CHECK ((state = ANY (ARRAY['planned'::text, 'running'::text, 'ended'::text, 'dropped'::text]))),
  constraint monthly_year_check CHECK (((year >= 2000) AND (year <= 2199)))
);
CREATE INDEX monthly_category ON monthly USING btree (category_id);
CREATE INDEX monthly_lead ON monthly USING btree (lead_unit);
CREATE INDEX monthly_made_by ON monthly USING btree (made_by);
CREATE INDEX monthly_problem ON monthly USING btree (problem_id);
CREATE INDEX monthly_year ON monthly USING btree (year, month);

create table office_hours (
  id uuid not null,
  unit_id uuid,
  valid_from date not null,
  valid_to date,
  weekdays integer[] not null,
  season_from text,
  season_to text,
  am_from time without time zone not null,
  am_to time without time zone not null,
  pm_from time without time zone,
  pm_to time without time zone,
  withdrawn_at timestamp with time zone,
  constraint office_hours_pkey PRIMARY KEY (id),
  constraint office_hours_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint office_hours_check CHECK ((valid_to >= valid_from)),
  constraint office_hours_check1 CHECK ((am_to > am_from)),
  constraint office_hours_check2 CHECK ((pm_from >= am_to)),
  constraint office_hours_check3 CHECK ((pm_to > pm_from)),
  constraint office_hours_check4 CHECK (((season_from IS NULL) = (season_to IS NULL))),
  constraint office_hours_check5 CHECK (((pm_from IS NULL) = (pm_to IS NULL))),
  constraint office_hours_season_from_check CHECK ((season_from ~ '^\d\d-\d\d$'::text)),
  constraint office_hours_season_to_check CHECK ((season_to ~ '^\d\d-\d\d$'::text)),
  constraint office_hours_weekdays_check CHECK (((cardinality(weekdays) > 0) AND (weekdays <@ '{1,2,3,4,5}'::integer[])))
);
CREATE INDEX office_hours_unit ON office_hours USING btree (unit_id);

create table organisation (
  id uuid not null,
  code text not null,
  name text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint organisation_code_key UNIQUE (code),
  constraint organisation_pkey PRIMARY KEY (id),
  constraint organisation_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint organisation_code_check CHECK ((length(code) = 18))
);
CREATE INDEX organisation_made_by ON organisation USING btree (made_by);
CREATE INDEX organisation_name ON organisation USING btree (name, id);

create table outside_channel (
  id uuid not null,
  name text not null,
  settings jsonb not null,
  secret_sealed bytea,
  open boolean not null,
  token_sealed bytea,
  token_until timestamp with time zone,
  sent_at timestamp with time zone,
  failed_at timestamp with time zone,
  failure text,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  constraint outside_channel_name_key UNIQUE (name),
  constraint outside_channel_pkey PRIMARY KEY (id),
  constraint outside_channel_check CHECK (((token_sealed IS NULL) = (token_until IS NULL))),
  constraint outside_channel_check1 CHECK (((failed_at IS NULL) = (failure IS NULL))),
  constraint outside_channel_name_check CHECK ((name = ANY (ARRAY['email'::text, 'wecom'::text, 'dingtalk'::text, 'govding'::text, 'sms'::text])))
);

create table outside_todo (
  key text not null,
  person_id uuid not null,
  channel text not null,
  task_id uuid not null,
  title text not null,
  due_at timestamp with time zone,
  ended text,
  wanted integer not null default 1,
  said integer not null default 0,
  ref_sealed bytea,
  not_before timestamp with time zone not null,
  tries integer not null default 0,
  tried boolean not null default false,
  failure text,
  given_up_at timestamp with time zone,
  made_at timestamp with time zone not null,
  constraint outside_todo_pkey PRIMARY KEY (key),
  constraint outside_todo_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint outside_todo_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id),
  constraint outside_todo_channel_check CHECK ((channel = ANY (ARRAY['dingtalk'::text, 'govding'::text]))),
  constraint outside_todo_ended_check CHECK ((ended = ANY (ARRAY['done'::text, 'dropped'::text])))
);
CREATE INDEX outside_todo_given_up ON outside_todo USING btree (given_up_at) WHERE (given_up_at IS NOT NULL);
CREATE INDEX outside_todo_person ON outside_todo USING btree (person_id);
CREATE INDEX outside_todo_task ON outside_todo USING btree (task_id);
CREATE INDEX outside_todo_waits ON outside_todo USING btree (not_before) WHERE ((said < wanted) AND (given_up_at IS NULL));

create table paper (
  id uuid not null,
  kind text not null,
  day date not null,
  figures jsonb not null,
  file_hash text not null,
  size integer not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  constraint paper_pkey PRIMARY KEY (id),
  constraint paper_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint paper_kind_check CHECK ((kind = ANY (ARRAY['daily'::text, 'weekly'::text])))
);
CREATE INDEX paper_by ON paper USING btree (made_by) WHERE (made_by IS NOT NULL);
CREATE INDEX paper_day ON paper USING btree (day DESC, kind, made_at DESC);
CREATE INDEX paper_file ON paper USING btree (file_hash);

create table person (
  id uuid not null,
  name text not null,
  staff_number text,
  phone_sealed bytea,
  phone_key bytea,
  id_number_sealed bytea,
  id_number_key bytea,
  salt bytea not null,
  left_on date,
  made_at timestamp with time zone not null default now(),
  version integer not null default 1,
  constraint person_id_number_key_key UNIQUE (id_number_key),
  constraint person_staff_number_key UNIQUE (staff_number),
  constraint person_pkey PRIMARY KEY (id)
);
CREATE INDEX person_name ON person USING btree (name, id);
CREATE INDEX person_phone ON person USING btree (phone_key) WHERE (phone_key IS NOT NULL);

create table person_address (
  person_id uuid not null,
  channel text not null,
  address_sealed bytea not null,
  code_sealed bytea,
  code_until timestamp with time zone,
  code_tries integer not null default 0,
  verified_at timestamp with time zone,
  set_by uuid not null,
  set_at timestamp with time zone not null,
  constraint person_address_pkey PRIMARY KEY (person_id, channel),
  constraint person_address_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint person_address_set_by_fkey FOREIGN KEY (set_by) REFERENCES person(id),
  constraint person_address_channel_check CHECK ((channel = ANY (ARRAY['email'::text, 'wecom'::text, 'dingtalk'::text, 'govding'::text, 'sms'::text])))
);
CREATE INDEX person_address_by ON person_address USING btree (set_by);

create table person_identity (
  person_id uuid not null,
  subject_key bytea not null,
  linked_at timestamp with time zone not null,
  linked_by uuid not null,
  constraint person_identity_subject_key_key UNIQUE (subject_key),
  constraint person_identity_pkey PRIMARY KEY (person_id),
  constraint person_identity_linked_by_fkey FOREIGN KEY (linked_by) REFERENCES person(id),
  constraint person_identity_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX person_identity_by ON person_identity USING btree (linked_by);

create table person_skill (
  person_id uuid not null,
  skill_id uuid not null,
  at timestamp with time zone not null,
  constraint person_skill_pkey PRIMARY KEY (person_id, skill_id),
  constraint person_skill_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint person_skill_skill_id_fkey FOREIGN KEY (skill_id) REFERENCES skill(id)
);
CREATE INDEX person_skill_skill ON person_skill USING btree (skill_id);

create table post (
  id uuid not null,
  person_id uuid not null,
  role_code text not null,
  role_sort text not null,
  unit_id uuid not null,
  title text,
  valid_from date not null,
  valid_to date,
  constraint post_administrators_apart EXCLUDE USING gist (person_id WITH =, role_sort WITH <>, daterange(valid_from, valid_to) WITH &&),
  constraint post_once EXCLUDE USING gist (person_id WITH =, role_code WITH =, unit_id WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint post_pkey PRIMARY KEY (id),
  constraint post_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint post_role_code_role_sort_fkey FOREIGN KEY (role_code, role_sort) REFERENCES role(code, sort) ON UPDATE CASCADE,
  constraint post_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX post_person ON post USING btree (person_id);
CREATE INDEX post_role ON post USING btree (role_code, role_sort);
CREATE INDEX post_unit ON post USING btree (unit_id);

create table problem (
  id uuid not null,
  number text not null,
  title text not null,
  statement text not null default ''::text,
  class text,
  urgency text not null,
  state text not null,
  programme_version_id uuid not null,
  area_id uuid,
  merged_into uuid,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  signal_count integer not null default 0,
  reporter_count integer not null default 0,
  version integer not null default 1,
  countersign_rule text not null default 'all'::text,
  constraint problem_number_key UNIQUE (number),
  constraint problem_pkey PRIMARY KEY (id),
  constraint problem_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint problem_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint problem_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES problem(id),
  constraint problem_programme_version_id_fkey FOREIGN KEY (programme_version_id) REFERENCES programme_version(id),
  constraint problem_check CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL))),
  constraint problem_class_check CHECK ((class = ANY (ARRAY['simple'::text, 'prominent'::text, 'common'::text]))),
  constraint problem_countersign_rule_check CHECK ((countersign_rule = ANY (ARRAY['all'::text, 'one'::text]))),
  constraint problem_state_check CHECK ((state = ANY (ARRAY['open'::text, 'given'::text, 'working'::text, 'handled'::text, 'verified'::text, 'closed'::text, 'merged'::text]))),
  constraint problem_urgency_check CHECK ((urgency = ANY (ARRAY['normal'::text, 'urgent'::text, 'critical'::text])))
);
CREATE INDEX problem_area ON problem USING btree (area_id) WHERE (area_id IS NOT NULL);
CREATE INDEX problem_by ON problem USING btree (made_by);
CREATE INDEX problem_changed ON problem USING btree (changed_at DESC, id DESC);
CREATE INDEX problem_merged ON problem USING btree (merged_into) WHERE (merged_into IS NOT NULL);
CREATE INDEX problem_programme ON problem USING btree (programme_version_id);
CREATE INDEX problem_state ON problem USING btree (state, changed_at DESC, id DESC);

create table problem_cause (
  id uuid not null,
  problem_id uuid not null,
  cause_id uuid not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  reason text not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  close_reason text,
  constraint problem_cause_pkey PRIMARY KEY (id),
  constraint problem_cause_cause_id_fkey FOREIGN KEY (cause_id) REFERENCES cause(id),
  constraint problem_cause_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint problem_cause_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint problem_cause_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id),
  constraint problem_cause_check CHECK (((closed_at IS NULL) = (closed_by IS NULL)))
);
CREATE INDEX problem_cause_cause ON problem_cause USING btree (cause_id);
CREATE INDEX problem_cause_closed_by ON problem_cause USING btree (closed_by) WHERE (closed_by IS NOT NULL);
CREATE UNIQUE INDEX problem_cause_open ON problem_cause USING btree (problem_id, cause_id) WHERE (closed_at IS NULL);
CREATE INDEX problem_cause_opened_by ON problem_cause USING btree (opened_by);
CREATE INDEX problem_cause_problem ON problem_cause USING btree (problem_id);

create table problem_decision (
  id uuid not null,
  problem_id uuid not null,
  step text not null,
  by_person uuid not null,
  for_unit uuid,
  at timestamp with time zone not null,
  words text not null,
  constraint problem_decision_pkey PRIMARY KEY (id),
  constraint problem_decision_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint problem_decision_for_unit_fkey FOREIGN KEY (for_unit) REFERENCES unit(id),
  constraint problem_decision_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id)
);
CREATE INDEX problem_decision_by ON problem_decision USING btree (by_person);
CREATE INDEX problem_decision_problem ON problem_decision USING btree (problem_id);
CREATE INDEX problem_decision_unit ON problem_decision USING btree (for_unit) WHERE (for_unit IS NOT NULL);

create table problem_publication (
  id uuid not null,
  problem_id uuid not null,
  title text not null,
  words text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_reason text,
  constraint problem_publication_pkey PRIMARY KEY (id),
  constraint problem_publication_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint problem_publication_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint problem_publication_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id),
  constraint problem_publication_check CHECK ((num_nonnulls(ended_by, ended_at, end_reason) = ANY (ARRAY[0, 3])))
);
CREATE INDEX problem_publication_by ON problem_publication USING btree (by_person);
CREATE INDEX problem_publication_ended_by ON problem_publication USING btree (ended_by) WHERE (ended_by IS NOT NULL);
CREATE UNIQUE INDEX problem_publication_open ON problem_publication USING btree (problem_id) WHERE (ended_at IS NULL);
CREATE INDEX problem_publication_problem ON problem_publication USING btree (problem_id);

create table problem_share (
  id uuid not null,
  problem_id uuid not null,
  to_unit uuid,
  to_person uuid,
  by_person uuid not null,
  at timestamp with time zone not null,
  until timestamp with time zone,
  constraint problem_share_pkey PRIMARY KEY (id),
  constraint problem_share_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint problem_share_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id),
  constraint problem_share_to_person_fkey FOREIGN KEY (to_person) REFERENCES person(id),
  constraint problem_share_to_unit_fkey FOREIGN KEY (to_unit) REFERENCES unit(id),
  constraint problem_share_check CHECK ((num_nonnulls(to_unit, to_person) = 1))
);
CREATE INDEX problem_share_by ON problem_share USING btree (by_person);
CREATE INDEX problem_share_person ON problem_share USING btree (to_person) WHERE (to_person IS NOT NULL);
CREATE INDEX problem_share_problem ON problem_share USING btree (problem_id);
CREATE INDEX problem_share_unit ON problem_share USING btree (to_unit) WHERE (to_unit IS NOT NULL);

create table procedure (
  id uuid not null,
  number text not null,
  name text not null,
  unit_id uuid not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint procedure_number_key UNIQUE (number),
  constraint procedure_pkey PRIMARY KEY (id),
  constraint procedure_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint procedure_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX procedure_changed ON procedure USING btree (changed_at DESC, id DESC);
CREATE INDEX procedure_made_by ON procedure USING btree (made_by);
CREATE INDEX procedure_unit ON procedure USING btree (unit_id);

create table procedure_audience (
  run_id uuid not null,
  person_id uuid not null,
  unit_id uuid not null,
  task_id uuid,
  constraint procedure_audience_pkey PRIMARY KEY (run_id, person_id),
  constraint procedure_audience_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint procedure_audience_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_run(id),
  constraint procedure_audience_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX procedure_audience_person ON procedure_audience USING btree (person_id);
CREATE INDEX procedure_audience_unit ON procedure_audience USING btree (unit_id);
CREATE INDEX procedure_audience_waits ON procedure_audience USING btree (run_id) WHERE (task_id IS NULL);

create table procedure_feedback (
  task_id uuid not null,
  run_id uuid not null,
  rule text not null,
  evidence jsonb not null,
  at timestamp with time zone not null,
  constraint procedure_feedback_pkey PRIMARY KEY (task_id),
  constraint procedure_feedback_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_run(id),
  constraint procedure_feedback_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id)
);
CREATE INDEX procedure_feedback_at ON procedure_feedback USING btree (at);
CREATE INDEX procedure_feedback_run ON procedure_feedback USING btree (run_id);

create table procedure_firing (
  id uuid not null,
  trigger_id uuid not null,
  event text not null,
  at timestamp with time zone not null,
  data jsonb not null default '{}'::jsonb,
  run_id uuid,
  refused text,
  stands_with uuid,
  settled_by uuid,
  settled_at timestamp with time zone,
  settled_words text,
  constraint procedure_firing_pkey PRIMARY KEY (id),
  constraint procedure_firing_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_run(id),
  constraint procedure_firing_settled_by_fkey FOREIGN KEY (settled_by) REFERENCES person(id),
  constraint procedure_firing_stands_with_fkey FOREIGN KEY (stands_with) REFERENCES person(id),
  constraint procedure_firing_trigger_id_fkey FOREIGN KEY (trigger_id) REFERENCES procedure_trigger(id),
  constraint procedure_firing_check CHECK (((run_id IS NULL) = (refused IS NOT NULL))),
  constraint procedure_firing_check1 CHECK (((refused IS NULL) = (stands_with IS NULL))),
  constraint procedure_firing_refused_check CHECK ((refused = ANY (ARRAY['no_version'::text, 'no_unit'::text])))
);
CREATE UNIQUE INDEX procedure_firing_once ON procedure_firing USING btree (trigger_id, event);
CREATE INDEX procedure_firing_open ON procedure_firing USING btree (at) WHERE ((refused IS NOT NULL) AND (settled_at IS NULL));
CREATE INDEX procedure_firing_run ON procedure_firing USING btree (run_id) WHERE (run_id IS NOT NULL);
CREATE INDEX procedure_firing_settled_by ON procedure_firing USING btree (settled_by) WHERE (settled_by IS NOT NULL);
CREATE INDEX procedure_firing_stands ON procedure_firing USING btree (stands_with) WHERE (stands_with IS NOT NULL);

create table procedure_move (
  id uuid not null,
  run_id uuid not null,
  from_version uuid not null,
  to_version uuid not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  reason text not null,
  constraint procedure_move_pkey PRIMARY KEY (id),
  constraint procedure_move_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint procedure_move_from_version_fkey FOREIGN KEY (from_version) REFERENCES procedure_version(id),
  constraint procedure_move_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_run(id),
  constraint procedure_move_to_version_fkey FOREIGN KEY (to_version) REFERENCES procedure_version(id)
);
CREATE INDEX procedure_move_by ON procedure_move USING btree (by_person);
CREATE INDEX procedure_move_from ON procedure_move USING btree (from_version);
CREATE INDEX procedure_move_run ON procedure_move USING btree (run_id);
CREATE INDEX procedure_move_to ON procedure_move USING btree (to_version);

create table procedure_run (
  id uuid not null,
  number text not null,
  procedure_id uuid not null,
  version_id uuid not null,
  state text not null,
  about_kind text,
  about_id uuid,
  about_name text,
  notice jsonb,
  unit_id uuid not null,
  responsible_id uuid not null,
  second_id uuid not null,
  started_by uuid,
  started_at timestamp with time zone not null,
  reason text not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  end_reason text,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint procedure_run_number_key UNIQUE (number),
  constraint procedure_run_pkey PRIMARY KEY (id),
  constraint procedure_run_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint procedure_run_procedure_id_fkey FOREIGN KEY (procedure_id) REFERENCES procedure(id),
  constraint procedure_run_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES person(id),
  constraint procedure_run_second_id_fkey FOREIGN KEY (second_id) REFERENCES person(id),
  constraint procedure_run_started_by_fkey FOREIGN KEY (started_by) REFERENCES person(id),
  constraint procedure_run_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint procedure_run_version_id_fkey FOREIGN KEY (version_id) REFERENCES procedure_version(id),
  constraint procedure_run_about_kind_check CHECK ((about_kind = ANY (ARRAY['problem'::text, 'signal'::text, 'unit'::text, 'organisation'::text]))),
  constraint procedure_run_check CHECK (((about_kind IS NULL) = (about_id IS NULL))),
  constraint procedure_run_check1 CHECK (((state = 'running'::text) = (ended_at IS NULL))),
  constraint procedure_run_check2 CHECK (((state <> 'stopped'::text) OR (end_reason IS NOT NULL))),
  constraint procedure_run_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'stopped'::text])))
);
CREATE INDEX procedure_run_about ON procedure_run USING btree (about_id) WHERE (about_id IS NOT NULL);
CREATE INDEX procedure_run_changed ON procedure_run USING btree (changed_at DESC, id DESC);
CREATE INDEX procedure_run_ended_by ON procedure_run USING btree (ended_by) WHERE (ended_by IS NOT NULL);
CREATE INDEX procedure_run_open ON procedure_run USING btree (started_at) WHERE (state = 'running'::text);
CREATE INDEX procedure_run_procedure ON procedure_run USING btree (procedure_id);
CREATE INDEX procedure_run_responsible ON procedure_run USING btree (responsible_id);
CREATE INDEX procedure_run_second ON procedure_run USING btree (second_id);
CREATE INDEX procedure_run_started_by ON procedure_run USING btree (started_by) WHERE (started_by IS NOT NULL);
CREATE INDEX procedure_run_unit ON procedure_run USING btree (unit_id);
CREATE INDEX procedure_run_version ON procedure_run USING btree (version_id);

create table procedure_run_step (
  run_id uuid not null,
  key text not null,
  title text not null,
  given_at timestamp with time zone not null,
  done_at timestamp with time zone,
  constraint procedure_run_step_pkey PRIMARY KEY (run_id, key),
  constraint procedure_run_step_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_run(id)
);

create table procedure_step (
  id uuid not null,
  version_id uuid not null,
  ord integer not null,
  key text not null,
  title text not null,
  words text not null default ''::text,
  who text not null,
  role_code text,
  person_id uuid,
  place text not null,
  unit_id uuid,
  unit_of_time text,
  budget integer,
  evidence_asked text not null default ''::text,
  after text[] not null default '{}'::text[],
  feedback jsonb,
  supervision text,
  constraint procedure_step_version_id_ord_key UNIQUE (version_id, ord),
  constraint procedure_step_pkey PRIMARY KEY (id),
  constraint procedure_step_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint procedure_step_role_code_fkey FOREIGN KEY (role_code) REFERENCES role(code),
  constraint procedure_step_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint procedure_step_version_id_fkey FOREIGN KEY (version_id) REFERENCES procedure_version(id),
  constraint procedure_step_budget_check CHECK ((budget > 0)),
  constraint procedure_step_place_check CHECK ((place = ANY (ARRAY['thing'::text, 'named'::text]))),
  constraint procedure_step_supervision_check CHECK ((supervision = ANY (ARRAY['off_site'::text, 'on_site'::text]))),
  constraint procedure_step_who_check CHECK ((who = ANY (ARRAY['role'::text, 'duty'::text, 'person'::text, 'fits'::text, 'listed'::text])))
);
CREATE INDEX procedure_step_person ON procedure_step USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX procedure_step_role ON procedure_step USING btree (role_code) WHERE (role_code IS NOT NULL);
CREATE INDEX procedure_step_unit ON procedure_step USING btree (unit_id) WHERE (unit_id IS NOT NULL);

create table procedure_trigger (
  id uuid not null,
  procedure_id uuid not null,
  kind text not null,
  terms jsonb not null,
  fallback_id uuid not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  reason text not null,
  ended_by uuid,
  ended_at timestamp with time zone,
  checked_to timestamp with time zone,
  constraint procedure_trigger_pkey PRIMARY KEY (id),
  constraint procedure_trigger_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint procedure_trigger_fallback_id_fkey FOREIGN KEY (fallback_id) REFERENCES person(id),
  constraint procedure_trigger_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint procedure_trigger_procedure_id_fkey FOREIGN KEY (procedure_id) REFERENCES procedure(id),
  constraint procedure_trigger_kind_check CHECK ((kind = ANY (ARRAY['signal'::text, 'date'::text, 'indicator'::text, 'file'::text, 'task_done'::text, 'credit'::text])))
);
CREATE INDEX procedure_trigger_ended_by ON procedure_trigger USING btree (ended_by) WHERE (ended_by IS NOT NULL);
CREATE INDEX procedure_trigger_fallback ON procedure_trigger USING btree (fallback_id);
CREATE INDEX procedure_trigger_live ON procedure_trigger USING btree (kind) WHERE (ended_at IS NULL);
CREATE INDEX procedure_trigger_made_by ON procedure_trigger USING btree (made_by);
CREATE INDEX procedure_trigger_procedure ON procedure_trigger USING btree (procedure_id);

create table procedure_version (
  id uuid not null,
  procedure_id uuid not null,
  nth integer not null,
  state text not null,
  words text not null default ''::text,
  responsible_id uuid not null,
  second_id uuid not null,
  valid_from date,
  valid_to date,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  issued_by uuid,
  issued_at timestamp with time zone,
  reason text,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint procedure_version_apart EXCLUDE USING gist (procedure_id WITH =, daterange(valid_from, valid_to) WITH &&) WHERE ((state = 'issued'::text)),
  constraint procedure_version_procedure_id_nth_key UNIQUE (procedure_id, nth),
  constraint procedure_version_pkey PRIMARY KEY (id),
  constraint procedure_version_issued_by_fkey FOREIGN KEY (issued_by) REFERENCES person(id),
  constraint procedure_version_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint procedure_version_procedure_id_fkey FOREIGN KEY (procedure_id) REFERENCES procedure(id),
  constraint procedure_version_responsible_id_fkey FOREIGN KEY (responsible_id) REFERENCES person(id),
  constraint procedure_version_second_id_fkey FOREIGN KEY (second_id) REFERENCES person(id),
  constraint procedure_version_check CHECK ((responsible_id <> second_id)),
  constraint procedure_version_check1 CHECK ((valid_to > valid_from)),
  constraint procedure_version_check2 CHECK (((state <> 'issued'::text) OR ((valid_from IS NOT NULL) AND (issued_by IS NOT NULL) AND (issued_at IS NOT NULL)))),
  constraint procedure_version_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'issued'::text, 'dropped'::text])))
);
CREATE UNIQUE INDEX procedure_version_draft ON procedure_version USING btree (procedure_id) WHERE (state = 'draft'::text);
CREATE INDEX procedure_version_issued_by ON procedure_version USING btree (issued_by) WHERE (issued_by IS NOT NULL);
CREATE INDEX procedure_version_made_by ON procedure_version USING btree (made_by);
CREATE INDEX procedure_version_responsible ON procedure_version USING btree (responsible_id);
CREATE INDEX procedure_version_second ON procedure_version USING btree (second_id);

create table programme (
  id uuid not null,
  code text not null,
  name_zh text not null,
  name_en text not null,
  constraint programme_code_key UNIQUE (code),
  constraint programme_pkey PRIMARY KEY (id)
);

create table programme_version (
  id uuid not null,
  programme_id uuid not null,
  number integer not null,
  document jsonb not null,
  valid_from date not null,
  constraint programme_version_programme_id_number_key UNIQUE (programme_id, number),
  constraint programme_version_pkey PRIMARY KEY (id),
  constraint programme_version_programme_id_fkey FOREIGN KEY (programme_id) REFERENCES programme(id)
);

create table progress_report (
  id uuid not null,
  project_id uuid not null,
  milestone_id uuid,
  words text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint progress_report_pkey PRIMARY KEY (id),
  constraint progress_report_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint progress_report_milestone_id_fkey FOREIGN KEY (milestone_id) REFERENCES milestone(id),
  constraint progress_report_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id)
);
CREATE INDEX progress_report_by ON progress_report USING btree (by_person);
CREATE INDEX progress_report_milestone ON progress_report USING btree (milestone_id) WHERE (milestone_id IS NOT NULL);
CREATE INDEX progress_report_project ON progress_report USING btree (project_id);

create table project (
  id uuid not null,
  number text not null,
  title text not null,
  state text not null,
  level text not null,
  unit_id uuid not null,
  programme_version_id uuid not null,
  background text not null default ''::text,
  effect text not null default ''::text,
  method text not null default ''::text,
  starts_on date,
  ends_on date,
  first_hand boolean,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint project_number_key UNIQUE (number),
  constraint project_pkey PRIMARY KEY (id),
  constraint project_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint project_programme_version_id_fkey FOREIGN KEY (programme_version_id) REFERENCES programme_version(id),
  constraint project_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint project_check CHECK ((ends_on >= starts_on)),
  constraint project_level_check CHECK ((level = ANY (ARRAY['group'::text, 'committee'::text, 'branch'::text]))),
  constraint project_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'proposed'::text, 'running'::text, 'presented'::text, 'accepted'::text, 'closed'::text, 'dropped'::text])))
);
CREATE INDEX project_changed ON project USING btree (changed_at DESC, id DESC);
CREATE INDEX project_made_by ON project USING btree (made_by);
CREATE INDEX project_programme ON project USING btree (programme_version_id);
CREATE INDEX project_unit ON project USING btree (unit_id);

create table project_decision (
  id uuid not null,
  project_id uuid not null,
  step text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  words text not null,
  constraint project_decision_pkey PRIMARY KEY (id),
  constraint project_decision_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint project_decision_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id)
);
CREATE INDEX project_decision_by ON project_decision USING btree (by_person);
CREATE INDEX project_decision_project ON project_decision USING btree (project_id);

create table project_measure (
  id uuid not null,
  project_id uuid not null,
  measure_id uuid not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  constraint project_measure_pkey PRIMARY KEY (id),
  constraint project_measure_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint project_measure_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measure(id),
  constraint project_measure_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint project_measure_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id),
  constraint project_measure_check CHECK (((closed_at IS NULL) = (closed_by IS NULL)))
);
CREATE INDEX project_measure_closed_by ON project_measure USING btree (closed_by) WHERE (closed_by IS NOT NULL);
CREATE INDEX project_measure_measure ON project_measure USING btree (measure_id);
CREATE UNIQUE INDEX project_measure_open ON project_measure USING btree (project_id, measure_id) WHERE (closed_at IS NULL);
CREATE INDEX project_measure_opened_by ON project_measure USING btree (opened_by);
CREATE INDEX project_measure_project ON project_measure USING btree (project_id);

create table project_member (
  id uuid not null,
  project_id uuid not null,
  role text not null,
  person_id uuid,
  unit_id uuid,
  duty text not null default ''::text,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  close_reason text,
  constraint project_member_pkey PRIMARY KEY (id),
  constraint project_member_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint project_member_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint project_member_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint project_member_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id),
  constraint project_member_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint project_member_check CHECK ((num_nonnulls(person_id, unit_id) = 1)),
  constraint project_member_check1 CHECK (((role <> ALL (ARRAY['lead'::text, 'reviewer'::text])) OR (person_id IS NOT NULL))),
  constraint project_member_check2 CHECK (((closed_at IS NULL) = (closed_by IS NULL))),
  constraint project_member_role_check CHECK ((role = ANY (ARRAY['lead'::text, 'reviewer'::text, 'decide'::text, 'line'::text, 'follow'::text, 'execute'::text, 'part'::text])))
);
CREATE INDEX project_member_closed_by ON project_member USING btree (closed_by) WHERE (closed_by IS NOT NULL);
CREATE UNIQUE INDEX project_member_one ON project_member USING btree (project_id, role) WHERE ((closed_at IS NULL) AND (role = ANY (ARRAY['lead'::text, 'reviewer'::text])));
CREATE INDEX project_member_opened_by ON project_member USING btree (opened_by);
CREATE INDEX project_member_person ON project_member USING btree (person_id, closed_at) WHERE (person_id IS NOT NULL);
CREATE INDEX project_member_project ON project_member USING btree (project_id);
CREATE INDEX project_member_unit ON project_member USING btree (unit_id) WHERE (unit_id IS NOT NULL);

create table project_paper (
  id uuid not null,
  project_id uuid not null,
  report_id uuid,
  meeting_id uuid,
  file_hash text not null,
  file_name text not null,
  type text not null,
  size bigint not null,
  constraint project_paper_pkey PRIMARY KEY (id),
  constraint project_paper_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meeting(id),
  constraint project_paper_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id),
  constraint project_paper_report_id_fkey FOREIGN KEY (report_id) REFERENCES progress_report(id),
  constraint project_paper_check CHECK ((num_nonnulls(report_id, meeting_id) = 1))
);
CREATE INDEX project_paper_file ON project_paper USING btree (file_hash);
CREATE INDEX project_paper_meeting ON project_paper USING btree (meeting_id) WHERE (meeting_id IS NOT NULL);
CREATE INDEX project_paper_project ON project_paper USING btree (project_id);
CREATE INDEX project_paper_report ON project_paper USING btree (report_id) WHERE (report_id IS NOT NULL);

create table project_problem (
  id uuid not null,
  project_id uuid not null,
  problem_id uuid not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  constraint project_problem_pkey PRIMARY KEY (id),
  constraint project_problem_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint project_problem_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint project_problem_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id),
  constraint project_problem_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id),
  constraint project_problem_check CHECK (((closed_at IS NULL) = (closed_by IS NULL)))
);
CREATE INDEX project_problem_closed_by ON project_problem USING btree (closed_by) WHERE (closed_by IS NOT NULL);
CREATE UNIQUE INDEX project_problem_open ON project_problem USING btree (project_id, problem_id) WHERE (closed_at IS NULL);
CREATE INDEX project_problem_opened_by ON project_problem USING btree (opened_by);
CREATE INDEX project_problem_problem ON project_problem USING btree (problem_id);
CREATE INDEX project_problem_project ON project_problem USING btree (project_id);

create table proposal (
  id uuid not null,
  signal_id uuid not null,
  kind text not null,
  model_id uuid,
  made_at timestamp with time zone not null,
  answers jsonb not null,
  withheld jsonb not null default '[]'::jsonb,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision text,
  chosen uuid,
  constraint proposal_pkey PRIMARY KEY (id),
  constraint proposal_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint proposal_model_id_fkey FOREIGN KEY (model_id) REFERENCES text_model(id),
  constraint proposal_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id),
  constraint proposal_check CHECK (((decided_at IS NULL) = (decision IS NULL))),
  constraint proposal_check1 CHECK (((decided_by IS NULL) OR (decided_at IS NOT NULL))),
  constraint proposal_decision_check CHECK ((decision = ANY (ARRAY['taken'::text, 'other'::text, 'none'::text, 'replaced'::text]))),
  constraint proposal_kind_check CHECK ((kind = ANY (ARRAY['category'::text, 'unit'::text, 'repeat'::text])))
);
CREATE INDEX proposal_decided_by ON proposal USING btree (decided_by) WHERE (decided_by IS NOT NULL);
CREATE INDEX proposal_made ON proposal USING btree (kind, made_at);
CREATE INDEX proposal_model ON proposal USING btree (model_id) WHERE (model_id IS NOT NULL);
CREATE UNIQUE INDEX proposal_open ON proposal USING btree (signal_id, kind) WHERE (decided_at IS NULL);
CREATE INDEX proposal_signal ON proposal USING btree (signal_id);

create table public_try (
  key bytea not null,
  failures integer not null,
  total integer not null,
  last_at timestamp with time zone not null,
  constraint public_try_pkey PRIMARY KEY (key)
);
CREATE INDEX public_try_last ON public_try USING btree (last_at);

create table public_use (
  kind text not null,
  source bytea not null,
  at timestamp with time zone not null,
  amount integer not null,
  constraint public_use_kind_check CHECK ((kind = ANY (ARRAY['report'::text, 'upload'::text, 'words'::text])))
);
CREATE INDEX public_use_at ON public_use USING btree (at);
CREATE INDEX public_use_source ON public_use USING btree (source, kind, at);

create table push_choice (
  person_id uuid not null,
  channel text not null,
  quiet_from integer,
  quiet_to integer,
  constraint push_choice_pkey PRIMARY KEY (person_id),
  constraint push_choice_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint push_choice_channel_check CHECK ((channel = ANY (ARRAY['any'::text, 'none'::text, 'email'::text, 'wecom'::text, 'dingtalk'::text, 'govding'::text, 'sms'::text]))),
  constraint push_choice_check CHECK (((quiet_from IS NULL) = (quiet_to IS NULL))),
  constraint push_choice_quiet_from_check CHECK (((quiet_from >= 0) AND (quiet_from <= 23))),
  constraint push_choice_quiet_to_check CHECK (((quiet_to >= 0) AND (quiet_to <= 23)))
);

create table push_try (
  push_id uuid not null,
  person_id uuid not null,
  channel text not null,
  at timestamp with time zone not null,
  constraint push_try_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint push_try_push_id_fkey FOREIGN KEY (push_id) REFERENCES message_push(id) ON DELETE CASCADE
);
CREATE INDEX push_try_at ON push_try USING btree (at);
CREATE INDEX push_try_channel ON push_try USING btree (channel, at);
CREATE INDEX push_try_person ON push_try USING btree (person_id, channel, at);
CREATE INDEX push_try_push ON push_try USING btree (push_id);

create table rate_rule (
  id uuid not null,
  from_day date not null,
  response integer not null,
  resolution integer not null,
  satisfaction integer not null,
  partly numeric not null,
  very numeric not null,
  content numeric not null,
  basically numeric not null,
  discontent numeric not null,
  unreached boolean not null,
  ask_days integer not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  reason text not null,
  constraint rate_rule_pkey PRIMARY KEY (id),
  constraint rate_rule_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint rate_rule_ask_days_check CHECK (((ask_days >= 1) AND (ask_days <= 60))),
  constraint rate_rule_basically_check CHECK (((basically >= (0)::numeric) AND (basically <= (1)::numeric))),
  constraint rate_rule_check CHECK ((((response + resolution) + satisfaction) = 100)),
  constraint rate_rule_content_check CHECK (((content >= (0)::numeric) AND (content <= (1)::numeric))),
  constraint rate_rule_discontent_check CHECK (((discontent >= (0)::numeric) AND (discontent <= (1)::numeric))),
  constraint rate_rule_partly_check CHECK (((partly >= (0)::numeric) AND (partly <= (1)::numeric))),
  constraint rate_rule_resolution_check CHECK ((resolution >= 0)),
  constraint rate_rule_response_check CHECK ((response >= 0)),
  constraint rate_rule_satisfaction_check CHECK ((satisfaction >= 0)),
  constraint rate_rule_very_check CHECK (((very >= (0)::numeric) AND (very <= (1)::numeric)))
);
CREATE INDEX rate_rule_by ON rate_rule USING btree (by_person);
CREATE INDEX rate_rule_from ON rate_rule USING btree (from_day DESC, at DESC);

create table reaction_done (
  ledger_seq bigint not null,
  reaction text not null,
  at timestamp with time zone not null default now(),
  constraint reaction_done_pkey PRIMARY KEY (ledger_seq, reaction)
);

create table reaction_failure (
  ledger_seq bigint not null,
  reaction text not null,
  tries integer not null default 1,
  error text not null,
  at timestamp with time zone not null default now(),
  constraint reaction_failure_pkey PRIMARY KEY (ledger_seq, reaction)
);

create table reaction_mark (
  verb text not null,
  reaction text not null,
  txid xid8 not null,
  epoch integer not null default 1,
  constraint reaction_mark_pkey PRIMARY KEY (verb, reaction)
);

create table reading (
  id uuid not null,
  indicator_id uuid not null,
  version_id uuid not null,
  from_on date not null,
  to_on date not null,
  value numeric not null,
  numerator numeric,
  denominator numeric,
  exposure numeric,
  control numeric,
  way text not null,
  source text not null default ''::text,
  by_person uuid,
  at timestamp with time zone not null,
  withdrawn_at timestamp with time zone,
  withdrawn_by uuid,
  withdraw_reason text,
  constraint reading_apart EXCLUDE USING gist (indicator_id WITH =, daterange(from_on, to_on, '[]'::text) WITH &&) WHERE ((withdrawn_at IS NULL)),
  constraint reading_pkey PRIMARY KEY (id),
  constraint reading_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint reading_indicator_id_fkey FOREIGN KEY (indicator_id) REFERENCES indicator(id),
  constraint reading_version_id_fkey FOREIGN KEY (version_id) REFERENCES indicator_version(id),
  constraint reading_withdrawn_by_fkey FOREIGN KEY (withdrawn_by) REFERENCES person(id),
  constraint reading_check CHECK ((from_on <= to_on)),
  constraint reading_check1 CHECK (((way = 'counted'::text) = (by_person IS NULL))),
  constraint reading_check2 CHECK (((withdrawn_at IS NULL) = (withdraw_reason IS NULL))),
  constraint reading_check3 CHECK (((withdrawn_at IS NOT NULL) OR (withdrawn_by IS NULL))),
  constraint reading_way_check CHECK ((way = ANY (ARRAY['typed'::text, 'imported'::text, 'counted'::text])))
);
CREATE INDEX reading_by ON reading USING btree (by_person) WHERE (by_person IS NOT NULL);
CREATE INDEX reading_indicator ON reading USING btree (indicator_id, from_on);
CREATE INDEX reading_version ON reading USING btree (version_id);
CREATE INDEX reading_withdrawn_by ON reading USING btree (withdrawn_by) WHERE (withdrawn_by IS NOT NULL);

create table reporter (
  id uuid not null,
  name_sealed bytea,
  phone_sealed bytea,
  id_number_sealed bytea,
  address_sealed bytea,
  salt bytea not null,
  hidden boolean not null default false,
  erased_at timestamp with time zone,
  constraint reporter_pkey PRIMARY KEY (id)
);

create table retracted_assignment (
  id uuid not null,
  problem_id uuid not null,
  to_unit uuid not null,
  role text not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  reason text,
  binding_basis text,
  retracted_at timestamp with time zone not null,
  constraint retracted_assignment_pkey PRIMARY KEY (id),
  constraint retracted_assignment_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint retracted_assignment_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id),
  constraint retracted_assignment_to_unit_fkey FOREIGN KEY (to_unit) REFERENCES unit(id)
);
CREATE INDEX retracted_assignment_opened_by ON retracted_assignment USING btree (opened_by);
CREATE INDEX retracted_assignment_problem ON retracted_assignment USING btree (problem_id);
CREATE INDEX retracted_assignment_to_unit ON retracted_assignment USING btree (to_unit);

create table retracted_decision (
  id uuid not null,
  problem_id uuid not null,
  step text not null,
  by_person uuid not null,
  for_unit uuid,
  at timestamp with time zone not null,
  words text not null,
  retracted_at timestamp with time zone not null,
  constraint retracted_decision_pkey PRIMARY KEY (id),
  constraint retracted_decision_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint retracted_decision_for_unit_fkey FOREIGN KEY (for_unit) REFERENCES unit(id),
  constraint retracted_decision_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id)
);
CREATE INDEX retracted_decision_by_person ON retracted_decision USING btree (by_person);
CREATE INDEX retracted_decision_for_unit ON retracted_decision USING btree (for_unit);
CREATE INDEX retracted_decision_problem ON retracted_decision USING btree (problem_id);

create table role (
  code text not null,
  name_zh text not null,
  name_en text not null,
  sort text not null,
  tree text not null,
  reach text not null,
  verbs text[] not null,
  totp text not null default 'optional'::text,
  built_in boolean not null default false,
  version integer not null default 1,
  constraint role_code_sort_key UNIQUE (code, sort),
  constraint role_pkey PRIMARY KEY (code),
  constraint role_check CHECK (((sort = 'business'::text) OR (totp = 'demanded'::text))),
  constraint role_reach_check CHECK ((reach = ANY (ARRAY['city'::text, 'closure'::text, 'unit'::text, 'self'::text]))),
  constraint role_sort_check CHECK ((sort = ANY (ARRAY['business'::text, 'system'::text, 'security'::text, 'audit'::text]))),
  constraint role_totp_check CHECK ((totp = ANY (ARRAY['optional'::text, 'demanded'::text]))),
  constraint role_tree_check CHECK ((tree = ANY (ARRAY['admin'::text, 'party'::text])))
);

create table rung_due (
  clock_id uuid not null,
  ladder_id uuid not null,
  nth integer not null,
  at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  constraint rung_due_pkey PRIMARY KEY (clock_id),
  constraint rung_due_clock_id_fkey FOREIGN KEY (clock_id) REFERENCES clock(id),
  constraint rung_due_ladder_id_fkey FOREIGN KEY (ladder_id) REFERENCES ladder(id)
);
CREATE INDEX rung_due_at ON rung_due USING btree (at);
CREATE INDEX rung_due_ladder ON rung_due USING btree (ladder_id);

create table rung_fired (
  id uuid not null,
  clock_id uuid not null,
  ladder_id uuid not null,
  nth integer not null,
  kind text not null,
  thing uuid not null,
  limit_name text not null,
  unit_id uuid,
  told uuid[] not null,
  nobody boolean not null,
  fired_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  constraint rung_fired_pkey PRIMARY KEY (id),
  constraint rung_fired_clock_id_fkey FOREIGN KEY (clock_id) REFERENCES clock(id),
  constraint rung_fired_ladder_id_nth_fkey FOREIGN KEY (ladder_id, nth) REFERENCES ladder_rung(ladder_id, nth),
  constraint rung_fired_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id)
);
CREATE INDEX rung_fired_at ON rung_fired USING btree (fired_at DESC);
CREATE INDEX rung_fired_ladder ON rung_fired USING btree (ladder_id, nth);
CREATE UNIQUE INDEX rung_fired_once ON rung_fired USING btree (clock_id, ladder_id, nth);
CREATE INDEX rung_fired_thing ON rung_fired USING btree (thing);
CREATE INDEX rung_fired_unit ON rung_fired USING btree (unit_id) WHERE (unit_id IS NOT NULL);

create table seal (
  number integer not null,
  epoch integer not null,
  x xid8 not null,
  rows integer not null,
  root bytea not null,
  chain bytea not null,
  leaves bytea not null,
  at timestamp with time zone not null,
  constraint seal_pkey PRIMARY KEY (number)
);
CREATE INDEX seal_x ON seal USING btree (epoch, x);

create table session (
  id uuid not null,
  hash bytea not null,
  person_id uuid not null,
  made_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  source text not null,
  agent text,
  totp_passed boolean not null default false,
  ended_at timestamp with time zone,
  constraint session_hash_key UNIQUE (hash),
  constraint session_pkey PRIMARY KEY (id),
  constraint session_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id)
);
CREATE INDEX session_person ON session USING btree (person_id);

create table sign_in_failure (
  login_key bytea not null,
  source text not null,
  failures integer not null,
  last_at timestamp with time zone not null,
  locked_until timestamp with time zone,
  constraint sign_in_failure_pkey PRIMARY KEY (login_key, source)
);
CREATE INDEX sign_in_failure_last ON sign_in_failure USING btree (last_at);

create table sign_in_provider (
  id uuid not null,
  one boolean not null default true,
  name_zh text not null,
  name_en text not null,
  issuer text not null,
  client_id text not null,
  secret_sealed bytea not null,
  desk text not null,
  trust_factors boolean not null,
  open boolean not null,
  version integer not null default 1,
  changed_at timestamp with time zone not null,
  constraint sign_in_provider_one_key UNIQUE (one),
  constraint sign_in_provider_pkey PRIMARY KEY (id),
  constraint sign_in_provider_one_check CHECK (one)
);

create table signal (
  id uuid not null,
  number text not null,
  channel_id uuid not null,
  source_number text,
  source_key bytea not null,
  row_hash bytea,
  state text not null,
  matter text not null,
  urgency text not null,
  secret boolean not null default false,
  wants_reply boolean not null default true,
  title text,
  words text not null,
  salt bytea not null,
  place text,
  area_id uuid,
  category text,
  extra jsonb not null default '{}'::jsonb,
  reporter_id uuid not null,
  said_at timestamp with time zone,
  said_skew_ms bigint,
  received_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  recorded_by uuid,
  import_id uuid,
  divided_from uuid,
  disposition text,
  disposition_code text,
  version integer not null default 1,
  erased_at timestamp with time zone,
  constraint signal_channel_id_source_key_key UNIQUE (channel_id, source_key),
  constraint signal_number_key UNIQUE (number),
  constraint signal_pkey PRIMARY KEY (id),
  constraint signal_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint signal_divided_from_fkey FOREIGN KEY (divided_from) REFERENCES signal(id),
  constraint signal_check CHECK (((state = 'disposed'::text) = (disposition IS NOT NULL))),
  constraint signal_disposition_check CHECK ((disposition = ANY (ARRAY['answered'::text, 'transferred'::text, 'not_accepted'::text, 'withdrawn'::text]))),
  constraint signal_matter_check CHECK ((matter = ANY (ARRAY['consult'::text, 'help'::text, 'complaint'::text, 'report'::text, 'suggest'::text, 'praise'::text, 'other'::text]))),
  constraint signal_state_check CHECK ((state = ANY (ARRAY['untriaged'::text, 'gathered'::text, 'disposed'::text]))),
  constraint signal_urgency_check CHECK ((urgency = ANY (ARRAY['normal'::text, 'urgent'::text, 'critical'::text])))
);
CREATE INDEX signal_area ON signal USING btree (area_id) WHERE (area_id IS NOT NULL);
CREATE INDEX signal_channel ON signal USING btree (channel_id, received_at DESC, id DESC);
CREATE INDEX signal_divided ON signal USING btree (divided_from) WHERE (divided_from IS NOT NULL);
CREATE INDEX signal_import ON signal USING btree (import_id) WHERE (import_id IS NOT NULL);
CREATE INDEX signal_received ON signal USING btree (received_at DESC, id DESC);
CREATE INDEX signal_reporter ON signal USING btree (reporter_id);
CREATE INDEX signal_source_number ON signal USING btree (source_number) WHERE (source_number IS NOT NULL);
CREATE INDEX signal_untriaged ON signal USING btree (received_at DESC, id DESC) WHERE (state = 'untriaged'::text);

create table signal_answer (
  id uuid not null,
  signal_id uuid not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  way text not null,
  words text not null,
  constraint signal_answer_pkey PRIMARY KEY (id),
  constraint signal_answer_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint signal_answer_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id),
  constraint signal_answer_way_check CHECK ((way = ANY (ARRAY['phone'::text, 'visit'::text, 'message'::text, 'letter'::text, 'public'::text, 'other'::text])))
);
CREATE INDEX signal_answer_at ON signal_answer USING btree (at);
CREATE INDEX signal_answer_by ON signal_answer USING btree (by_person);
CREATE INDEX signal_answer_signal ON signal_answer USING btree (signal_id);

create table signal_callback (
  id uuid not null,
  signal_id uuid not null,
  by_person uuid,
  at timestamp with time zone not null,
  reached boolean not null,
  solved text,
  satisfied integer,
  words text,
  way text not null,
  contacted boolean,
  constraint signal_callback_pkey PRIMARY KEY (id),
  constraint signal_callback_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint signal_callback_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id),
  constraint signal_callback_check CHECK ((reached OR ((solved IS NULL) AND (satisfied IS NULL)))),
  constraint signal_callback_check1 CHECK (((way = 'public'::text) = (by_person IS NULL))),
  constraint signal_callback_check2 CHECK ((reached OR (contacted IS NULL))),
  constraint signal_callback_satisfied_check CHECK (((satisfied >= 1) AND (satisfied <= 5))),
  constraint signal_callback_solved_check CHECK ((solved = ANY (ARRAY['yes'::text, 'partly'::text, 'no'::text]))),
  constraint signal_callback_way_check CHECK ((way = ANY (ARRAY['phone'::text, 'visit'::text, 'message'::text, 'letter'::text, 'public'::text, 'other'::text])))
);
CREATE INDEX signal_callback_by ON signal_callback USING btree (by_person);
CREATE INDEX signal_callback_signal ON signal_callback USING btree (signal_id);

create table signal_category (
  id uuid not null,
  signal_id uuid not null,
  category_id uuid not null,
  proposal_id uuid,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  constraint signal_category_pkey PRIMARY KEY (id),
  constraint signal_category_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id),
  constraint signal_category_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint signal_category_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint signal_category_proposal_id_fkey FOREIGN KEY (proposal_id) REFERENCES proposal(id),
  constraint signal_category_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id),
  constraint signal_category_check CHECK (((closed_at IS NULL) = (closed_by IS NULL)))
);
CREATE INDEX signal_category_category ON signal_category USING btree (category_id, closed_at);
CREATE INDEX signal_category_closed_by ON signal_category USING btree (closed_by) WHERE (closed_by IS NOT NULL);
CREATE UNIQUE INDEX signal_category_open ON signal_category USING btree (signal_id) WHERE (closed_at IS NULL);
CREATE INDEX signal_category_opened_by ON signal_category USING btree (opened_by);
CREATE INDEX signal_category_proposal ON signal_category USING btree (proposal_id) WHERE (proposal_id IS NOT NULL);
CREATE INDEX signal_category_signal ON signal_category USING btree (signal_id);

create table signal_contact (
  id uuid not null,
  signal_id uuid not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  way text not null,
  reached boolean not null,
  words text,
  constraint signal_contact_pkey PRIMARY KEY (id),
  constraint signal_contact_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint signal_contact_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id),
  constraint signal_contact_way_check CHECK ((way = ANY (ARRAY['phone'::text, 'visit'::text, 'message'::text, 'letter'::text, 'public'::text, 'other'::text])))
);
CREATE INDEX signal_contact_by ON signal_contact USING btree (by_person);
CREATE INDEX signal_contact_signal ON signal_contact USING btree (signal_id);

create table signal_follow (
  signal_id uuid not null,
  code_key bytea not null,
  digits_key bytea not null,
  at timestamp with time zone not null,
  constraint signal_follow_code_key_key UNIQUE (code_key),
  constraint signal_follow_pkey PRIMARY KEY (signal_id),
  constraint signal_follow_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id)
);

create table signal_household (
  signal_id uuid not null,
  code bytea not null,
  constraint signal_household_pkey PRIMARY KEY (signal_id)
);

create table signal_key (
  signal_id uuid not null,
  kind text not null,
  key bytea not null,
  constraint signal_key_pkey PRIMARY KEY (key, kind, signal_id),
  constraint signal_key_kind_check CHECK ((kind = ANY (ARRAY['caller_phone'::text, 'caller_id_number'::text, 'caller_name'::text, 'words_phone'::text])))
);
CREATE INDEX signal_key_signal ON signal_key USING btree (signal_id);

create table signal_photo (
  id uuid not null,
  signal_id uuid not null,
  file_hash text not null,
  type text not null,
  size bigint not null,
  at timestamp with time zone not null,
  question_id uuid,
  constraint signal_photo_pkey PRIMARY KEY (id),
  constraint signal_photo_question_id_fkey FOREIGN KEY (question_id) REFERENCES signal_question(id),
  constraint signal_photo_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id)
);
CREATE INDEX signal_photo_question ON signal_photo USING btree (question_id) WHERE (question_id IS NOT NULL);
CREATE INDEX signal_photo_signal ON signal_photo USING btree (signal_id);

create table signal_problem (
  id uuid not null,
  signal_id uuid not null,
  problem_id uuid not null,
  opened_by uuid not null,
  opened_at timestamp with time zone not null,
  reason text not null,
  closed_by uuid,
  closed_at timestamp with time zone,
  close_reason text,
  constraint signal_problem_pkey PRIMARY KEY (id),
  constraint signal_problem_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint signal_problem_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint signal_problem_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id),
  constraint signal_problem_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id),
  constraint signal_problem_check CHECK (((closed_at IS NULL) = (closed_by IS NULL)))
);
CREATE INDEX signal_problem_closed_by ON signal_problem USING btree (closed_by) WHERE (closed_by IS NOT NULL);
CREATE UNIQUE INDEX signal_problem_open ON signal_problem USING btree (signal_id) WHERE (closed_at IS NULL);
CREATE INDEX signal_problem_opened_by ON signal_problem USING btree (opened_by);
CREATE INDEX signal_problem_problem ON signal_problem USING btree (problem_id);
CREATE INDEX signal_problem_signal ON signal_problem USING btree (signal_id);

create table signal_question (
  id uuid not null,
  signal_id uuid not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  words text not null,
  answered_at timestamp with time zone,
  answer text,
  constraint signal_question_pkey PRIMARY KEY (id),
  constraint signal_question_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint signal_question_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id),
  constraint signal_question_check CHECK (((answered_at IS NULL) = (answer IS NULL)))
);
CREATE INDEX signal_question_by ON signal_question USING btree (by_person);
CREATE INDEX signal_question_signal ON signal_question USING btree (signal_id);

create table signal_reopening (
  id uuid not null,
  signal_id uuid not null,
  at timestamp with time zone not null,
  words text not null,
  outcome text,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision_words text,
  constraint signal_reopening_pkey PRIMARY KEY (id),
  constraint signal_reopening_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint signal_reopening_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id),
  constraint signal_reopening_check CHECK ((num_nonnulls(outcome, decided_by, decided_at, decision_words) = ANY (ARRAY[0, 4]))),
  constraint signal_reopening_outcome_check CHECK ((outcome = ANY (ARRAY['granted'::text, 'declined'::text])))
);
CREATE INDEX signal_reopening_by ON signal_reopening USING btree (decided_by) WHERE (decided_by IS NOT NULL);
CREATE UNIQUE INDEX signal_reopening_open ON signal_reopening USING btree (signal_id) WHERE (outcome IS NULL);
CREATE INDEX signal_reopening_signal ON signal_reopening USING btree (signal_id);

create table signal_search (
  signal_id uuid not null,
  received_at timestamp with time zone not null,
  grams integer[] not null,
  constraint signal_search_pkey PRIMARY KEY (signal_id)
);
CREATE INDEX signal_search_grams ON signal_search USING gin (grams) WITH (fastupdate='on', gin_pending_list_limit='262144');
CREATE INDEX signal_search_time ON signal_search USING btree (received_at DESC, signal_id DESC);

create table signal_version (
  signal_id uuid not null,
  number integer not null,
  title text,
  words text not null,
  salt bytea not null,
  extra jsonb not null,
  row_hash bytea,
  import_id uuid,
  until timestamp with time zone not null,
  constraint signal_version_pkey PRIMARY KEY (signal_id, number),
  constraint signal_version_import_id_fkey FOREIGN KEY (import_id) REFERENCES import(id),
  constraint signal_version_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES signal(id)
);
CREATE INDEX signal_version_import ON signal_version USING btree (import_id) WHERE (import_id IS NOT NULL);

create table skill (
  id uuid not null,
  name text not null,
  retired_at timestamp with time zone,
  constraint skill_pkey PRIMARY KEY (id)
);
CREATE UNIQUE INDEX skill_name ON skill USING btree (name) WHERE (retired_at IS NULL);

create table survey (
  id uuid not null,
  name text not null,
  months integer,
  from_day date,
  to_day date,
  scope jsonb not null default '{}'::jsonb,
  weekly boolean not null default false,
  made_by uuid,
  made_at timestamp with time zone not null,
  constraint survey_pkey PRIMARY KEY (id),
  constraint survey_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint survey_check CHECK (((months IS NULL) = ((from_day IS NOT NULL) AND (to_day IS NOT NULL)))),
  constraint survey_check1 CHECK ((from_day <= to_day)),
  constraint survey_months_check CHECK (((months >= 1) AND (months <= 36)))
);
CREATE INDEX survey_by ON survey USING btree (made_by);

create table survey_run (
  id uuid not null,
  survey_id uuid not null,
  number integer not null,
  state text not null,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  runner uuid,
  beat_at timestamp with time zone,
  takes integer not null default 0,
  step text,
  share real not null default 0,
  ended_at timestamp with time zone,
  from_day date,
  to_day date,
  signals integer,
  left_out integer,
  groups integer,
  themes integer,
  rule text,
  error text,
  constraint survey_run_survey_id_number_key UNIQUE (survey_id, number),
  constraint survey_run_pkey PRIMARY KEY (id),
  constraint survey_run_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint survey_run_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES survey(id),
  constraint survey_run_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX survey_run_asked_by ON survey_run USING btree (asked_by);
CREATE UNIQUE INDEX survey_run_open ON survey_run USING btree (survey_id) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));

create table talk (
  id uuid not null,
  number text not null,
  state text not null,
  fired_id uuid,
  letter_id uuid,
  kind text not null,
  thing uuid not null,
  thing_number text not null,
  matter text not null,
  unit_id uuid not null,
  made_by uuid,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  held_on date,
  agreed text not null default ''::text,
  recorded_by uuid,
  version integer not null default 1,
  constraint talk_fired_id_key UNIQUE (fired_id),
  constraint talk_number_key UNIQUE (number),
  constraint talk_pkey PRIMARY KEY (id),
  constraint talk_fired_id_fkey FOREIGN KEY (fired_id) REFERENCES rung_fired(id),
  constraint talk_letter_id_fkey FOREIGN KEY (letter_id) REFERENCES letter(id),
  constraint talk_made_by_fkey FOREIGN KEY (made_by) REFERENCES person(id),
  constraint talk_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES person(id),
  constraint talk_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint talk_check CHECK (((state = 'held'::text) = (held_on IS NOT NULL))),
  constraint talk_check1 CHECK (((state = 'called'::text) = (recorded_by IS NULL))),
  constraint talk_state_check CHECK ((state = ANY (ARRAY['called'::text, 'held'::text, 'dropped'::text])))
);
CREATE INDEX talk_changed ON talk USING btree (changed_at DESC, id DESC);
CREATE INDEX talk_letter ON talk USING btree (letter_id) WHERE (letter_id IS NOT NULL);
CREATE INDEX talk_made_by ON talk USING btree (made_by) WHERE (made_by IS NOT NULL);
CREATE INDEX talk_recorded_by ON talk USING btree (recorded_by) WHERE (recorded_by IS NOT NULL);
CREATE INDEX talk_thing ON talk USING btree (thing);
CREATE INDEX talk_unit ON talk USING btree (unit_id, changed_at DESC);

create table talk_person (
  talk_id uuid not null,
  person_id uuid not null,
  part text not null,
  constraint talk_person_pkey PRIMARY KEY (talk_id, person_id),
  constraint talk_person_person_id_fkey FOREIGN KEY (person_id) REFERENCES person(id),
  constraint talk_person_talk_id_fkey FOREIGN KEY (talk_id) REFERENCES talk(id),
  constraint talk_person_part_check CHECK ((part = ANY (ARRAY['asked'::text, 'asks'::text, 'present'::text])))
);
CREATE INDEX talk_person_person ON talk_person USING btree (person_id);

create table task (
  id uuid not null,
  number text not null,
  problem_id uuid,
  title text not null,
  words text not null default ''::text,
  state text not null,
  unit_id uuid not null,
  given_by uuid not null,
  given_at timestamp with time zone not null,
  reviewer_id uuid not null,
  evidence_asked text not null default ''::text,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  project_id uuid,
  measure_id uuid,
  run_id uuid,
  step_id uuid,
  fallback_to uuid,
  fallback_why text,
  constraint task_number_key UNIQUE (number),
  constraint task_pkey PRIMARY KEY (id),
  constraint task_fallback_to_fkey FOREIGN KEY (fallback_to) REFERENCES person(id),
  constraint task_given_by_fkey FOREIGN KEY (given_by) REFERENCES person(id),
  constraint task_measure_id_fkey FOREIGN KEY (measure_id) REFERENCES measure(id),
  constraint task_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id),
  constraint task_project_id_fkey FOREIGN KEY (project_id) REFERENCES project(id),
  constraint task_reviewer_id_fkey FOREIGN KEY (reviewer_id) REFERENCES person(id),
  constraint task_run_id_fkey FOREIGN KEY (run_id) REFERENCES procedure_run(id),
  constraint task_step_id_fkey FOREIGN KEY (step_id) REFERENCES procedure_step(id),
  constraint task_unit_id_fkey FOREIGN KEY (unit_id) REFERENCES unit(id),
  constraint task_fallback_why CHECK (((fallback_to IS NULL) = (fallback_why IS NULL))),
  constraint task_fallback_why_check CHECK ((fallback_why = ANY (ARRAY['nobody'::text, 'unit_closed'::text, 'away'::text, 'no_unit'::text]))),
  constraint task_of_something CHECK (((problem_id IS NOT NULL) OR (run_id IS NOT NULL))),
  constraint task_state_check CHECK ((state = ANY (ARRAY['given'::text, 'working'::text, 'submitted'::text, 'done'::text, 'withdrawn'::text]))),
  constraint task_step_of_run CHECK (((run_id IS NULL) = (step_id IS NULL)))
);
CREATE INDEX task_changed ON task USING btree (changed_at DESC, id DESC);
CREATE INDEX task_fallback ON task USING btree (fallback_to) WHERE (fallback_to IS NOT NULL);
CREATE INDEX task_given_by ON task USING btree (given_by);
CREATE INDEX task_measure ON task USING btree (measure_id) WHERE (measure_id IS NOT NULL);
CREATE INDEX task_problem ON task USING btree (problem_id);
CREATE INDEX task_project ON task USING btree (project_id) WHERE (project_id IS NOT NULL);
CREATE INDEX task_reviewer ON task USING btree (reviewer_id, state);
CREATE INDEX task_run ON task USING btree (run_id, step_id) WHERE (run_id IS NOT NULL);
CREATE INDEX task_run_open ON task USING btree (run_id, step_id) WHERE ((run_id IS NOT NULL) AND (state = ANY (ARRAY['given'::text, 'working'::text, 'submitted'::text])));
CREATE INDEX task_step ON task USING btree (step_id) WHERE (step_id IS NOT NULL);
CREATE INDEX task_unit ON task USING btree (unit_id);

create table text_model (
  id uuid not null,
  kind text not null,
  number integer not null,
  state text not null,
  trained_at timestamp with time zone not null,
  trained_on integer not null,
  figures jsonb not null,
  file_hash text not null,
  size bigint not null,
  by_person uuid,
  constraint text_model_kind_number_key UNIQUE (kind, number),
  constraint text_model_pkey PRIMARY KEY (id),
  constraint text_model_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint text_model_kind_check CHECK ((kind = ANY (ARRAY['category'::text, 'unit'::text]))),
  constraint text_model_state_check CHECK ((state = ANY (ARRAY['candidate'::text, 'serving'::text, 'retired'::text, 'refused'::text])))
);
CREATE INDEX text_model_by ON text_model USING btree (by_person) WHERE (by_person IS NOT NULL);
CREATE INDEX text_model_file ON text_model USING btree (file_hash);
CREATE UNIQUE INDEX text_model_serving ON text_model USING btree (kind) WHERE (state = 'serving'::text);

create table text_model_decision (
  id uuid not null,
  model_id uuid not null,
  step text not null,
  instead_of uuid,
  by_person uuid,
  at timestamp with time zone not null,
  words text not null,
  constraint text_model_decision_pkey PRIMARY KEY (id),
  constraint text_model_decision_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint text_model_decision_instead_of_fkey FOREIGN KEY (instead_of) REFERENCES text_model(id),
  constraint text_model_decision_model_id_fkey FOREIGN KEY (model_id) REFERENCES text_model(id),
  constraint text_model_decision_step_check CHECK ((step = ANY (ARRAY['take'::text, 'refuse'::text, 'restore'::text])))
);
CREATE INDEX text_model_decision_by ON text_model_decision USING btree (by_person) WHERE (by_person IS NOT NULL);
CREATE INDEX text_model_decision_instead ON text_model_decision USING btree (instead_of) WHERE (instead_of IS NOT NULL);
CREATE INDEX text_model_decision_model ON text_model_decision USING btree (model_id);

create table text_threshold (
  id uuid not null,
  kind text not null,
  threshold numeric not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  reason text not null,
  constraint text_threshold_pkey PRIMARY KEY (id),
  constraint text_threshold_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint text_threshold_kind_check CHECK ((kind = ANY (ARRAY['category'::text, 'unit'::text]))),
  constraint text_threshold_threshold_check CHECK (((threshold >= (0)::numeric) AND (threshold <= (1)::numeric)))
);
CREATE INDEX text_threshold_by ON text_threshold USING btree (by_person);
CREATE INDEX text_threshold_kind ON text_threshold USING btree (kind, at DESC);

create table text_training (
  id uuid not null,
  kind text not null,
  state text not null,
  asked_by uuid,
  asked_at timestamp with time zone not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  read_rows integer not null default 0,
  model_id uuid,
  failure jsonb,
  constraint text_training_pkey PRIMARY KEY (id),
  constraint text_training_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES person(id),
  constraint text_training_model_id_fkey FOREIGN KEY (model_id) REFERENCES text_model(id),
  constraint text_training_check CHECK (((state = ANY (ARRAY['done'::text, 'failed'::text])) = (ended_at IS NOT NULL))),
  constraint text_training_kind_check CHECK ((kind = ANY (ARRAY['category'::text, 'unit'::text]))),
  constraint text_training_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'running'::text, 'done'::text, 'failed'::text])))
);
CREATE INDEX text_training_asked_by ON text_training USING btree (asked_by) WHERE (asked_by IS NOT NULL);
CREATE INDEX text_training_model ON text_training USING btree (model_id) WHERE (model_id IS NOT NULL);
CREATE UNIQUE INDEX text_training_open ON text_training USING btree (kind) WHERE (state = ANY (ARRAY['waiting'::text, 'running'::text]));

create table theme (
  id uuid not null,
  survey_id uuid not null,
  name text not null,
  words text[] not null default '{}'::text[],
  named_by uuid,
  state text not null,
  merged_into uuid,
  made_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  version integer not null default 1,
  constraint theme_pkey PRIMARY KEY (id),
  constraint theme_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES theme(id),
  constraint theme_named_by_fkey FOREIGN KEY (named_by) REFERENCES person(id),
  constraint theme_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES survey(id),
  constraint theme_check CHECK (((state = 'merged'::text) = (merged_into IS NOT NULL))),
  constraint theme_state_check CHECK ((state = ANY (ARRAY['proposed'::text, 'confirmed'::text, 'dismissed'::text, 'campaign'::text, 'merged'::text, 'gone'::text])))
);
CREATE INDEX theme_merged ON theme USING btree (merged_into);
CREATE INDEX theme_named_by ON theme USING btree (named_by);
CREATE INDEX theme_survey ON theme USING btree (survey_id);

create table theme_decision (
  id uuid not null,
  survey_id uuid not null,
  theme_id uuid not null,
  step text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  words text not null default ''::text,
  moved jsonb not null,
  undone_at timestamp with time zone,
  constraint theme_decision_pkey PRIMARY KEY (id),
  constraint theme_decision_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint theme_decision_survey_id_fkey FOREIGN KEY (survey_id) REFERENCES survey(id),
  constraint theme_decision_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES theme(id)
);
CREATE INDEX theme_decision_by ON theme_decision USING btree (by_person, at DESC);
CREATE INDEX theme_decision_survey ON theme_decision USING btree (survey_id);
CREATE INDEX theme_decision_theme ON theme_decision USING btree (theme_id);

create table theme_figure (
  theme_id uuid not null,
  run integer not null,
  heat real not null,
  figures jsonb not null,
  rule_from date not null,
  constraint theme_figure_pkey PRIMARY KEY (theme_id, run),
  constraint theme_figure_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES theme(id)
);

create table theme_group (
  id uuid not null,
  group_id uuid not null,
  theme_id uuid,
  opened_run integer not null,
  opened_by uuid,
  opened_at timestamp with time zone not null,
  closed_run integer,
  closed_by uuid,
  closed_at timestamp with time zone,
  constraint theme_group_pkey PRIMARY KEY (id),
  constraint theme_group_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES person(id),
  constraint theme_group_group_id_fkey FOREIGN KEY (group_id) REFERENCES matter_group(id),
  constraint theme_group_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES person(id),
  constraint theme_group_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES theme(id),
  constraint theme_group_check CHECK (((theme_id IS NOT NULL) OR (opened_by IS NOT NULL))),
  constraint theme_group_check1 CHECK (((closed_at IS NULL) = (closed_run IS NULL)))
);
CREATE INDEX theme_group_closed_by ON theme_group USING btree (closed_by) WHERE (closed_by IS NOT NULL);
CREATE INDEX theme_group_group ON theme_group USING btree (group_id);
CREATE UNIQUE INDEX theme_group_open ON theme_group USING btree (group_id) WHERE (closed_at IS NULL);
CREATE INDEX theme_group_opened_by ON theme_group USING btree (opened_by) WHERE (opened_by IS NOT NULL);
CREATE INDEX theme_group_theme ON theme_group USING btree (theme_id);

create table time_request (
  id uuid not null,
  kind text not null,
  thing_kind text not null,
  thing uuid not null,
  clock_id uuid not null,
  state text not null,
  reason text not null,
  words text not null,
  budget integer,
  until date,
  by_person uuid not null,
  at timestamp with time zone not null,
  due_was timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  decision text,
  due_after timestamp with time zone,
  ended_by uuid,
  ended_at timestamp with time zone,
  constraint time_request_pkey PRIMARY KEY (id),
  constraint time_request_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint time_request_clock_id_fkey FOREIGN KEY (clock_id) REFERENCES clock(id),
  constraint time_request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES person(id),
  constraint time_request_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES person(id),
  constraint time_request_budget_check CHECK ((budget > 0)),
  constraint time_request_check CHECK (((kind = 'extension'::text) = (budget IS NOT NULL))),
  constraint time_request_check1 CHECK (((kind = 'suspension'::text) = (until IS NOT NULL))),
  constraint time_request_check2 CHECK (((state <> ALL (ARRAY['granted'::text, 'refused'::text])) OR ((decided_by IS NOT NULL) AND (decided_by <> by_person)))),
  constraint time_request_kind_check CHECK ((kind = ANY (ARRAY['extension'::text, 'suspension'::text]))),
  constraint time_request_state_check CHECK ((state = ANY (ARRAY['asked'::text, 'granted'::text, 'refused'::text, 'withdrawn'::text, 'lapsed'::text, 'ended'::text]))),
  constraint time_request_thing_kind_check CHECK ((thing_kind = ANY (ARRAY['problem'::text, 'task'::text])))
);
CREATE UNIQUE INDEX time_request_asked ON time_request USING btree (clock_id) WHERE (state = 'asked'::text);
CREATE INDEX time_request_by ON time_request USING btree (by_person);
CREATE INDEX time_request_clock ON time_request USING btree (clock_id);
CREATE INDEX time_request_decided_by ON time_request USING btree (decided_by) WHERE (decided_by IS NOT NULL);
CREATE INDEX time_request_ended_by ON time_request USING btree (ended_by) WHERE (ended_by IS NOT NULL);
CREATE UNIQUE INDEX time_request_suspended ON time_request USING btree (clock_id) WHERE ((state = 'granted'::text) AND (kind = 'suspension'::text));
CREATE INDEX time_request_thing ON time_request USING btree (thing);
CREATE INDEX time_request_until ON time_request USING btree (until) WHERE ((state = 'granted'::text) AND (kind = 'suspension'::text));

create table unit (
  id uuid not null,
  code text,
  name text not null,
  short_name text not null,
  tree text not null,
  kind text not null,
  area_id uuid,
  host_unit_id uuid,
  valid_from date not null default '1900-01-01'::date,
  valid_to date,
  version integer not null default 1,
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint unit_host_unit_id_fkey FOREIGN KEY (host_unit_id) REFERENCES unit(id),
  constraint unit_tree_check CHECK ((tree = ANY (ARRAY['admin'::text, 'party'::text])))
);
CREATE INDEX unit_area ON unit USING btree (area_id);
CREATE UNIQUE INDEX unit_code ON unit USING btree (code) WHERE (valid_to IS NULL);
CREATE INDEX unit_host ON unit USING btree (host_unit_id);

create table unit_edge (
  id uuid not null,
  parent_id uuid not null,
  child_id uuid not null,
  relation text not null,
  valid_from date not null default '1900-01-01'::date,
  valid_to date,
  constraint unit_edge_one_parent EXCLUDE USING gist (child_id WITH =, relation WITH =, daterange(valid_from, valid_to) WITH &&),
  constraint unit_edge_pkey PRIMARY KEY (id),
  constraint unit_edge_child_id_fkey FOREIGN KEY (child_id) REFERENCES unit(id),
  constraint unit_edge_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES unit(id),
  constraint unit_edge_check CHECK ((parent_id <> child_id)),
  constraint unit_edge_relation_check CHECK ((relation = ANY (ARRAY['part'::text, 'leads'::text, 'guides'::text])))
);
CREATE INDEX unit_edge_child ON unit_edge USING btree (child_id);
CREATE INDEX unit_edge_parent ON unit_edge USING btree (parent_id);

create table unit_successor (
  predecessor_id uuid not null,
  successor_id uuid not null,
  kind text not null,
  at date not null,
  constraint unit_successor_pkey PRIMARY KEY (predecessor_id, successor_id),
  constraint unit_successor_predecessor_id_fkey FOREIGN KEY (predecessor_id) REFERENCES unit(id),
  constraint unit_successor_successor_id_fkey FOREIGN KEY (successor_id) REFERENCES unit(id),
  constraint unit_successor_check CHECK ((predecessor_id <> successor_id)),
  constraint unit_successor_kind_check CHECK ((kind = ANY (ARRAY['renamed'::text, 'merged'::text, 'split'::text, 'dissolved'::text])))
);
CREATE INDEX unit_successor_successor ON unit_successor USING btree (successor_id);

create table urging (
  id uuid not null,
  problem_id uuid,
  task_id uuid,
  to_unit uuid,
  to_person uuid,
  words text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint urging_pkey PRIMARY KEY (id),
  constraint urging_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint urging_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id),
  constraint urging_task_id_fkey FOREIGN KEY (task_id) REFERENCES task(id),
  constraint urging_to_person_fkey FOREIGN KEY (to_person) REFERENCES person(id),
  constraint urging_to_unit_fkey FOREIGN KEY (to_unit) REFERENCES unit(id),
  constraint urging_check CHECK ((num_nonnulls(problem_id, task_id) = 1)),
  constraint urging_check1 CHECK ((num_nonnulls(to_unit, to_person) = 1))
);
CREATE INDEX urging_by ON urging USING btree (by_person);
CREATE INDEX urging_person ON urging USING btree (to_person) WHERE (to_person IS NOT NULL);
CREATE INDEX urging_problem ON urging USING btree (problem_id, at) WHERE (problem_id IS NOT NULL);
CREATE INDEX urging_task ON urging USING btree (task_id, at) WHERE (task_id IS NOT NULL);
CREATE INDEX urging_unit ON urging USING btree (to_unit) WHERE (to_unit IS NOT NULL);

create table waiver (
  id uuid not null,
  goal_id uuid not null,
  acceptance_id uuid not null,
  reason text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  constraint waiver_goal_id_acceptance_id_key UNIQUE (goal_id, acceptance_id),
  constraint waiver_pkey PRIMARY KEY (id),
  constraint waiver_acceptance_id_fkey FOREIGN KEY (acceptance_id) REFERENCES acceptance(id),
  constraint waiver_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint waiver_goal_id_fkey FOREIGN KEY (goal_id) REFERENCES goal(id)
);
CREATE INDEX waiver_acceptance ON waiver USING btree (acceptance_id);
CREATE INDEX waiver_by ON waiver USING btree (by_person);

create table warning (
  id uuid not null,
  area_id uuid,
  category_id uuid,
  state text not null,
  window_days integer not null,
  last_on date not null,
  people integer not null,
  expected numeric not null,
  once_in_days numeric not null,
  found_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  problem_id uuid,
  version integer not null default 1,
  constraint warning_pkey PRIMARY KEY (id),
  constraint warning_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint warning_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id),
  constraint warning_problem_id_fkey FOREIGN KEY (problem_id) REFERENCES problem(id),
  constraint warning_check CHECK (((area_id IS NOT NULL) OR (category_id IS NOT NULL))),
  constraint warning_check1 CHECK (((state = 'acted'::text) = (problem_id IS NOT NULL))),
  constraint warning_state_check CHECK ((state = ANY (ARRAY['new'::text, 'noted'::text, 'acted'::text, 'dismissed'::text, 'over'::text]))),
  constraint warning_window_days_check CHECK ((window_days > 0))
);
CREATE INDEX warning_area ON warning USING btree (area_id) WHERE (area_id IS NOT NULL);
CREATE INDEX warning_category ON warning USING btree (category_id) WHERE (category_id IS NOT NULL);
CREATE INDEX warning_changed ON warning USING btree (changed_at DESC, id DESC);
CREATE UNIQUE INDEX warning_open ON warning USING btree (area_id, category_id) NULLS NOT DISTINCT WHERE (state = ANY (ARRAY['new'::text, 'noted'::text]));
CREATE INDEX warning_problem ON warning USING btree (problem_id) WHERE (problem_id IS NOT NULL);

create table warning_day (
  day date not null,
  area_id uuid,
  category_id uuid,
  people integer not null,
  constraint warning_day_day_area_id_category_id_key UNIQUE NULLS NOT DISTINCT (day, area_id, category_id),
  constraint warning_day_area_id_fkey FOREIGN KEY (area_id) REFERENCES area(id),
  constraint warning_day_category_id_fkey FOREIGN KEY (category_id) REFERENCES category(id)
);
CREATE INDEX warning_day_area ON warning_day USING btree (area_id) WHERE (area_id IS NOT NULL);
CREATE INDEX warning_day_category ON warning_day USING btree (category_id) WHERE (category_id IS NOT NULL);

create table warning_decision (
  id uuid not null,
  warning_id uuid not null,
  step text not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  words text not null,
  constraint warning_decision_pkey PRIMARY KEY (id),
  constraint warning_decision_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint warning_decision_warning_id_fkey FOREIGN KEY (warning_id) REFERENCES warning(id),
  constraint warning_decision_step_check CHECK ((step = ANY (ARRAY['note'::text, 'act'::text, 'dismiss'::text])))
);
CREATE INDEX warning_decision_by ON warning_decision USING btree (by_person);
CREATE INDEX warning_decision_warning ON warning_decision USING btree (warning_id);

create table warning_rule (
  id uuid not null,
  false_alarms numeric not null,
  by_person uuid not null,
  at timestamp with time zone not null,
  reason text not null,
  constraint warning_rule_pkey PRIMARY KEY (id),
  constraint warning_rule_by_person_fkey FOREIGN KEY (by_person) REFERENCES person(id),
  constraint warning_rule_false_alarms_check CHECK (((false_alarms >= 0.1) AND (false_alarms <= (100)::numeric)))
);
CREATE INDEX warning_rule_by ON warning_rule USING btree (by_person);
