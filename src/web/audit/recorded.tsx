/** What a row of the ledger recorded beside who, what and when: names in place of ids, words in place of codes. */

import type { AuditRow } from '#people/audit.api.ts';
import { permissions } from '#people/permissions.ts';
import { purposes } from '#people/person.api.ts';
import { type Role, roleApi } from '#people/role.api.ts';
import { reachWords } from '#people/role.ts';
import { relations, successions, unitKinds } from '#people/unit.ts';
import { channelKinds, dispositionCodes, dispositions, urgencies, ways } from '#signal/signal.ts';
import { states as taskStates } from '#task/task.ts';
import { countersignRules, verdicts } from '#triage/countersign/countersign.ts';
import { assignmentRoles, classes, states as problemStates } from '#triage/problem.ts';
import { auditWords } from '#web/audit/audit.words.ts';
import { dataWords, otherValues } from '#web/audit/recorded.words.ts';
import { useRead } from '#web/call/use-read.ts';
import { purposes as reporterPurposes } from '#web/signals/signal-page.words.ts';
import { Facts } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { type Said, useSaid, useWords } from '#web/words/words.ts';

type Codes = Readonly<Record<string, Said>>;

/** By the row's kind first, for one word means different things of different things. */
const codes: Record<string, Codes> = {
  ...otherValues,
  'problem from': problemStates,
  'problem to': problemStates,
  'problem role': assignmentRoles,
  'problem rule': countersignRules,
  'problem verdict': verdicts,
  'task from': taskStates,
  'task to': taskStates,
  'unit kind': { ...unitKinds, ...successions },
  'signal kind': dispositions,
  'channel kind': channelKinds,
  'import kind': otherValues.import!,
  'signal purpose': reporterPurposes,
  purpose: purposes,
  code: dispositionCodes,
  disposition: dispositionCodes,
  way: ways,
  class: classes,
  urgency: urgencies,
  relation: relations,
  reach: reachWords,
  verbs: permissions,
  verbsBefore: permissions,
};

/** The database keeps no order of keys: before comes before after. */
const order = Object.keys(dataWords);

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const fingerprint = /^[0-9a-f]{64}$/;
const day = /^\d{4}-\d\d-\d\d$/;
const instant = /^\d{4}-\d\d-\d\dT.*Z$/;

export function Recorded({ row }: { row: AuditRow }) {
  const t = useWords(auditWords);
  const roles = useRead(roleApi.list, {}).data?.items ?? [];
  const show = useShown(row, roles);
  const say = useSaid();
  const label = (key: string) => say(dataWords[key] ?? { zh: key, en: key });
  const inOrder = Object.entries(row.data).sort(([a], [b]) => order.indexOf(a) - order.indexOf(b));
  const facts = inOrder.flatMap(([key, value]) => {
    const shown = show(key, value, label);
    return shown === ''
      ? []
      : [
          [
            label(key),
            <span key={key} className="verbatim">
              {shown}
            </span>,
          ] as const,
        ];
  });
  return facts.length === 0 ? <p className="quiet">{t('nothing')}</p> : <Facts of={facts} />;
}

type Show = (key: string, value: unknown, label: (key: string) => string) => string;

/** Empty: nothing that says anything to a reader, as the id of a row that has no page. */
function useShown({ kind, names }: AuditRow, roles: readonly Role[]): Show {
  const t = useWords(auditWords);
  const say = useSaid();
  const times = useTimes();
  const text = (key: string, value: string): string => {
    if (uuid.test(value)) return names[value] ?? '';
    if (fingerprint.test(value)) return `${value.slice(0, 12)}…`;
    if (instant.test(value)) return times.moment(value);
    if (day.test(value)) return times.day(value);
    const role = key === 'role' ? roles.find(({ code }) => code === value)?.name : undefined;
    const word = codes[`${kind} ${key}`]?.[value] ?? codes[key]?.[value] ?? role;
    return word ? say(word) : value;
  };
  const show: Show = (key, value, label) => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'boolean') return t(value ? 'yes' : 'no');
    if (typeof value === 'string') return text(key, value);
    if (Array.isArray(value))
      return value
        .map((one) => show(key, one, label))
        .filter(Boolean)
        .join('、');
    if (typeof value !== 'object') return String(value);
    const inside = Object.entries(value).map(([name, one]) => [label(name), show(name, one, label)] as const);
    return inside
      .filter(([, shown]) => shown !== '')
      .map(([name, shown]) => `${name} ${shown}`)
      .join('，');
  };
  return show;
}
