/** Begins a project: a draft with its name, level, unit and problems; its charter is written next. */
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { projectApi } from '#project/project.api.ts';
import { type Level, levels } from '#project/project.ts';
import { useMe } from '#web/desk/me.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { UnitPick } from '#web/pick/unit-pick.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { ProblemsPick } from '#web/projects/problems-pick.tsx';
import { freshWords } from '#web/projects/project.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Fresh = { title: string; level: Level; unitId: Picked; problems?: Picked[] };
type About = { id: string; number: string; title: string };

/** `problem`: the one from whose page it is begun. */
export function NewProjectDialog({ problem, onClose }: { problem?: About; onClose: () => void }) {
  const t = useWords(freshWords);
  const say = useSaid();
  const me = useMe();
  const { go } = usePlace();
  const [projectId] = useState(newId);
  const [own] = me.posts;
  const needed = [{ required: true, message: t('needed') }];
  return (
    <ActionDialog
      title={t('charter')}
      how={t('how')}
      ok={t('begin')}
      width={560}
      initial={{
        level: 'branch' as const,
        title: problem?.title ?? '',
        problems: problem ? [{ id: problem.id, name: `${problem.number} ${problem.title}` }] : [],
        ...(own && { unitId: { id: own.unit.id, name: own.unit.name } }),
      }}
      route={projectApi.draft}
      args={({ title, level, unitId, problems = [] }: Fresh, id) => ({
        body: { ...{ id, projectId, title, level }, unitId: unitId.id, problems: problems.map((one) => one.id) },
      })}
      done={({ number }) => t('begun', { number })}
      onDone={() => go(`/projects/${projectId}/charter`)}
      onClose={onClose}
    >
      <Form.Item name="title" label={t('title')} rules={[{ required: true, whitespace: true, message: t('needed') }]}>
        <Input maxLength={200} placeholder={t('titleHint')} />
      </Form.Item>
      <Form.Item name="level" label={t('level')} required>
        <Radio.Group options={Object.entries(levels).map(([value, said]) => ({ value, label: say(said) }))} />
      </Form.Item>
      <Form.Item name="unitId" label={t('unit')} rules={needed}>
        <UnitPick tree="any" />
      </Form.Item>
      <Form.Item name="problems" label={t('problems')}>
        <ProblemsPick />
      </Form.Item>
    </ActionDialog>
  );
}
