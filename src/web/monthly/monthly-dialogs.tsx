/** Beginning, ending and dropping a monthly theme. */
import { Form } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { type MonthlyItem, monthlyApi } from '#triage/monthly/monthly.api.ts';
import { monthlyWords } from '#web/monthly/monthly.words.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { ProblemPick } from '#web/pick/problem-pick.tsx';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useWords } from '#web/words/words.ts';

type Props = { item: MonthlyItem; onClose: () => void };
const changes = ['/monthly', '/problems'];

export function BeginDialog({ item, onClose }: Props) {
  const t = useWords(monthlyWords);
  const [problemId] = useState(newId);
  const lead = item.lead.shortName;
  return (
    <ActionDialog<typeof monthlyApi.begin, { existing?: Picked | null }>
      title={`${t('begin')} ${item.title}`}
      ok={t('begin')}
      how={t('beginHow', { lead })}
      route={monthlyApi.begin}
      args={({ existing }, id) => ({
        params: { id: item.id },
        body: { id, version: item.version, problemId, existing: existing?.id ?? null },
      })}
      done={({ problem }) => t('begun', { number: problem?.number ?? '', lead })}
      changes={changes}
      onClose={onClose}
    >
      <Form.Item name="existing" label={t('existing')}>
        <ProblemPick />
      </Form.Item>
    </ActionDialog>
  );
}

export function EndDialog({ item, onClose }: Props) {
  const t = useWords(monthlyWords);
  return (
    <ActionDialog<typeof monthlyApi.end, { result: string }>
      title={`${t('end')} ${item.title}`}
      ok={t('end')}
      how={t('endHow')}
      route={monthlyApi.end}
      args={({ result }, id) => ({ params: { id: item.id }, body: { id, version: item.version, result } })}
      done={({ title }) => t('ended', { title })}
      changes={changes}
      onClose={onClose}
    >
      <ReasonItem name="result" label={t('result')} />
    </ActionDialog>
  );
}

export function DropDialog({ item, onClose }: Props) {
  const t = useWords(monthlyWords);
  return (
    <ActionDialog<typeof monthlyApi.drop, { reason: string }>
      title={`${t('drop')} ${item.title}`}
      ok={t('drop')}
      how={t('dropHow')}
      danger
      route={monthlyApi.drop}
      args={({ reason }, id) => ({ params: { id: item.id }, body: { id, version: item.version, reason } })}
      done={({ title }) => t('dropped', { title })}
      changes={changes}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}
