/** Generated from the migrations by `npm run generate`; do not edit. */

import type { ColumnType } from "kysely";

export type Generated<T> = T extends ColumnType<infer S, infer I, infer U>
  ? ColumnType<S, I | undefined, U>
  : ColumnType<T, T | undefined, T>;

export type Json = JsonValue;

export type JsonArray = JsonValue[];

export type JsonObject = {
  [x: string]: JsonValue | undefined;
};

export type JsonPrimitive = boolean | number | string | null;

export type JsonValue = JsonArray | JsonObject | JsonPrimitive;

export type Numeric = ColumnType<number, number | string, number | string>;

export type Timestamp = ColumnType<Date, Date | string, Date | string>;

export interface Acceptance {
  approving: number | null;
  asked: number | null;
  at: Timestamp;
  by_person: string;
  held_on: string;
  id: string;
  project_id: string;
  result: 'passed' | 'failed';
  score: Numeric | null;
  words: string;
}

export interface AcceptancePanel {
  acceptance_id: string;
  opinion: string;
  person_id: string;
}

export interface AcceptancePaper {
  acceptance_id: string;
  file_hash: string;
  file_name: string;
  id: string;
  size: number;
  type: string;
}

export interface Account {
  disabled_at: Timestamp | null;
  language: Generated<'zh' | 'en'>;
  login: string | null;
  password_hash: string | null;
  password_set_at: Timestamp | null;
  past_hashes: Generated<string[]>;
  person_id: string;
  totp_confirmed_at: Timestamp | null;
  totp_last_step: number | null;
  totp_sealed: Buffer | null;
}

export interface Acknowledgement {
  at: Timestamp;
  by_person: string;
  id: string;
  passed: boolean;
  report_id: string;
  words: string;
}

export interface Activation {
  code_hash: Buffer;
  expires_at: Timestamp;
  made_at: Timestamp;
  person_id: string;
  used_at: Timestamp | null;
  voided_at: Timestamp | null;
}

export interface AnswerTemplate {
  changed_at: Timestamp;
  changed_by: string;
  channel_id: string | null;
  closed_at: Timestamp | null;
  id: string;
  name: string;
  words: string;
}

export interface Area {
  code: string;
  id: string;
  level: 'province' | 'city' | 'district' | 'township' | 'village' | 'grid';
  name: string;
  parent_id: string | null;
  valid_from: Generated<string>;
  valid_to: string | null;
}

export interface Assignment {
  binding_basis: string | null;
  close_reason: 'returned' | 'transferred' | 'withdrawn' | 'finished' | 'handed_over' | 'merged' | 'retracted' | null;
  close_words: string | null;
  closed_at: Timestamp | null;
  closed_by: string | null;
  id: string;
  opened_at: Timestamp;
  opened_by: string;
  problem_id: string | null;
  reason: string | null;
  role: 'lead' | 'assist' | 'countersign' | 'copy' | 'entrusted';
  signed_at: Timestamp | null;
  signed_by: string | null;
  task_id: string | null;
  to_person: string | null;
  to_unit: string | null;
}

export interface CalendarChange {
  at: Timestamp;
  by_person: string;
  days: Json | null;
  finished_at: Timestamp | null;
  from_day: string;
  id: string;
  kind: 'year' | 'hours';
  looked: Generated<number>;
  moved: Generated<number>;
  reason: string | null;
  unit_id: string | null;
  version: number;
  year: number | null;
}

export interface CalendarDay {
  day: string;
  kind: 'off' | 'work';
  name_en: string;
  name_zh: string;
}

export interface CalendarLane {
  after_thing: string | null;
  change_id: string;
  finished_at: Timestamp | null;
  nth: number;
  up_to: string | null;
}

export interface CalendarYear {
  at: Generated<Timestamp>;
  version: number;
  year: number;
}

export interface CallbackDraw {
  at: Timestamp;
  day: string;
  percent: number;
  seed: string;
  shares: Json;
  strata: Json;
}

export interface CallbackItem {
  answer_id: string;
  channel_id: string;
  closed_at: Timestamp | null;
  day: string;
  id: string;
  kept_reason: string | null;
  next_at: Timestamp;
  rest_hours: number;
  signal_id: string;
  state: 'waiting' | 'said' | 'unreached' | 'dropped';
  taken_at: Timestamp | null;
  taken_by: string | null;
  tries: Generated<number>;
  tries_most: number;
  unit_id: string | null;
  version: Generated<number>;
  why: 'lot' | 'again';
}

export interface CallbackRule {
  at: Timestamp;
  by_person: string;
  from_day: string;
  id: string;
  percent: number;
  reason: string;
  rest_hours: number;
  shares: Generated<Json>;
  tries: number;
}

export interface Campaign {
  from_day: string;
  goal: string;
  id: string;
  lead_unit: string | null;
  made_at: Timestamp;
  made_by: string;
  problem_id: string;
  theme_id: string;
  title: string;
  to_day: string;
}

export interface CampaignProblem {
  campaign_id: string;
  opened_at: Timestamp;
  opened_by: string;
  problem_id: string;
}

export interface Category {
  code: string;
  folded: string;
  id: string;
  level: number;
  made_at: Timestamp;
  made_by: string | null;
  name: string;
  parent_id: string | null;
  position: number;
  valid_from: string;
  valid_to: string | null;
  version: Generated<number>;
}

export interface CategoryAlias {
  category_id: string;
  folded: string;
  id: string;
  made_at: Timestamp;
  made_by: string | null;
  words: string;
}

export interface Cause {
  changed_at: Timestamp;
  id: string;
  kind: string;
  layer: 'operational' | 'organisational';
  made_at: Timestamp;
  made_by: string;
  merged_into: string | null;
  parent_id: string | null;
  state: 'unverified' | 'confirmed' | 'refuted' | 'withdrawn' | 'merged';
  version: Generated<number>;
  words: string;
}

export interface CauseDecision {
  at: Timestamp;
  by_person: string;
  cause_id: string;
  id: string;
  step: string;
  words: string;
}

export interface CauseEvidence {
  at: Timestamp;
  by_person: string;
  cause_id: string;
  file_hash: string | null;
  file_name: string | null;
  id: string;
  side: 'for' | 'against';
  size: number | null;
  type: string | null;
  withdrawn_at: Timestamp | null;
  withdrawn_by: string | null;
  words: string;
}

export interface ChangeDecision {
  at: Timestamp;
  by_person: string;
  change_id: string;
  granted: boolean;
  id: string;
  words: string;
}

export interface ChangeRequest {
  at: Timestamp;
  by_person: string;
  id: string;
  kind: 'move_milestone' | 'add_milestone' | 'drop_milestone' | 'retarget' | 'end' | 'lead' | 'reviewer';
  project_id: string;
  reason: string;
  wanted: Json;
  was: Json;
}

