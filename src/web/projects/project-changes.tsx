/** Requests for change, the latest first: what was and what is wanted, why, and what the approver said. */
import CheckCircleFilled from '@ant-design/icons/CheckCircleFilled';
import CloseCircleOutlined from '@ant-design/icons/CloseCircleOutlined';
import { Button } from 'antd';
import { changeKinds } from '#project/change.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { pageWords } from '#web/projects/page.words.ts';
import type { Asked } from '#web/projects/project-dialogs.tsx';
import { Judged, Signed } from '#web/projects/signed.tsx';
import { useChangeSaid } from '#web/projects/use-change-said.ts';
import { Person } from '#web/show/person.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

export type Change = ProjectPage['changes'][number];
type OnProject = { project: ProjectPage; onAsk: (asked: Asked) => void };

export function ProjectChanges({ project, onAsk }: OnProject) {
  const t = useWords(pageWords);
  const mayDecide = project.buttons.some(({ step, closed }) => step === 'decideChange' && closed === null);
  if (project.changes.length === 0) return null;
  return (
    <Part title={t('changes')}>
      <ol className="reports">
        {project.changes.map((change) => (
          <li key={change.id}>
            <Signed by={<Person name={change.by.name} id={change.by.id} />} at={change.at} />
            <ChangeLine change={change} project={project} />
            <p className="quiet verbatim">{change.reason}</p>
            {change.decision ? (
              <Decided decision={change.decision} />
            ) : (
              <p className="light tone-check">
                {t('toDecide')}
                {mayDecide && (
                  <Button size="small" onClick={() => onAsk({ step: 'decideChange', changeId: change.id })}>
                    {t('decide')}
                  </Button>
                )}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Part>
  );
}

/** “调整节点日期 设备整改：5月20日 → 6月5日”. */
export function ChangeLine({ change, project }: { change: Change; project: ProjectPage }) {
  const say = useSaid();
  const said = useChangeSaid(project);
  const { about, was, wanted } = said(change);
  return (
    <p className="change-line">
      <strong>{say(changeKinds[change.kind])}</strong> {about}
      {about && (was || wanted) && '：'}
      {was && <del>{was}</del>}
      {was && wanted && <span aria-hidden> → </span>}
      {wanted && <ins>{wanted}</ins>}
    </p>
  );
}

function Decided({ decision }: { decision: NonNullable<Change['decision']> }) {
  const t = useWords(pageWords);
  const { granted, by, at, words } = decision;
  return (
    <Judged tone={granted ? 'done' : 'wait'} at={at} words={words}>
      {granted ? <CheckCircleFilled aria-hidden /> : <CloseCircleOutlined aria-hidden />}{' '}
      {t(granted ? 'granted' : 'declined', { name: by.name })}
    </Judged>
  );
}
