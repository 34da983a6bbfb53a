/** Decisions about countersigning: asking, asking no longer, agreeing or objecting, answering, deciding over an objection. */
import { Form, Radio } from 'antd';
import { countersignApi } from '#triage/countersign/countersign.api.ts';
import { type CountersignRule, countersignRules, type Verdict, verdicts } from '#triage/countersign/countersign.ts';
import { steps } from '#triage/problem.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import type { OnProblem } from '#web/problems/assign-dialogs.tsx';
import { countersignWords } from '#web/problems/countersign.words.ts';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Choice = { value: string; label: string };

function Choose({ name, label, options }: { name: string; label: string; options: Choice[] }) {
  const needed = useNeeded();
  return (
    <Form.Item name={name} label={label} rules={needed}>
      <Radio.Group options={options} />
    </Form.Item>
  );
}

function useChoices(table: Record<string, { zh: string; en: string }>): Choice[] {
  const say = useSaid();
  return Object.entries(table).map(([value, said]) => ({ value, label: say(said) }));
}

export function AddSignerDialog({ problem, onClose }: OnProblem) {
  const t = useWords(countersignWords);
  const say = useSaid();
  const needed = useNeeded();
  const rules = useChoices(countersignRules);
  const { rule, signers } = problem.countersigning;
  const has = problem.assignments.filter(({ closedAt }) => closedAt === null).map(({ unit }) => unit.id);
  const first = signers.every(({ standing }) => standing === null);
  type Values = { unit: Picked; rule?: CountersignRule; reason: string };
  return (
    <ActionDialog
      title={say(steps.addSigner)}
      how={t('addHow')}
      initial={{ rule }}
      route={countersignApi.add}
      args={({ unit, rule: chosen, reason }: Values, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, unitId: unit.id, reason, rule: chosen ?? null },
      })}
      done={(_, { unit }) => t('added', { unit: unit.name })}
      onClose={onClose}
    >
      <Form.Item name="unit" label={t('unit')} rules={needed}>
        <UnitPick not={has} />
      </Form.Item>
      {first && <Choose name="rule" label={t('rule')} options={rules} />}
      <ReasonItem label={t('addWhy')} />
    </ActionDialog>
  );
}

export function DropSignerDialog({ problem, onClose }: OnProblem) {
  const t = useWords(countersignWords);
  const say = useSaid();
  const asked = problem.countersigning.signers.filter(({ standing }) => standing !== null);
  const options = asked.map(({ assignment, unit }) => ({ value: assignment, label: unit.shortName }));
  const nameOf = (id: string) => options.find(({ value }) => value === id)?.label ?? '';
  return (
    <ActionDialog
      title={say(steps.dropSigner)}
      how={t('dropHow')}
      initial={{ ...(options.length === 1 && { assignmentId: options[0]!.value }) }}
      route={countersignApi.drop}
      args={({ assignmentId, reason }: { assignmentId: string; reason: string }, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, assignmentId, reason },
      })}
      done={(_, { assignmentId }) => t('dropped', { unit: nameOf(assignmentId) })}
      onClose={onClose}
    >
      <Choose name="assignmentId" label={t('dropWhich')} options={options} />
      <ReasonItem />
    </ActionDialog>
  );
}

export function SignRuleDialog({ problem, onClose }: OnProblem) {
  const t = useWords(countersignWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.signRule)}
      initial={{ rule: problem.countersigning.rule }}
      route={countersignApi.rule}
      args={({ rule, reason }: { rule: CountersignRule; reason: string }, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, rule, reason },
      })}
      done={(_, { rule }) => t('ruleSet', { rule: say(countersignRules[rule]) })}
      onClose={onClose}
    >
      <Choose name="rule" label={t('rule')} options={useChoices(countersignRules)} />
      <ReasonItem />
    </ActionDialog>
  );
}

export function CountersignDialog({ problem, onClose }: OnProblem) {
  const t = useWords(countersignWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.countersign)}
      route={countersignApi.say}
      args={({ verdict, words }: { verdict: Verdict; words: string }, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, verdict, words },
      })}
      done={(_, { verdict }) => t(verdict === 'agree' ? 'agreed' : 'objected')}
      onClose={onClose}
    >
      <Choose name="verdict" label={t('verdict')} options={useChoices(verdicts)} />
      <ReasonItem name="words" label={t('words')} />
    </ActionDialog>
  );
}

/** The lead answers an objection, or the dispatcher decides over it. */
export function ObjectionDialog({ problem, onClose, step }: OnProblem & { step: 'answerObjection' | 'overrule' }) {
  const t = useWords(countersignWords);
  const say = useSaid();
  const answers = step === 'answerObjection';
  const options = problem.countersigning.signers
    .filter(({ standing }) => standing === 'objecting')
    .map(({ unit, said }) => ({ value: said[said.length - 1]!.id, label: unit.shortName }));
  const nameOf = (id: string) => options.find(({ value }) => value === id)?.label ?? '';
  return (
    <ActionDialog
      title={say(steps[step])}
      how={t(answers ? 'answerHow' : 'overruleHow')}
      initial={{ ...(options[0] && { wordId: options[0].value }) }}
      route={answers ? countersignApi.answer : countersignApi.overrule}
      args={({ wordId, words }: { wordId: string; words: string }, id) => ({
        params: { id: problem.id },
        body: { id, version: problem.version, wordId, words },
      })}
      done={(_, { wordId }) => t(answers ? 'answerDone' : 'overruleDone', { unit: nameOf(wordId) })}
      onClose={onClose}
    >
      <Choose name="wordId" label={t('which')} options={options} />
      <ReasonItem name="words" label={t(answers ? 'answerWords' : 'overruleWords')} />
    </ActionDialog>
  );
}