export interface Channel {
  asks: Generated<string[]>;
  closed_at: Timestamp | null;
  code: string;
  id: string;
  keep_months: number | null;
  kind: 'hotline' | 'web' | 'desk' | 'inspection' | 'visit' | 'suggestion' | 'letter' | 'system' | 'public' | 'note';
  name: string;
  series: Generated<string>;
  unit_id: string | null;
}

export interface Clock {
  budget: number;
  calendar_version: number;
  due_at: Timestamp;
  id: string;
  kind: 'signal' | 'problem' | 'task' | 'project' | 'letter' | 'note';
  limit_name: string;
  milestone: number | null;
  paused_at: Timestamp | null;
  provisional: boolean;
  roll: Generated<boolean>;
  rule_id: string | null;
  started_at: Timestamp;
  stopped_at: Timestamp | null;
  thing: string;
  unit_id: string | null;
  unit_of_time: 'hour' | 'day' | 'working_hour' | 'working_day' | 'month_day';
  watched_due: Timestamp | null;
}

export interface ClockExtension {
  at: Timestamp;
  budget: number;
  by_person: string;
  clock_id: string;
  id: string;
  reason: string;
}

export interface ClockSuspension {
  allowed_by: string | null;
  by_person: string;
  clock_id: string;
  from_at: Timestamp;
  id: string;
  reason: string;
  to_at: Timestamp | null;
}

export interface Closing {
  acceptance_id: string;
  at: Timestamp;
  by_person: string;
  id: string;
  project_id: string;
  words: string;
}

export interface ClosingGoal {
  closing_id: string;
  goal_id: string;
  reading_id: string | null;
  waiver_id: string | null;
}

export interface Countersignature {
  assignment_id: string;
  at: Timestamp;
  by_person: string;
  id: string;
  settled: 'answered' | 'set_aside' | null;
  settled_at: Timestamp | null;
  settled_by: string | null;
  settled_words: string | null;
  verdict: 'agree' | 'object';
  words: string;
}

export interface CreditCase {
  ended_at: Timestamp | null;
  facts: string[];
  id: string;
  level: 'yellow' | 'orange' | 'red';
  organisation_id: string;
  proposed_at: Timestamp;
  rule_id: string;
  state: 'proposed' | 'raised' | 'asked' | 'dismissed' | 'repaired' | 'expired';
  until_day: string | null;
  value: Numeric;
  version: Generated<number>;
}

export interface CreditCheck {
  at: Timestamp;
  by_person: string;
  day: string;
  found: string;
  id: string;
  off_site: boolean;
  organisation_id: string;
}

export interface CreditDecision {
  at: Timestamp;
  by_person: string | null;
  case_id: string;
  id: string;
  step: string;
  words: string;
}

export interface CreditFact {
  at: Timestamp;
  by_person: string;
  day: string;
  id: string;
  metric_id: string;
  organisation_id: string;
  source: string;
  value: Numeric;
  way: 'typed' | 'imported';
  withdrawn_at: Timestamp | null;
  withdrawn_by: string | null;
  withdrawn_for: string | null;
}

export interface CreditMetric {
  id: string;
  made_at: Timestamp;
  made_by: string;
  name: string;
  unit_words: string;
}

export interface CreditRule {
  action: string;
  compare: 'at_least' | 'at_most';
  counted: 'sum' | 'latest';
  id: string;
  keep_days: number;
  level: 'yellow' | 'orange' | 'red';
  made_at: Timestamp;
  made_by: string;
  metric_id: string;
  name: string;
  reason: string;
  repair: string;
  threshold: Numeric;
  valid_from: string;
  valid_to: string | null;
  window_days: number;
}

export interface CreditVisiting {
  green: number;
  id: string;
  made_by: string;
  orange: number;
  reason: string;
  red: number;
  valid_from: Timestamp;
  yellow: number;
}

export interface DataExtract {
  asked_at: Timestamp;
  asked_by: string;
  columns: string[];
  decided_at: Timestamp | null;
  decided_by: string | null;
  file_hash: string | null;
  filter: Json;
  id: string;
  purpose: string;
  rows: number | null;
  signal_ids: string[];
  size: number | null;
  state: Generated<'asked' | 'granted' | 'made' | 'refused' | 'withdrawn'>;
  until: Timestamp | null;
  version: Generated<number>;
  words: string | null;
}

export interface Decision {
  actor: string;
  at: Generated<Timestamp>;
  digest: Buffer;
  id: string;
}

export interface Deferral {
  at: Timestamp;
  by_person: string;
  conditions: string;
  decided_at: Timestamp | null;
  decided_by: string | null;
  decision: string | null;
  ended_at: Timestamp | null;
  ended_by: string | null;
  ended_words: string | null;
  id: string;
  problem_id: string;
  reason: 'policy' | 'money' | 'history' | 'planning' | 'other';
  review_on: string;
  state: 'asked' | 'standing' | 'refused' | 'withdrawn' | 'ended';
  words: string;
}

export interface Delegation {
  ended_at: Timestamp | null;
  ended_by: string | null;
  from_person_id: string;
  id: string;
  made_at: Generated<Timestamp>;
  made_by: string;
  reason: string;
  to_person_id: string;
  valid_from: Timestamp;
  valid_to: Timestamp;
}

export interface DutyAssist {
  entry_id: string;
  position: number;
  unit_id: string;
}

export interface DutyEntry {
  area_id: string | null;
  basis: Generated<string>;
  category_id: string | null;
  changed_at: Timestamp;
  changed_by: string | null;
  id: string;
  import_id: string | null;
  lead_unit: string | null;
  level: 'city' | 'district' | 'township' | 'village';
  line: number;
  list_id: string;
  matter: Generated<string>;
  matter_key: Generated<string>;
  version: Generated<number>;
  withdrawn: Generated<boolean>;
}

export interface DutyList {
  based_on: string | null;
  id: string;
  issued_at: Timestamp | null;
  issued_by: string | null;
  made_at: Timestamp;
  made_by: string | null;
  number: number;
  reason: Generated<string>;
  state: 'draft' | 'issued' | 'dropped';
  valid_from: string | null;
  version: Generated<number>;
}

export interface ErasedFile {
  at: Timestamp;
  hash: string;
}

export interface Evidence {
  file_hash: string;
  file_name: string;
  hand_in_id: string;
  id: string;
  size: number;
  type: string;
}

export interface Exclusion {
  asked_at: Timestamp;
  asked_by: string;
  changed_at: Timestamp;
  ground: 'not_duty' | 'untrue' | 'beyond_law' | 'repeated' | 'unreasonable' | 'entered_wrong';
  id: string;
  signal_id: string;
  state: 'asked' | 'granted' | 'refused' | 'appealed' | 'upheld' | 'withdrawn';
  unit_id: string;
  version: Generated<number>;
  words: string;
}

export interface ExclusionDecision {
  at: Timestamp;
  by_person: string;
  exclusion_id: string;
  id: string;
  step: 'grant' | 'refuse' | 'appeal' | 'allow' | 'uphold' | 'withdraw';
  words: string;
}

