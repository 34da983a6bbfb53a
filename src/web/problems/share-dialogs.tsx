/** Sharing a problem with a unit or a person whose posts do not reach it, and taking that back. */
import { DatePicker, Form, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { triageApi } from '#triage/triage.api.ts';
import type { ProblemPage } from '#views/desk.api.ts';
import { PersonPick } from '#web/pick/person-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import type { OnProblem } from '#web/problems/assign-dialogs.tsx';
import { decisionWords, problemWords } from '#web/problems/problem.words.ts';
import { useNeeded } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export type Share = ProblemPage['shares'][number];

export const sharedWith = ({ unit, person }: Share): string => unit?.shortName || unit?.name || person?.name || '';

type Values = { kind: 'person' | 'unit'; unit?: Picked; person?: Picked; until?: Dayjs | null };

export function ShareDialog({ problem, onClose }: OnProblem) {
  const t = useWords(decisionWords);
  const times = useTimes();
  return (
    <ActionDialog
      title={useWords(problemWords)('share')}
      how={t('shareHow')}
      initial={{ kind: 'person' as const }}
      route={triageApi.share}
      args={({ unit, person, until }: Values, id) => ({
        params: { id: problem.id },
        body: {
          ...{ id, version: problem.version, until: until?.format('YYYY-MM-DD') ?? null },
          ...{ unitId: unit?.id ?? null, personId: person?.id ?? null },
        },
      })}
      done={(_, { unit, person }) => t('shared', { name: (unit ?? person)?.name ?? '' })}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('shareWith')} required>
        <Radio.Group
          options={[
            { value: 'person', label: t('sharePerson') },
            { value: 'unit', label: t('shareUnit') },
          ]}
        />
      </Form.Item>
      <Receiver problem={problem} />
      <Form.Item name="until" label={t('until')} extra={t('untilHow')}>
        <DatePicker minDate={dayjs(times.now())} />
      </Form.Item>
    </ActionDialog>
  );
}

/** Whoever has it by a share already is not offered again. */
function Receiver({ problem }: { problem: ProblemPage }) {
  const t = useWords(decisionWords);
  const needed = useNeeded();
  const kind = Form.useWatch<Values['kind']>('kind');
  const has = problem.shares.map(({ unit, person }) => (unit ?? person)!.id);
  return kind === 'unit' ? (
    <Form.Item key="unit" name="unit" label={t('unit')} rules={needed}>
      <UnitPick not={has} tree="any" />
    </Form.Item>
  ) : (
    <Form.Item key="person" name="person" label={t('person')} rules={needed}>
      <PersonPick not={has} />
    </Form.Item>
  );
}

export function EndShareDialog({ problem, share, onClose }: OnProblem & { share: Share }) {
  const t = useWords(decisionWords);
  const name = sharedWith(share);
  return (
    <ActionDialog
      title={t('endShareTitle', { name })}
      ok={t('endShare')}
      how={t('endShareHow', { name })}
      route={triageApi.endShare}
      args={(_, id) => ({ params: { id: problem.id, share: share.id }, query: { id, version: problem.version } })}
      done={() => t('shareEnded', { name })}
      onClose={onClose}
    />
  );
}
