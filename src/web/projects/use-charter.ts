/** The wizard's form: kept in this tab as it is written, saved as a whole at every step, refused at the field that is wrong. */
import { Form } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { newId } from '#platform/ids.ts';
import { projectApi } from '#project/project.api.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { layOnForm } from '#web/call/lay-on-form.ts';
import { Refusal } from '#web/call/refusal.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { useMe } from '#web/desk/me.ts';
import { keptDraft } from '#web/place/draft.ts';
import { type CharterForm, charterOf, formOf, stepOf, type WizardStep } from '#web/projects/charter-form.ts';
import { saidNow } from '#web/words/words.ts';

type Kept = { version: number; form: CharterForm };

const isKept = (found: unknown): found is Kept => {
  const { version, form } = (found ?? {}) as Partial<Kept>;
  return typeof version === 'number' && Array.isArray(form?.goals) && Array.isArray(form.milestones);
};

/** Rules that name no field of their own. */
const fieldOf: Record<string, keyof CharterForm> = {
  reviewer_is_lead: 'reviewerId',
  reviewer_under_lead: 'reviewerId',
  measure_dropped: 'measures',
};

export function useCharter(page: ProjectPage, step: WizardStep, toStep: (step: WizardStep) => void) {
  const me = useMe();
  const [form] = Form.useForm<CharterForm>();
  const kept = keptDraft(`charter:${page.id}`, me.person.id, isKept);
  const [found] = useState(kept.read);
  const [initial] = useState(() => found?.form ?? formOf(page));
  const [seen, setSeen] = useState<number | null>(found?.version ?? page.version);
  const [edited, setEdited] = useState(found ? 1 : 0);
  const verb = useVerb(projectApi.describe, { shows: true });
  const version = seen ?? page.version;
  // A double click is one decision; what is written after it is another.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a change or a new version asks for a new id
  const decision = useMemo(newId, [edited, version]);

  const changed = () => {
    setEdited((count) => count + 1);
    kept.write({ version, form: form.getFieldsValue(true) });
  };

  /** @returns whether the charter stands saved as it is written. */
  async function save(): Promise<boolean> {
    const whole = await form.validateFields().catch(() => undefined);
    if (!whole) return false;
    if (edited === 0) return true;
    const charter = charterOf(form.getFieldsValue(true));
    const outcome = await verb.run({ params: { id: page.id }, body: { id: decision, version, charter } });
    if ('refusal' in outcome) return false;
    kept.forget();
    setSeen(outcome.reply.version);
    setEdited(0);
    return true;
  }

  const { refusal } = verb;
  const [first] = refusal?.body.fields ?? [];
  // biome-ignore lint/correctness/useExhaustiveDependencies: one refusal leads to its step once
  useEffect(() => {
    if (first && stepOf(first.path) !== step) toStep(stepOf(first.path));
  }, [refusal]);
  useEffect(() => {
    if (!refusal) return;
    const fields = (refusal.body.fields ?? []).filter(({ path }) => stepOf(path) === step);
    if (fields.length > 0) layOnForm(form, new Refusal({ ...refusal.body, fields }));
    const name = fieldOf[refusal.body.code];
    if (name && stepOf(name) === step) form.setFields([{ name, errors: [saidNow(refusal.body.message)] }]);
  }, [refusal, step, form]);

  return {
    ...{ form, initial, save, changed, refusal, saving: verb.running },
    restored: found !== undefined,
    edited: edited > 0,
    discard: kept.forget,
    /** Somebody else was first: what is written goes on top of what they wrote. */
    reload: () => {
      setSeen(null);
      verb.forget();
    },
  };
}

export type CharterDesk = ReturnType<typeof useCharter>;
