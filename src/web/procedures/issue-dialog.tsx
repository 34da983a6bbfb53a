/** Issuing a version from a day on, and dropping one. */
import { Form } from 'antd';
import { dayOf } from '#clock/day.ts';
import { procedureApi, type VersionShown } from '#procedure/procedure.api.ts';
import { DayPick } from '#web/pick/day-pick.tsx';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { procedureWords } from '#web/procedures/procedure.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

type About = { version: VersionShown; onClose: () => void };

export function IssueDialog({ version, running, onClose }: About & { running: number }) {
  const t = useWords(procedureWords);
  const times = useTimes();
  const needed = useNeeded();
  const today = dayOf(times.now());
  return (
    <ActionDialog
      title={t('issue')}
      how={t('issueHow', { n: running })}
      initial={{ from: today } as Partial<{ from: string; reason: string }>}
      route={procedureApi.issue}
      args={({ from, reason }: { from: string; reason: string }, id) => ({
        params: { id: version.id },
        body: { id, version: version.version, from, to: null, reason },
      })}
      done={(_, { from }) => t('issued', { from: times.day(new Date(from)) })}
      changes={['/procedures']}
      onClose={onClose}
    >
      <Form.Item name="from" label={t('issueFrom')} rules={needed}>
        <DayPick open={(day) => day >= today} />
      </Form.Item>
      <ReasonItem />
    </ActionDialog>
  );
}

export function DropDialog({ version, onClose }: About) {
  const t = useWords(procedureWords);
  return (
    <ActionDialog
      title={t('drop')}
      how={t('dropHow')}
      danger
      route={procedureApi.drop}
      args={({ reason }: { reason: string }, id) => ({
        params: { id: version.id },
        body: { id, version: version.version, reason },
      })}
      done={() => t('dropped')}
      changes={['/procedures']}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}
