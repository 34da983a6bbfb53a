/** The unit that has a problem, or the lead of a project, gives a piece of it to one person, with somebody else to review it. */
import { Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import type { Me } from '#people/me.api.ts';
import { skillApi } from '#people/skill.api.ts';
import { newId } from '#platform/ids.ts';
import { taskApi } from '#task/task.api.ts';
import type { ProblemPage } from '#views/desk.api.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { useMe } from '#web/desk/me.ts';
import { PersonPick } from '#web/pick/person-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { problemWords } from '#web/problems/problem.words.ts';
import { CandidatePick } from '#web/tasks/candidate-pick.tsx';
import { taskWords } from '#web/tasks/task.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useWords } from '#web/words/words.ts';

type Give = {
  title: string;
  words?: string;
  evidenceAsked?: string;
  assigneeId: Picked;
  reviewerId: Picked;
  workingDays?: number | null;
  problemId?: string;
  measureId?: string | null;
};

/** The unit of mine that leads or assists; a leader's post may lie above it, then the first. */
function unitOf({ assignments }: ProblemPage, me: Me): string {
  const open = assignments.filter((one) => one.closedAt === null && ['lead', 'assist', 'entrusted'].includes(one.role));
  const mine = open.find((one) => me.posts.some((post) => post.unit.id === one.unit.id));
  return (mine ?? open[0])?.unit.id ?? '';
}

type GiveTaskProps = {
  problem: ProblemPage;
  /** Where it is given from a project: which of its problems it is about is chosen here. */
  project?: Pick<ProjectPage, 'id' | 'unit' | 'problems' | 'measures'>;
  onProblem?: (id: string) => void;
  onClose: () => void;
};

export function GiveTaskDialog({ problem, project, onProblem, onClose }: GiveTaskProps) {
  const t = useWords(taskWords);
  const me = useMe();
  const [taskId] = useState(newId);
  const [assignee, setAssignee] = useState<Picked | null>(null);
  const [reviewer, setReviewer] = useState<Picked | null>(me.person);
  const [skills, setSkills] = useState<readonly string[]>([]);
  const unitId = project?.unit.id ?? unitOf(problem, me);
  const needed = [{ required: true, message: t('needed') }];
  return (
    <ActionDialog
      title={useWords(problemWords)('giveTask')}
      how={t('giveHow')}
      width={560}
      initial={{ reviewerId: me.person, problemId: problem.id }}
      route={taskApi.give}
      args={({ title, words, evidenceAsked, assigneeId, reviewerId, workingDays, measureId }: Give, id) => ({
        params: { id: problem.id },
        body: {
          id,
          version: problem.version,
          taskId,
          title,
          words: words ?? '',
          evidenceAsked: evidenceAsked ?? '',
          assigneeId: assigneeId.id,
          reviewerId: reviewerId.id,
          workingDays: workingDays ?? null,
          projectId: project?.id ?? null,
          measureId: measureId ?? null,
        },
      })}
      done={(_, { assigneeId }) => t('gave', { name: assigneeId.name })}
      onClose={onClose}
    >
      {project && <OfProject project={project} onProblem={onProblem} />}
      <Form.Item
        name="title"
        label={t('giveTitle')}
        rules={[{ required: true, whitespace: true, message: t('needed') }]}
      >
        <Input maxLength={200} placeholder={t('giveTitleHint')} />
      </Form.Item>
      <Form.Item name="words" label={t('giveWords')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={5000} />
      </Form.Item>
      <Form.Item name="evidenceAsked" label={t('giveEvidence')}>
        <Input maxLength={500} />
      </Form.Item>
      <SkillsItem chosen={skills} onChoose={setSkills} />
      <Form.Item name="assigneeId" label={t('assignee')} rules={needed}>
        <CandidatePick
          unitId={unitId}
          problemId={problem.id}
          skills={skills}
          not={reviewer ? [reviewer.id] : []}
          onChange={setAssignee}
        />
      </Form.Item>
      <Form.Item name="reviewerId" label={t('reviewer')} rules={needed}>
        <PersonPick unitId={unitId} not={assignee ? [assignee.id] : []} onChange={setReviewer} />
      </Form.Item>
      <Form.Item name="workingDays" label={t('days')}>
        <InputNumber min={1} max={250} precision={0} placeholder={t('daysHint')} style={{ width: 180 }} />
      </Form.Item>
    </ActionDialog>
  );
}

/** Narrows whom the program proposes; a city that keeps no list of skills is not asked. */
function SkillsItem({ chosen, onChoose }: { chosen: readonly string[]; onChoose: (skills: string[]) => void }) {
  const t = useWords(taskWords);
  const known = useRead(skillApi.list, {}).data?.items ?? [];
  if (known.length === 0) return null;
  return (
    <Form.Item label={t('skills')}>
      <Select
        mode="multiple"
        allowClear
        value={[...chosen]}
        placeholder={t('skillsHint')}
        options={known.map(({ id, name }) => ({ value: id, label: name }))}
        optionFilterProp="label"
        aria-label={t('skills')}
        onChange={onChoose}
      />
    </Form.Item>
  );
}

type OfProjectProps = { project: NonNullable<GiveTaskProps['project']>; onProblem: GiveTaskProps['onProblem'] };

function OfProject({ project: { problems, measures }, onProblem }: OfProjectProps) {
  const t = useWords(taskWords);
  const about = problems.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` }));
  return (
    <>
      {problems.length > 1 && (
        <Form.Item name="problemId" label={t('problem')} required>
          <Select options={about} {...(onProblem && { onChange: onProblem })} />
        </Form.Item>
      )}
      {measures.length > 0 && (
        <Form.Item name="measureId" label={t('measure')}>
          <Select allowClear options={measures.map(({ id, words }) => ({ value: id, label: words }))} />
        </Form.Item>
      )}
    </>
  );
}