export interface ExtractFetch {
  at: Timestamp;
  extract_id: string;
  person_id: string;
}

export interface FairnessRule {
  at: Timestamp;
  by_person: string;
  cap: Numeric;
  days: Generated<number>;
  holds_from: string;
  id: string;
  reason: string;
}

export interface Goal {
  baseline: Numeric;
  baseline_on: string;
  baseline_source: string;
  id: string;
  indicator_id: string;
  position: number;
  project_id: string;
  target: Numeric;
  target_on: string;
}

export interface GroupSignal {
  closed_at: Timestamp | null;
  closed_by: string | null;
  closed_run: number | null;
  group_id: string;
  id: string;
  opened_at: Timestamp;
  opened_by: string | null;
  opened_run: number;
  signal_id: string;
  survey_id: string;
}

export interface HandIn {
  at: Timestamp;
  by_person: string;
  id: string;
  task_id: string;
  words: string;
}

export interface HandInReview {
  at: Timestamp;
  by_person: string;
  hand_in_id: string;
  id: string;
  passed: boolean;
  words: string;
}

export interface HeatRule {
  made_at: Timestamp;
  made_by: string;
  reason: string;
  valid_from: string;
  weights: Json;
}

export interface Import {
  accepted: Generated<number>;
  beat_at: Timestamp | null;
  cursor_row: Generated<number>;
  error: Json | null;
  file_hash: string;
  file_name: string;
  file_size: number;
  files_removed_at: Timestamp | null;
  finished_at: Timestamp | null;
  header_row: number | null;
  id: string;
  kind: string;
  left_out: Generated<number>;
  made_at: Timestamp;
  made_by: string | null;
  mapping: Json | null;
  noted: Generated<number>;
  options: Generated<Json>;
  read: Generated<number>;
  rejected: Generated<number>;
  rejects_hash: string | null;
  repeated: Generated<number>;
  revised: Generated<number>;
  runner: string | null;
  share: Generated<number>;
  sheet: string | null;
  started_at: Timestamp | null;
  state: 'uploaded' | 'running' | 'finished' | 'stopped' | 'failed';
  takes: Generated<number>;
  worked_ms: Generated<number>;
}

export interface ImportMapping {
  header_key: Buffer;
  kind: string;
  mapping: Json;
  used_at: Timestamp;
}

export interface ImportRow {
  cells_sealed: Buffer | null;
  import_id: string;
  kind: 'rejected' | 'noted';
  problems: Json;
  row_no: number;
}

export interface Indicator {
  changed_at: Timestamp;
  control_category: string | null;
  control_matter: string | null;
  counted: string | null;
  counted_about: string | null;
  digits: number;
  direction: 'lower' | 'higher';
  id: string;
  made_at: Timestamp;
  made_by: string;
  name: string;
  number: string;
  owner_unit: string;
  state: 'open' | 'retired';
  unit_words: string;
  version: Generated<number>;
}

export interface IndicatorVersion {
  at: Timestamp;
  by_person: string;
  denominator: Generated<string>;
  id: string;
  indicator_id: string;
  method: Generated<string>;
  numerator: string;
  source: string;
  valid_from: string;
}

export interface IntegrationToken {
  channel_id: string;
  expires_at: Timestamp;
  hash: Buffer;
  id: string;
  made_at: Timestamp;
  made_by: string;
  name: string;
  revoked_at: Timestamp | null;
}

export interface KnowledgeEntry {
  changed_at: Timestamp;
  current_id: string | null;
  draft_id: string | null;
  id: string;
  made_at: Timestamp;
  number: string;
  owner_person: string | null;
  owner_unit: string;
  review_on: string | null;
  state: 'draft' | 'published' | 'withdrawn';
  version: Generated<number>;
}

export interface KnowledgeGram {
  entry_id: string;
  gram: number;
  phrase: number;
}

export interface KnowledgeGramCount {
  gram: number;
  phrases: number;
}

export interface KnowledgeUse {
  copied: number;
  day: string;
  entry_id: string;
  opened: number;
}

export interface KnowledgeVersion {
  answer: string;
  area_id: string | null;
  basis: string;
  category_id: string | null;
  entry_id: string;
  id: string;
  published_at: Timestamp | null;
  published_by: string | null;
  question: string;
  review_on: string;
  valid_from: string;
  valid_to: string | null;
  wordings: string[];
  written_at: Timestamp;
  written_by: string;
}

export interface KnowledgeWish {
  at: Timestamp;
  entry_id: string | null;
  id: string;
  reason: string | null;
  settled_at: Timestamp | null;
  settled_by: string | null;
  words: string;
}

export interface Ladder {
  condition: 'simple' | 'prominent' | 'common' | 'urgent' | 'critical' | 'group' | 'committee' | 'branch' | null;
  fallback_id: string;
  id: string;
  kind: 'problem' | 'task' | 'project';
  limit_name: string | null;
  made_by: string;
  name: string;
  reason: string;
  valid_from: Timestamp;
  valid_to: Timestamp | null;
}

export interface LadderRung {
  action: 'remind' | 'tell' | 'letter' | 'talk';
  answer_days: number | null;
  at: Numeric;
  grace_hours: Generated<number>;
  ladder_id: string;
  light: 'blue' | 'yellow' | 'orange' | 'red';
  measure: 'share' | 'before' | 'after';
  nth: number;
  person_id: string | null;
  up: number;
}

export interface LeaderNote {
  changed_at: Timestamp;
  id: string;
  leader: string;
  number: string;
  problem_id: string | null;
  project_id: string | null;
  recorded_at: Timestamp;
  recorded_by: string;
  signal_id: string | null;
  state: 'open' | 'answered' | 'closed';
  unit_id: string;
  version: Generated<number>;
  words: string;
  written_on: string;
}

export interface LeaderNoteDecision {
  at: Timestamp;
  by_person: string;
  id: string;
  note_id: string;
  step: 'answer' | 'return' | 'close';
  words: string;
}

export interface Lease {
  kind: 'signal' | 'problem' | 'warning';
  person_id: string;
  taken_at: Timestamp;
  thing: string;
  until_at: Timestamp;
}

export interface Ledger {
  actor: string | null;
  actor_kind: 'person' | 'token' | 'program' | 'reporter';
  at: Timestamp;
  commitment: Buffer | null;
  data: Generated<Json>;
  epoch: Generated<number>;
  for_whom: string | null;
  kind: string;
  reason: string | null;
  request: string | null;
  seq: Generated<number>;
  thing: string;
  txid: Generated<string>;
  unit: string | null;
  verb: string;
}

export interface Letter {
  answer_days: number;
  changed_at: Timestamp;
  due_at: Timestamp | null;
  expected: string;
  fired_id: string | null;
  id: string;
  kind: string;
  limit_name: string | null;
  made_at: Timestamp;
  made_by: string | null;
  matter: string;
  number: string;
  state: 'sent' | 'answered' | 'closed' | 'withdrawn';
  thing: string;
  thing_number: string;
  unit_id: string;
  version: Generated<number>;
}

