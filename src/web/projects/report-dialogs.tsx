/** The lead reports progress, on a milestone or without one; the reviewer acknowledges or returns it. */
import { Form, Radio, Select } from 'antd';
import { projectApi } from '#project/project.api.ts';
import { steps } from '#project/project.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { decisionWords } from '#web/projects/decision.words.ts';
import { named, type Paper, PapersItem } from '#web/projects/papers-item.tsx';
import type { OnProject } from '#web/projects/project-dialogs.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Report = { milestoneId: string; words: string; files?: Paper[] };

/** A field of a select has no empty choice of its own. */
const NONE = 'none';

export function ReportDialog({ project, onClose, milestoneId }: OnProject & { milestoneId: string | undefined }) {
  const t = useWords(decisionWords);
  const say = useSaid();
  const reviewer = project.reviewer?.name ?? '';
  return (
    <ActionDialog
      title={say(steps.report)}
      how={t('reportHow', { reviewer })}
      width={560}
      initial={{ milestoneId: milestoneId ?? NONE }}
      route={projectApi.report}
      args={({ milestoneId: chosen, words, files }: Report, id) => ({
        params: { id: project.id },
        body: {
          ...{ id, version: project.version, words, files: named(files) },
          milestoneId: chosen === NONE ? null : chosen,
        },
      })}
      done={() => t('reported', { reviewer })}
      onClose={onClose}
    >
      <OfMilestone project={project} />
    </ActionDialog>
  );
}

function OfMilestone({ project }: { project: ProjectPage }) {
  const t = useWords(decisionWords);
  const times = useTimes();
  const chosen = Form.useWatch<string>('milestoneId');
  const milestone = project.milestones.find(({ id }) => id === chosen);
  const planned = project.milestones.filter(({ state }) => state === 'planned');
  return (
    <>
      <Form.Item name="milestoneId" label={t('aboutMilestone')} required>
        <Select
          options={[
            ...planned.map(({ id, title, dueOn }) => ({ value: id, label: `${title}（${times.day(dueOn)}）` })),
            { value: NONE, label: t('noMilestone') },
          ]}
        />
      </Form.Item>
      <ReasonItem name="words" label={t('reportWords')} />
      <PapersItem projectId={project.id} needed={milestone && t('filesNeeded', { what: milestone.evidenceAsked })} />
    </>
  );
}

type Verdict = { passed: boolean; words: string };
type AcknowledgeProps = OnProject & { report: ProjectPage['reports'][number] };

export function AcknowledgeDialog({ project, onClose, report }: AcknowledgeProps) {
  const t = useWords(decisionWords);
  const say = useSaid();
  const what = report.milestone ? t('itsMilestone', { title: report.milestone.title }) : t('itsProgress');
  return (
    <ActionDialog
      title={say(steps.acknowledge)}
      how={t('acknowledgeHow', { what })}
      initial={{ passed: true }}
      route={projectApi.acknowledge}
      args={({ passed, words }: Verdict, id) => ({
        params: { id: project.id },
        body: { id, version: project.version, reportId: report.id, passed, words },
      })}
      done={(_, { passed }) => t(passed ? 'acknowledged' : 'returned')}
      onClose={onClose}
    >
      <blockquote className="verbatim quiet project-quote">{report.words}</blockquote>
      <Form.Item name="passed" label={t('verdict')} required>
        <Radio.Group
          options={[
            { value: true, label: t('pass') },
            { value: false, label: t('giveBack') },
          ]}
        />
      </Form.Item>
      <ReasonItem name="words" label={t('acknowledgeWords')} />
    </ActionDialog>
  );
}
