/** A task of the project, about one of its problems and perhaps by one of its measures. */
import { Modal } from 'antd';
import { useState } from 'react';
import { deskApi } from '#views/desk.api.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { pageWords } from '#web/projects/page.words.ts';
import type { OnProject } from '#web/projects/project-dialogs.tsx';
import { GiveTaskDialog } from '#web/tasks/give-task-dialog.tsx';
import { useWords } from '#web/words/words.ts';

export function GiveProjectTask({ project, onClose }: OnProject) {
  const t = useWords(pageWords);
  const [problemId, setProblemId] = useState(project.problems[0]?.id);
  const read = useRead(deskApi.problem, problemId ? { params: { id: problemId } } : undefined, { keep: true });
  if (read.error)
    return (
      <Modal open title={t('giveTask')} footer={null} onCancel={onClose}>
        <Refused refusal={read.error} again={() => void read.refetch()} />
      </Modal>
    );
  if (!read.data) return null;
  return <GiveTaskDialog problem={read.data} project={project} onProblem={setProblemId} onClose={onClose} />;
}