export interface LetterDecision {
  at: Timestamp;
  by_person: string;
  id: string;
  letter_id: string;
  step: string;
  words: string;
}

export interface LimitRule {
  budget: number;
  category_id: string | null;
  channel_id: string | null;
  class: string | null;
  extension_budget: number | null;
  extensions: Generated<number>;
  id: string;
  limit_name: string;
  made_at: Timestamp | null;
  made_by: string | null;
  milestones: Generated<Json>;
  programme_version_id: string;
  roll: Generated<boolean>;
  source: Generated<string>;
  suspension_days: Generated<number>;
  unit_of_time: 'hour' | 'day' | 'working_hour' | 'working_day' | 'month_day';
  urgency: string | null;
  valid_from: string;
  valid_to: string | null;
}

export interface MatterGroup {
  id: string;
  name: string;
  survey_id: string;
  words: Generated<string[]>;
}

export interface Measure {
  changed_at: Timestamp;
  id: string;
  layer: 'operational' | 'organisational';
  made_at: Timestamp;
  made_by: string;
  state: 'proposed' | 'adopted' | 'dropped';
  version: Generated<number>;
  words: string;
}

export interface MeasureCause {
  cause_id: string;
  closed_at: Timestamp | null;
  closed_by: string | null;
  id: string;
  measure_id: string;
  opened_at: Timestamp;
  opened_by: string;
}

export interface MeasurePair {
  closed_at: Timestamp | null;
  closed_by: string | null;
  id: string;
  opened_at: Timestamp;
  opened_by: string;
  operational_id: string;
  organisational_id: string;
}

export interface Meeting {
  at: Timestamp;
  by_person: string;
  held_at: Timestamp;
  id: string;
  minutes: string;
  place: string;
  project_id: string;
  topic: string;
}

export interface MeetingPresent {
  meeting_id: string;
  person_id: string;
}

export interface Message {
  at: Timestamp;
  by_name: Generated<boolean>;
  en: string;
  for_whom: string | null;
  id: string;
  key: string;
  kind: string;
  muted: Generated<boolean>;
  person_id: string;
  place: number | null;
  read_at: Timestamp | null;
  thing: string;
  thing_kind: string;
  urgent: Generated<boolean>;
  zh: string;
}

export interface MessageDay {
  day: string;
  person_id: string;
  told: number;
}

export interface MessageMute {
  at: Timestamp;
  kind: string;
  person_id: string;
}

export interface MessagePush {
  channel: string;
  day: string;
  failure: string | null;
  given_up_at: Timestamp | null;
  id: string;
  key: string;
  message_id: string | null;
  not_before: Timestamp;
  person_id: string;
  sent_at: Timestamp | null;
  tries: Generated<number>;
  what: Generated<'message' | 'digest' | 'test' | 'code'>;
}

export interface Milestone {
  due_on: string;
  evidence_asked: string;
  id: string;
  position: number;
  project_id: string;
  reached_on: string | null;
  state: 'planned' | 'reported' | 'reached' | 'dropped';
  title: string;
}

export interface Monthly {
  category_id: string | null;
  changed_at: Timestamp;
  id: string;
  lead_unit: string;
  made_at: Timestamp;
  made_by: string;
  month: number;
  problem_id: string | null;
  result: Generated<string>;
  state: 'planned' | 'running' | 'ended' | 'dropped';
  title: string;
  version: Generated<number>;
  why: string;
  year: number;
}

export interface OfficeHours {
  am_from: string;
  am_to: string;
  id: string;
  pm_from: string | null;
  pm_to: string | null;
  season_from: string | null;
  season_to: string | null;
  unit_id: string | null;
  valid_from: string;
  valid_to: string | null;
  weekdays: number[];
  withdrawn_at: Timestamp | null;
}

export interface Organisation {
  code: string;
  id: string;
  made_at: Timestamp;
  made_by: string;
  name: string;
}

export interface OutsideChannel {
  changed_at: Timestamp;
  failed_at: Timestamp | null;
  failure: string | null;
  id: string;
  name: 'email' | 'wecom' | 'dingtalk' | 'govding' | 'sms';
  open: boolean;
  secret_sealed: Buffer | null;
  sent_at: Timestamp | null;
  settings: Json;
  token_sealed: Buffer | null;
  token_until: Timestamp | null;
  version: Generated<number>;
}

export interface OutsideTodo {
  channel: 'dingtalk' | 'govding';
  due_at: Timestamp | null;
  ended: 'done' | 'dropped' | null;
  failure: string | null;
  given_up_at: Timestamp | null;
  key: string;
  made_at: Timestamp;
  not_before: Timestamp;
  person_id: string;
  ref_sealed: Buffer | null;
  said: Generated<number>;
  task_id: string;
  title: string;
  tried: Generated<boolean>;
  tries: Generated<number>;
  wanted: Generated<number>;
}

export interface Paper {
  day: string;
  figures: Json;
  file_hash: string;
  id: string;
  kind: 'daily' | 'weekly';
  made_at: Timestamp;
  made_by: string | null;
  size: number;
}

export interface Person {
  id: string;
  id_number_key: Buffer | null;
  id_number_sealed: Buffer | null;
  left_on: string | null;
  made_at: Generated<Timestamp>;
  name: string;
  phone_key: Buffer | null;
  phone_sealed: Buffer | null;
  salt: Buffer;
  staff_number: string | null;
  version: Generated<number>;
}

export interface PersonAddress {
  address_sealed: Buffer;
  channel: 'email' | 'wecom' | 'dingtalk' | 'govding' | 'sms';
  code_sealed: Buffer | null;
  code_tries: Generated<number>;
  code_until: Timestamp | null;
  person_id: string;
  set_at: Timestamp;
  set_by: string;
  verified_at: Timestamp | null;
}

export interface PersonIdentity {
  linked_at: Timestamp;
  linked_by: string;
  person_id: string;
  subject_key: Buffer;
}

export interface PersonSkill {
  at: Timestamp;
  person_id: string;
  skill_id: string;
}

export interface Post {
  id: string;
  person_id: string;
  role_code: string;
  role_sort: string;
  title: string | null;
  unit_id: string;
  valid_from: string;
  valid_to: string | null;
}

export interface Problem {
  area_id: string | null;
  changed_at: Timestamp;
  class: 'simple' | 'prominent' | 'common' | null;
  countersign_rule: Generated<'all' | 'one'>;
  id: string;
  made_at: Timestamp;
  made_by: string;
  merged_into: string | null;
  number: string;
  programme_version_id: string;
  reporter_count: Generated<number>;
  signal_count: Generated<number>;
  state: 'open' | 'given' | 'working' | 'handled' | 'verified' | 'closed' | 'merged';
  statement: Generated<string>;
  title: string;
  urgency: 'normal' | 'urgent' | 'critical';
  version: Generated<number>;
}

