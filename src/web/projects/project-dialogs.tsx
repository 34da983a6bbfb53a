/** Which form a step of a project opens. */
import type { ReactNode } from 'react';
import type { ProjectStep } from '#project/project.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { AcceptDialog, PresentDialog } from '#web/projects/acceptance-dialogs.tsx';
import { ChangeDialog } from '#web/projects/change-dialog.tsx';
import { EndDialog, JudgeDialog } from '#web/projects/charter-dialogs.tsx';
import { CloseDialog, ReopenDialog, WaiveDialog } from '#web/projects/closing-dialogs.tsx';
import { DecideChangeDialog } from '#web/projects/decide-change-dialog.tsx';
import { GiveProjectTask } from '#web/projects/give-project-task.tsx';
import { MeetingDialog } from '#web/projects/meeting-dialog.tsx';
import { AcknowledgeDialog, ReportDialog } from '#web/projects/report-dialogs.tsx';
import { ProposeDialog } from '#web/projects/step-review.tsx';
import { TeamDialog } from '#web/projects/team-dialog.tsx';

type AskedStep = Exclude<ProjectStep, 'describe' | 'recall'> | 'giveTask';

/** A step that is asked for, and of which report, milestone or change. */
export type Asked = { step: AskedStep; milestoneId?: string; reportId?: string; changeId?: string };
export type OnProject = { project: ProjectPage; onClose: () => void };

type ProjectDialogProps = OnProject & { asked: Asked; onAsk: (asked: Asked) => void };

export function ProjectDialog({ project, asked, onAsk, onClose }: ProjectDialogProps) {
  const about = { project, onClose };
  const report = project.reports.find(({ id }) => id === asked.reportId);
  const change = project.changes.find(({ id }) => id === asked.changeId);
  const dialogs: Record<AskedStep, () => ReactNode> = {
    propose: () => <ProposeDialog {...about} />,
    charter: () => <JudgeDialog {...about} chartered />,
    sendBack: () => <JudgeDialog {...about} chartered={false} />,
    report: () => <ReportDialog {...about} milestoneId={asked.milestoneId} />,
    acknowledge: () => report && <AcknowledgeDialog {...about} report={report} />,
    requestChange: () => <ChangeDialog {...about} />,
    decideChange: () => change && <DecideChangeDialog {...about} change={change} />,
    convene: () => <MeetingDialog {...about} />,
    staff: () => <TeamDialog {...about} />,
    present: () => <PresentDialog {...about} />,
    pass: () => <AcceptDialog {...about} result="passed" />,
    fail: () => <AcceptDialog {...about} result="failed" />,
    waive: () => <WaiveDialog {...about} />,
    close: () => <CloseDialog {...about} onWaive={() => onAsk({ step: 'waive' })} />,
    reopen: () => <ReopenDialog {...about} />,
    discard: () => <EndDialog {...about} how="discard" />,
    drop: () => <EndDialog {...about} how="drop" />,
    giveTask: () => <GiveProjectTask {...about} />,
  };
  return dialogs[asked.step]();
}
