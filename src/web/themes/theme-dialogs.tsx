/** Decisions on a theme that need words: rename, merge, dismiss, and making it a common problem. */
import { Form, Input, Select } from 'antd';
import { dayOf } from '#clock/day.ts';
import { newId } from '#platform/ids.ts';
import { themeApi } from '#triage/theme/theme.api.ts';
import { steps } from '#triage/theme/theme.ts';
import type { ThemePage } from '#views/theme.api.ts';
import { useRead } from '#web/call/use-read.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { DayPick } from '#web/projects/day-pick.tsx';
import { pageWords } from '#web/themes/page.words.ts';
import { CHANGES } from '#web/themes/use-undo.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export type OnTheme = { theme: ThemePage; onClose: () => void };

export function MaybeReason() {
  const t = useWords(pageWords);
  return (
    <Form.Item name="reason" label={t('reasonMaybe')}>
      <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={2000} />
    </Form.Item>
  );
}

export function NameItem() {
  const t = useWords(pageWords);
  return (
    <Form.Item name="name" label={t('nameLabel')} rules={useNeeded()}>
      <Input maxLength={60} showCount autoFocus />
    </Form.Item>
  );
}

export function RenameDialog({ theme, onClose }: OnTheme) {
  const t = useWords(pageWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.rename)}
      how={t('renameHow')}
      initial={{ name: theme.name }}
      route={themeApi.rename}
      args={({ name }: { name: string }, id) => ({
        params: { id: theme.id },
        body: { id, version: theme.version, name },
      })}
      done={(_, { name }) => t('renamed', { name })}
      changes={CHANGES}
      onClose={onClose}
    >
      <NameItem />
    </ActionDialog>
  );
}

export function MergeDialog({ theme, onClose, onMerged }: OnTheme & { onMerged: (into: string) => void }) {
  const t = useWords(pageWords);
  const say = useSaid();
  const others = useRead(themeApi.list, { query: { surveyId: theme.surveyId, limit: 200 } });
  const options = (others.data?.items ?? [])
    .filter(({ id }) => id !== theme.id)
    .map(({ id, name }) => ({ value: id, label: name }));
  const nameOf = (id: string) => options.find(({ value }) => value === id)?.label ?? '';
  return (
    <ActionDialog
      title={say(steps.merge)}
      how={t('mergeHow')}
      route={themeApi.merge}
      args={({ into, reason }: { into: string; reason?: string }, id) => ({
        params: { id: theme.id },
        body: { id, version: theme.version, into, reason: reason ?? '' },
      })}
      done={(_, { into }) => t('merged', { name: nameOf(into) })}
      onDone={(_, { into }) => onMerged(into)}
      changes={CHANGES}
      onClose={onClose}
    >
      <Form.Item name="into" label={t('into')} rules={useNeeded()}>
        <Select showSearch optionFilterProp="label" options={options} loading={others.isPending} />
      </Form.Item>
      <MaybeReason />
    </ActionDialog>
  );
}

export function DismissDialog({ theme, onClose }: OnTheme) {
  const t = useWords(pageWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.dismiss)}
      how={t('dismissHow')}
      danger
      route={themeApi.dismiss}
      args={({ reason }: { reason: string }, id) => ({
        params: { id: theme.id },
        body: { id, version: theme.version, reason },
      })}
      done={() => t('dismissed', { name: theme.name })}
      changes={CHANGES}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}

type Found = { title: string; statement?: string; unit?: Picked | null; from: string; to: string; goal: string };

export function FoundDialog({ theme, onClose }: OnTheme) {
  const t = useWords(pageWords);
  const say = useSaid();
  const times = useTimes();
  const needed = useNeeded();
  const today = dayOf(times.now());
  const open = theme.problems.filter(({ state }) => state !== 'closed' && state !== 'merged').length;
  return (
    <ActionDialog
      title={say(steps.found)}
      how={t('foundHow', { loose: theme.loose, problems: open })}
      width={560}
      initial={{ title: theme.name, from: today, to: `${today.slice(0, 4)}-12-31` } as Found}
      route={themeApi.found}
      args={({ unit, statement, ...rest }: Found, id) => ({
        params: { id: theme.id },
        body: {
          ...{ id, version: theme.version, problemId: newId(), statement: statement ?? '', leadUnit: unit?.id ?? null },
          ...rest,
        },
      })}
      done={({ number }) => t('founded', { number })}
      leads={({ problemId }) => `/problems/${problemId}`}
      changes={[...CHANGES, '/problems']}
      onClose={onClose}
    >
      <Form.Item name="title" label={t('problemTitle')} rules={needed}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="goal" label={t('goalLabel')} rules={needed}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={2000} />
      </Form.Item>
      <Form.Item name="unit" label={t('leadLabel')}>
        <UnitPick />
      </Form.Item>
      <div className="two-readings">
        <Form.Item name="from" label={t('from')} rules={needed}>
          <DayPick />
        </Form.Item>
        <Form.Item name="to" label={t('to')} rules={needed}>
          <DayPick />
        </Form.Item>
      </div>
      <Form.Item name="statement" label={t('statement')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={5000} />
      </Form.Item>
    </ActionDialog>
  );
}