export interface ProblemCause {
  cause_id: string;
  close_reason: string | null;
  closed_at: Timestamp | null;
  closed_by: string | null;
  id: string;
  opened_at: Timestamp;
  opened_by: string;
  problem_id: string;
  reason: string;
}

export interface ProblemDecision {
  at: Timestamp;
  by_person: string;
  for_unit: string | null;
  id: string;
  problem_id: string;
  step: string;
  words: string;
}

export interface ProblemPublication {
  at: Timestamp;
  by_person: string;
  end_reason: string | null;
  ended_at: Timestamp | null;
  ended_by: string | null;
  id: string;
  problem_id: string;
  title: string;
  words: string;
}

export interface ProblemShare {
  at: Timestamp;
  by_person: string;
  id: string;
  problem_id: string;
  to_person: string | null;
  to_unit: string | null;
  until: Timestamp | null;
}

export interface Procedure {
  changed_at: Timestamp;
  id: string;
  made_at: Timestamp;
  made_by: string;
  name: string;
  number: string;
  unit_id: string;
  version: Generated<number>;
}

export interface ProcedureAudience {
  person_id: string;
  run_id: string;
  task_id: string | null;
  unit_id: string;
}

export interface ProcedureFeedback {
  at: Timestamp;
  evidence: Json;
  rule: string;
  run_id: string;
  task_id: string;
}

export interface ProcedureFiring {
  at: Timestamp;
  data: Generated<Json>;
  event: string;
  id: string;
  refused: 'no_version' | 'no_unit' | null;
  run_id: string | null;
  settled_at: Timestamp | null;
  settled_by: string | null;
  settled_words: string | null;
  stands_with: string | null;
  trigger_id: string;
}

export interface ProcedureMove {
  at: Timestamp;
  by_person: string;
  from_version: string;
  id: string;
  reason: string;
  run_id: string;
  to_version: string;
}

export interface ProcedureRun {
  about_id: string | null;
  about_kind: 'problem' | 'signal' | 'unit' | 'organisation' | null;
  about_name: string | null;
  changed_at: Timestamp;
  end_reason: string | null;
  ended_at: Timestamp | null;
  ended_by: string | null;
  id: string;
  notice: Json | null;
  number: string;
  procedure_id: string;
  reason: string;
  responsible_id: string;
  second_id: string;
  started_at: Timestamp;
  started_by: string | null;
  state: 'running' | 'done' | 'stopped';
  unit_id: string;
  version: Generated<number>;
  version_id: string;
}

export interface ProcedureRunStep {
  done_at: Timestamp | null;
  given_at: Timestamp;
  key: string;
  run_id: string;
  title: string;
}

export interface ProcedureStep {
  after: Generated<string[]>;
  budget: number | null;
  evidence_asked: Generated<string>;
  feedback: Json | null;
  id: string;
  key: string;
  ord: number;
  person_id: string | null;
  place: 'thing' | 'named';
  role_code: string | null;
  supervision: 'off_site' | 'on_site' | null;
  title: string;
  unit_id: string | null;
  unit_of_time: string | null;
  version_id: string;
  who: 'role' | 'duty' | 'person' | 'fits' | 'listed';
  words: Generated<string>;
}

export interface ProcedureTrigger {
  checked_to: Timestamp | null;
  ended_at: Timestamp | null;
  ended_by: string | null;
  fallback_id: string;
  id: string;
  kind: 'signal' | 'date' | 'indicator' | 'file' | 'task_done' | 'credit';
  made_at: Timestamp;
  made_by: string;
  procedure_id: string;
  reason: string;
  terms: Json;
}

export interface ProcedureVersion {
  changed_at: Timestamp;
  id: string;
  issued_at: Timestamp | null;
  issued_by: string | null;
  made_at: Timestamp;
  made_by: string;
  nth: number;
  procedure_id: string;
  reason: string | null;
  responsible_id: string;
  second_id: string;
  state: 'draft' | 'issued' | 'dropped';
  valid_from: string | null;
  valid_to: string | null;
  version: Generated<number>;
  words: Generated<string>;
}

export interface Programme {
  code: string;
  id: string;
  name_en: string;
  name_zh: string;
}

export interface ProgrammeVersion {
  document: Json;
  id: string;
  number: number;
  programme_id: string;
  valid_from: string;
}

export interface ProgressReport {
  at: Timestamp;
  by_person: string;
  id: string;
  milestone_id: string | null;
  project_id: string;
  words: string;
}

export interface Project {
  background: Generated<string>;
  changed_at: Timestamp;
  effect: Generated<string>;
  ends_on: string | null;
  first_hand: boolean | null;
  id: string;
  level: 'group' | 'committee' | 'branch';
  made_at: Timestamp;
  made_by: string;
  method: Generated<string>;
  number: string;
  programme_version_id: string;
  starts_on: string | null;
  state: 'draft' | 'proposed' | 'running' | 'presented' | 'accepted' | 'closed' | 'dropped';
  title: string;
  unit_id: string;
  version: Generated<number>;
}

export interface ProjectDecision {
  at: Timestamp;
  by_person: string;
  id: string;
  project_id: string;
  step: string;
  words: string;
}

export interface ProjectMeasure {
  closed_at: Timestamp | null;
  closed_by: string | null;
  id: string;
  measure_id: string;
  opened_at: Timestamp;
  opened_by: string;
  project_id: string;
}

export interface ProjectMember {
  close_reason: string | null;
  closed_at: Timestamp | null;
  closed_by: string | null;
  duty: Generated<string>;
  id: string;
  opened_at: Timestamp;
  opened_by: string;
  person_id: string | null;
  project_id: string;
  role: 'lead' | 'reviewer' | 'decide' | 'line' | 'follow' | 'execute' | 'part';
  unit_id: string | null;
}

export interface ProjectPaper {
  file_hash: string;
  file_name: string;
  id: string;
  meeting_id: string | null;
  project_id: string;
  report_id: string | null;
  size: number;
  type: string;
}

export interface ProjectProblem {
  closed_at: Timestamp | null;
  closed_by: string | null;
  id: string;
  opened_at: Timestamp;
  opened_by: string;
  problem_id: string;
  project_id: string;
}

export interface Proposal {
  answers: Json;
  chosen: string | null;
  decided_at: Timestamp | null;
  decided_by: string | null;
  decision: 'taken' | 'other' | 'none' | 'replaced' | null;
  id: string;
  kind: 'category' | 'unit' | 'repeat';
  made_at: Timestamp;
  model_id: string | null;
  signal_id: string;
  withheld: Generated<Json>;
}

export interface PublicTry {
  failures: number;
  key: Buffer;
  last_at: Timestamp;
  total: number;
}

export interface PublicUse {
  amount: number;
  at: Timestamp;
  kind: 'report' | 'upload' | 'words';
  source: Buffer;
}

