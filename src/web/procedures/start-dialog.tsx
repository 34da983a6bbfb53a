/** Starting a procedure by hand: about what, why; and where its first step goes to many, to whom and what it says this time. */
import { Button, Checkbox, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { ProcedureShown, VersionShown } from '#procedure/procedure.api.ts';
import { runApi } from '#procedure/run.api.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { ProblemPick } from '#web/pick/problem-pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { ManyPicks } from '#web/procedures/many-picks.tsx';
import { RolesSelect } from '#web/procedures/role-select.tsx';
import { runWords } from '#web/procedures/run.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useWords } from '#web/words/words.ts';

type Listed = { units?: Picked[]; below?: boolean; roles?: string[]; persons?: Picked[] };
type Notice = { title?: string; words?: string; evidenceAsked?: string; budget?: number };
type Values = Listed & Notice & { problem?: Picked; unit?: Picked; reason: string };

const audienceOf = ({ units = [], below = true, roles = [], persons = [] }: Listed) => ({
  ...{ units: units.map(({ id }) => id), below, roles, persons: persons.map(({ id }) => id) },
});

type StartDialogProps = { procedure: ProcedureShown; version: VersionShown; onClose: () => void };

export function StartDialog({ procedure, version, onClose }: StartDialogProps) {
  const t = useWords(runWords);
  const [kind, setKind] = useState<'none' | 'problem' | 'unit'>('none');
  const listed = version.steps.find(({ who }) => who === 'listed');
  const needed = [{ required: true, message: t('needed') }];
  return (
    <ActionDialog
      title={t('start', { name: procedure.name })}
      width={560}
      initial={listed ? ({ below: true, budget: listed.budget ?? 3 } as Partial<Values>) : {}}
      route={runApi.start}
      args={({ problem, unit, reason, title, words = '', evidenceAsked = '', budget = 3, ...many }: Values, id) => ({
        body: {
          ...{ id, procedureId: procedure.id, reason },
          about: kind === 'none' ? null : { kind, id: (kind === 'problem' ? problem : unit)!.id },
          audience: listed ? audienceOf(many) : null,
          notice: listed && title ? { title, words, evidenceAsked, budget, unitOfTime: 'working_day' as const } : null,
        },
      })}
      done={() => t('started')}
      leads={({ id }) => `/runs/${id}`}
      changes={['/runs', '/procedures', '/tasks', '/my-work']}
      onClose={onClose}
    >
      {listed && <NoticeFields />}
      <Form.Item label={t('aboutKind')}>
        <Select
          value={kind}
          aria-label={t('aboutKind')}
          onChange={setKind}
          options={[
            { value: 'none', label: t('noThing') },
            { value: 'problem', label: t('aProblem') },
            { value: 'unit', label: t('aUnit') },
          ]}
        />
      </Form.Item>
      {kind === 'problem' && (
        <Form.Item name="problem" label={t('aProblem')} rules={needed}>
          <ProblemPick />
        </Form.Item>
      )}
      {kind === 'unit' && (
        <Form.Item name="unit" label={t('aUnit')} rules={needed}>
          <UnitPick />
        </Form.Item>
      )}
      <ReasonItem label={t('reason')} />
    </ActionDialog>
  );
}

function NoticeFields() {
  const t = useWords(runWords);
  const form = Form.useFormInstance<Values>();
  const needed = [{ required: true, message: t('needed') }];
  const count = useVerb(runApi.count, { changes: [] });
  const [counted, setCounted] = useState<number>();
  const look = async () => {
    const outcome = await count.run({ body: audienceOf(form.getFieldsValue()) });
    if ('reply' in outcome) setCounted(outcome.reply.count);
  };
  return (
    <>
      <Form.Item name="title" label={t('noticeTitle')} rules={needed}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="words" label={t('noticeWords')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={2_000} />
      </Form.Item>
      <Form.Item name="evidenceAsked" label={t('evidence')}>
        <Input maxLength={500} />
      </Form.Item>
      <Form.Item name="budget" label={t('days')} rules={needed}>
        <InputNumber min={1} max={250} precision={0} />
      </Form.Item>
      <Form.Item name="units" label={t('units')}>
        <ManyPicks pick={(props) => <UnitPick tree="any" {...props} />} />
      </Form.Item>
      <Form.Item name="below" valuePropName="checked">
        <Checkbox>{t('below')}</Checkbox>
      </Form.Item>
      <Form.Item name="roles" label={t('roles')}>
        <RolesSelect />
      </Form.Item>
      <Form.Item name="persons" label={t('persons')}>
        <ManyPicks pick={(props) => <AnybodyPick {...props} />} />
      </Form.Item>
      <p>
        <Button size="small" loading={count.running} onClick={() => void look()}>
          {t('count')}
        </Button>{' '}
        {counted !== undefined && t('counted', { count: counted })}
      </p>
    </>
  );
}