export interface PushChoice {
  channel: 'any' | 'none' | 'email' | 'wecom' | 'dingtalk' | 'govding' | 'sms';
  person_id: string;
  quiet_from: number | null;
  quiet_to: number | null;
}

export interface PushTry {
  at: Timestamp;
  channel: string;
  person_id: string;
  push_id: string;
}

export interface RateRule {
  ask_days: number;
  at: Timestamp;
  basically: Numeric;
  by_person: string;
  content: Numeric;
  discontent: Numeric;
  from_day: string;
  id: string;
  partly: Numeric;
  reason: string;
  resolution: number;
  response: number;
  satisfaction: number;
  unreached: boolean;
  very: Numeric;
}

export interface ReactionDone {
  at: Generated<Timestamp>;
  ledger_seq: number;
  reaction: string;
}

export interface ReactionFailure {
  at: Generated<Timestamp>;
  error: string;
  ledger_seq: number;
  reaction: string;
  tries: Generated<number>;
}

export interface ReactionMark {
  epoch: Generated<number>;
  reaction: string;
  txid: string;
  verb: string;
}

export interface Reading {
  at: Timestamp;
  by_person: string | null;
  control: Numeric | null;
  denominator: Numeric | null;
  exposure: Numeric | null;
  from_on: string;
  id: string;
  indicator_id: string;
  numerator: Numeric | null;
  source: Generated<string>;
  to_on: string;
  value: Numeric;
  version_id: string;
  way: 'typed' | 'imported' | 'counted';
  withdraw_reason: string | null;
  withdrawn_at: Timestamp | null;
  withdrawn_by: string | null;
}

export interface Reporter {
  address_sealed: Buffer | null;
  erased_at: Timestamp | null;
  hidden: Generated<boolean>;
  id: string;
  id_number_sealed: Buffer | null;
  name_sealed: Buffer | null;
  phone_sealed: Buffer | null;
  salt: Buffer;
}

export interface RetractedAssignment {
  binding_basis: string | null;
  id: string;
  opened_at: Timestamp;
  opened_by: string;
  problem_id: string;
  reason: string | null;
  retracted_at: Timestamp;
  role: string;
  to_unit: string;
}

export interface RetractedDecision {
  at: Timestamp;
  by_person: string;
  for_unit: string | null;
  id: string;
  problem_id: string;
  retracted_at: Timestamp;
  step: string;
  words: string;
}

export interface Role {
  built_in: Generated<boolean>;
  code: string;
  name_en: string;
  name_zh: string;
  reach: 'city' | 'closure' | 'unit' | 'self';
  sort: 'business' | 'system' | 'security' | 'audit';
  totp: Generated<'optional' | 'demanded'>;
  tree: 'admin' | 'party';
  verbs: string[];
  version: Generated<number>;
}

export interface RungDue {
  at: Timestamp;
  clock_id: string;
  due_at: Timestamp;
  ladder_id: string;
  nth: number;
}

export interface RungFired {
  clock_id: string;
  due_at: Timestamp;
  fired_at: Timestamp;
  id: string;
  kind: string;
  ladder_id: string;
  limit_name: string;
  nobody: boolean;
  nth: number;
  thing: string;
  told: string[];
  unit_id: string | null;
}

export interface Seal {
  at: Timestamp;
  chain: Buffer;
  epoch: number;
  leaves: Buffer;
  number: number;
  root: Buffer;
  rows: number;
  x: string;
}

export interface Session {
  agent: string | null;
  ended_at: Timestamp | null;
  ends_at: Timestamp;
  hash: Buffer;
  id: string;
  made_at: Timestamp;
  person_id: string;
  seen_at: Timestamp;
  source: string;
  totp_passed: Generated<boolean>;
}

export interface Signal {
  area_id: string | null;
  category: string | null;
  channel_id: string;
  disposition: 'answered' | 'transferred' | 'not_accepted' | 'withdrawn' | null;
  disposition_code: string | null;
  divided_from: string | null;
  erased_at: Timestamp | null;
  extra: Generated<Json>;
  id: string;
  import_id: string | null;
  matter: 'consult' | 'help' | 'complaint' | 'report' | 'suggest' | 'praise' | 'other';
  number: string;
  place: string | null;
  received_at: Timestamp;
  recorded_at: Timestamp;
  recorded_by: string | null;
  reporter_id: string;
  row_hash: Buffer | null;
  said_at: Timestamp | null;
  said_skew_ms: number | null;
  salt: Buffer;
  secret: Generated<boolean>;
  source_key: Buffer;
  source_number: string | null;
  state: 'untriaged' | 'gathered' | 'disposed';
  title: string | null;
  urgency: 'normal' | 'urgent' | 'critical';
  version: Generated<number>;
  wants_reply: Generated<boolean>;
  words: string;
}

export interface SignalAnswer {
  at: Timestamp;
  by_person: string;
  id: string;
  signal_id: string;
  way: 'phone' | 'visit' | 'message' | 'letter' | 'public' | 'other';
  words: string;
}

export interface SignalCallback {
  at: Timestamp;
  by_person: string | null;
  contacted: boolean | null;
  id: string;
  reached: boolean;
  satisfied: number | null;
  signal_id: string;
  solved: 'yes' | 'partly' | 'no' | null;
  way: 'phone' | 'visit' | 'message' | 'letter' | 'public' | 'other';
  words: string | null;
}

export interface SignalCategory {
  category_id: string;
  closed_at: Timestamp | null;
  closed_by: string | null;
  id: string;
  opened_at: Timestamp;
  opened_by: string;
  proposal_id: string | null;
  signal_id: string;
}

export interface SignalContact {
  at: Timestamp;
  by_person: string;
  id: string;
  reached: boolean;
  signal_id: string;
  way: 'phone' | 'visit' | 'message' | 'letter' | 'public' | 'other';
  words: string | null;
}

export interface SignalFollow {
  at: Timestamp;
  code_key: Buffer;
  digits_key: Buffer;
  signal_id: string;
}

export interface SignalHousehold {
  code: Buffer;
  signal_id: string;
}

export interface SignalKey {
  key: Buffer;
  kind: 'caller_phone' | 'caller_id_number' | 'caller_name' | 'words_phone';
  signal_id: string;
}

export interface SignalPhoto {
  at: Timestamp;
  file_hash: string;
  id: string;
  question_id: string | null;
  signal_id: string;
  size: number;
  type: string;
}

export interface SignalProblem {
  close_reason: string | null;
  closed_at: Timestamp | null;
  closed_by: string | null;
  id: string;
  opened_at: Timestamp;
  opened_by: string;
  problem_id: string;
  reason: string;
  signal_id: string;
}

export interface SignalQuestion {
  answer: string | null;
  answered_at: Timestamp | null;
  at: Timestamp;
  by_person: string;
  id: string;
  signal_id: string;
  words: string;
}

export interface SignalReopening {
  at: Timestamp;
  decided_at: Timestamp | null;
  decided_by: string | null;
  decision_words: string | null;
  id: string;
  outcome: 'granted' | 'declined' | null;
  signal_id: string;
  words: string;
}

export interface SignalSearch {
  grams: number[];
  received_at: Timestamp;
  signal_id: string;
}

export interface SignalVersion {
  extra: Json;
  import_id: string | null;
  number: number;
  row_hash: Buffer | null;
  salt: Buffer;
  signal_id: string;
  title: string | null;
  until: Timestamp;
  words: string;
}

export interface SignInFailure {
  failures: number;
  last_at: Timestamp;
  locked_until: Timestamp | null;
  login_key: Buffer;
  source: string;
}

export interface SignInProvider {
  changed_at: Timestamp;
  client_id: string;
  desk: string;
  id: string;
  issuer: string;
  name_en: string;
  name_zh: string;
  one: Generated<boolean>;
  open: boolean;
  secret_sealed: Buffer;
  trust_factors: boolean;
  version: Generated<number>;
}

export interface Skill {
  id: string;
  name: string;
  retired_at: Timestamp | null;
}

export interface Survey {
  from_day: string | null;
  id: string;
  made_at: Timestamp;
  made_by: string | null;
  months: number | null;
  name: string;
  scope: Generated<Json>;
  to_day: string | null;
  weekly: Generated<boolean>;
}

export interface SurveyRun {
  asked_at: Timestamp;
  asked_by: string | null;
  beat_at: Timestamp | null;
  ended_at: Timestamp | null;
  error: string | null;
  from_day: string | null;
  groups: number | null;
  id: string;
  left_out: number | null;
  number: number;
  rule: string | null;
  runner: string | null;
  share: Generated<number>;
  signals: number | null;
  state: 'waiting' | 'running' | 'done' | 'failed';
  step: string | null;
  survey_id: string;
  takes: Generated<number>;
  themes: number | null;
  to_day: string | null;
}

export interface Talk {
  agreed: Generated<string>;
  changed_at: Timestamp;
  fired_id: string | null;
  held_on: string | null;
  id: string;
  kind: string;
  letter_id: string | null;
  made_at: Timestamp;
  made_by: string | null;
  matter: string;
  number: string;
  recorded_by: string | null;
  state: 'called' | 'held' | 'dropped';
  thing: string;
  thing_number: string;
  unit_id: string;
  version: Generated<number>;
}

export interface TalkPerson {
  part: 'asked' | 'asks' | 'present';
  person_id: string;
  talk_id: string;
}

export interface Task {
  changed_at: Timestamp;
  evidence_asked: Generated<string>;
  fallback_to: string | null;
  fallback_why: 'nobody' | 'unit_closed' | 'away' | 'no_unit' | null;
  given_at: Timestamp;
  given_by: string;
  id: string;
  measure_id: string | null;
  number: string;
  problem_id: string | null;
  project_id: string | null;
  reviewer_id: string;
  run_id: string | null;
  state: 'given' | 'working' | 'submitted' | 'done' | 'withdrawn';
  step_id: string | null;
  title: string;
  unit_id: string;
  version: Generated<number>;
  words: Generated<string>;
}

export interface TextModel {
  by_person: string | null;
  figures: Json;
  file_hash: string;
  id: string;
  kind: 'category' | 'unit';
  number: number;
  size: number;
  state: 'candidate' | 'serving' | 'retired' | 'refused';
  trained_at: Timestamp;
  trained_on: number;
}

export interface TextModelDecision {
  at: Timestamp;
  by_person: string | null;
  id: string;
  instead_of: string | null;
  model_id: string;
  step: 'take' | 'refuse' | 'restore';
  words: string;
}

export interface TextThreshold {
  at: Timestamp;
  by_person: string;
  id: string;
  kind: 'category' | 'unit';
  reason: string;
  threshold: Numeric;
}

export interface TextTraining {
  asked_at: Timestamp;
  asked_by: string | null;
  ended_at: Timestamp | null;
  failure: Json | null;
  id: string;
  kind: 'category' | 'unit';
  model_id: string | null;
  read_rows: Generated<number>;
  started_at: Timestamp | null;
  state: 'waiting' | 'running' | 'done' | 'failed';
}

export interface Theme {
  changed_at: Timestamp;
  id: string;
  made_at: Timestamp;
  merged_into: string | null;
  name: string;
  named_by: string | null;
  state: 'proposed' | 'confirmed' | 'dismissed' | 'campaign' | 'merged' | 'gone';
  survey_id: string;
  version: Generated<number>;
  words: Generated<string[]>;
}

export interface ThemeDecision {
  at: Timestamp;
  by_person: string;
  id: string;
  moved: Json;
  step: string;
  survey_id: string;
  theme_id: string;
  undone_at: Timestamp | null;
  words: Generated<string>;
}

export interface ThemeFigure {
  figures: Json;
  heat: number;
  rule_from: string;
  run: number;
  theme_id: string;
}

export interface ThemeGroup {
  closed_at: Timestamp | null;
  closed_by: string | null;
  closed_run: number | null;
  group_id: string;
  id: string;
  opened_at: Timestamp;
  opened_by: string | null;
  opened_run: number;
  theme_id: string | null;
}

export interface TimeRequest {
  at: Timestamp;
  budget: number | null;
  by_person: string;
  clock_id: string;
  decided_at: Timestamp | null;
  decided_by: string | null;
  decision: string | null;
  due_after: Timestamp | null;
  due_was: Timestamp;
  ended_at: Timestamp | null;
  ended_by: string | null;
  id: string;
  kind: 'extension' | 'suspension';
  reason: string;
  state: 'asked' | 'granted' | 'refused' | 'withdrawn' | 'lapsed' | 'ended';
  thing: string;
  thing_kind: 'problem' | 'task';
  until: string | null;
  words: string;
}

export interface Unit {
  area_id: string | null;
  code: string | null;
  host_unit_id: string | null;
  id: string;
  kind: string;
  name: string;
  short_name: string;
  tree: 'admin' | 'party';
  valid_from: Generated<string>;
  valid_to: string | null;
  version: Generated<number>;
}

export interface UnitEdge {
  child_id: string;
  id: string;
  parent_id: string;
  relation: 'part' | 'leads' | 'guides';
  valid_from: Generated<string>;
  valid_to: string | null;
}

export interface UnitSuccessor {
  at: string;
  kind: 'renamed' | 'merged' | 'split' | 'dissolved';
  predecessor_id: string;
  successor_id: string;
}

export interface Urging {
  at: Timestamp;
  by_person: string;
  id: string;
  problem_id: string | null;
  task_id: string | null;
  to_person: string | null;
  to_unit: string | null;
  words: string;
}

export interface Waiver {
  acceptance_id: string;
  at: Timestamp;
  by_person: string;
  goal_id: string;
  id: string;
  reason: string;
}

export interface Warning {
  area_id: string | null;
  category_id: string | null;
  changed_at: Timestamp;
  expected: Numeric;
  found_at: Timestamp;
  id: string;
  last_on: string;
  once_in_days: Numeric;
  people: number;
  problem_id: string | null;
  state: 'new' | 'noted' | 'acted' | 'dismissed' | 'over';
  version: Generated<number>;
  window_days: number;
}

export interface WarningDay {
  area_id: string | null;
  category_id: string | null;
  day: string;
  people: number;
}

export interface WarningDecision {
  at: Timestamp;
  by_person: string;
  id: string;
  step: 'note' | 'act' | 'dismiss';
  warning_id: string;
  words: string;
}

export interface WarningRule {
  at: Timestamp;
  by_person: string;
  false_alarms: Numeric;
  id: string;
  reason: string;
}

export interface DB {
  acceptance: Acceptance;
  acceptance_panel: AcceptancePanel;
  acceptance_paper: AcceptancePaper;
  account: Account;
  acknowledgement: Acknowledgement;
  activation: Activation;
  answer_template: AnswerTemplate;
  area: Area;
  assignment: Assignment;
  calendar_change: CalendarChange;
  calendar_day: CalendarDay;
  calendar_lane: CalendarLane;
  calendar_year: CalendarYear;
  callback_draw: CallbackDraw;
  callback_item: CallbackItem;
  callback_rule: CallbackRule;
  campaign: Campaign;
  campaign_problem: CampaignProblem;
  category: Category;
  category_alias: CategoryAlias;
  cause: Cause;
  cause_decision: CauseDecision;
  cause_evidence: CauseEvidence;
  change_decision: ChangeDecision;
  change_request: ChangeRequest;
  channel: Channel;
  clock: Clock;
  clock_extension: ClockExtension;
  clock_suspension: ClockSuspension;
  closing: Closing;
  closing_goal: ClosingGoal;
  countersignature: Countersignature;
  credit_case: CreditCase;
  credit_check: CreditCheck;
  credit_decision: CreditDecision;
  credit_fact: CreditFact;
  credit_metric: CreditMetric;
  credit_rule: CreditRule;
  credit_visiting: CreditVisiting;
  data_extract: DataExtract;
  decision: Decision;
  deferral: Deferral;
  delegation: Delegation;
  duty_assist: DutyAssist;
  duty_entry: DutyEntry;
  duty_list: DutyList;
  erased_file: ErasedFile;
  evidence: Evidence;
  exclusion: Exclusion;
  exclusion_decision: ExclusionDecision;
  extract_fetch: ExtractFetch;
  fairness_rule: FairnessRule;
  goal: Goal;
  group_signal: GroupSignal;
  hand_in: HandIn;
  hand_in_review: HandInReview;
  heat_rule: HeatRule;
  import: Import;
  import_mapping: ImportMapping;
  import_row: ImportRow;
  indicator: Indicator;
  indicator_version: IndicatorVersion;
  integration_token: IntegrationToken;
  knowledge_entry: KnowledgeEntry;
  knowledge_gram: KnowledgeGram;
  knowledge_gram_count: KnowledgeGramCount;
  knowledge_use: KnowledgeUse;
  knowledge_version: KnowledgeVersion;
  knowledge_wish: KnowledgeWish;
  ladder: Ladder;
  ladder_rung: LadderRung;
  leader_note: LeaderNote;
  leader_note_decision: LeaderNoteDecision;
  lease: Lease;
  ledger: Ledger;
  letter: Letter;
  letter_decision: LetterDecision;
  limit_rule: LimitRule;
  matter_group: MatterGroup;
  measure: Measure;
  measure_cause: MeasureCause;
  measure_pair: MeasurePair;
  meeting: Meeting;
  meeting_present: MeetingPresent;
  message: Message;
  message_day: MessageDay;
  message_mute: MessageMute;
  message_push: MessagePush;
  milestone: Milestone;
  monthly: Monthly;
  office_hours: OfficeHours;
  organisation: Organisation;
  outside_channel: OutsideChannel;
  outside_todo: OutsideTodo;
  paper: Paper;
  person: Person;
  person_address: PersonAddress;
  person_identity: PersonIdentity;
  person_skill: PersonSkill;
  post: Post;
  problem: Problem;
  problem_cause: ProblemCause;
  problem_decision: ProblemDecision;
  problem_publication: ProblemPublication;
  problem_share: ProblemShare;
  procedure: Procedure;
  procedure_audience: ProcedureAudience;
  procedure_feedback: ProcedureFeedback;
  procedure_firing: ProcedureFiring;
  procedure_move: ProcedureMove;
  procedure_run: ProcedureRun;
  procedure_run_step: ProcedureRunStep;
  procedure_step: ProcedureStep;
  procedure_trigger: ProcedureTrigger;
  procedure_version: ProcedureVersion;
  programme: Programme;
  programme_version: ProgrammeVersion;
  progress_report: ProgressReport;
  project: Project;
  project_decision: ProjectDecision;
  project_measure: ProjectMeasure;
  project_member: ProjectMember;
  project_paper: ProjectPaper;
  project_problem: ProjectProblem;
  proposal: Proposal;
  public_try: PublicTry;
  public_use: PublicUse;
  push_choice: PushChoice;
  push_try: PushTry;
  rate_rule: RateRule;
  reaction_done: ReactionDone;
  reaction_failure: ReactionFailure;
  reaction_mark: ReactionMark;
  reading: Reading;
  reporter: Reporter;
  retracted_assignment: RetractedAssignment;
  retracted_decision: RetractedDecision;
  role: Role;
  rung_due: RungDue;
  rung_fired: RungFired;
  seal: Seal;
  session: Session;
  sign_in_failure: SignInFailure;
  sign_in_provider: SignInProvider;
  signal: Signal;
  signal_answer: SignalAnswer;
  signal_callback: SignalCallback;
  signal_category: SignalCategory;
  signal_contact: SignalContact;
  signal_follow: SignalFollow;
  signal_household: SignalHousehold;
  signal_key: SignalKey;
  signal_photo: SignalPhoto;
  signal_problem: SignalProblem;
  signal_question: SignalQuestion;
  signal_reopening: SignalReopening;
  signal_search: SignalSearch;
  signal_version: SignalVersion;
  skill: Skill;
  survey: Survey;
  survey_run: SurveyRun;
  talk: Talk;
  talk_person: TalkPerson;
  task: Task;
  text_model: TextModel;
  text_model_decision: TextModelDecision;
  text_threshold: TextThreshold;
  text_training: TextTraining;
  theme: Theme;
  theme_decision: ThemeDecision;
  theme_figure: ThemeFigure;
  theme_group: ThemeGroup;
  time_request: TimeRequest;
  unit: Unit;
  unit_edge: UnitEdge;
  unit_successor: UnitSuccessor;
  urging: Urging;
  waiver: Waiver;
  warning: Warning;
  warning_day: WarningDay;
  warning_decision: WarningDecision;
  warning_rule: WarningRule;
}
