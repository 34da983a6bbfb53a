/** The lead asks for acceptance; the acceptor records how it was held, what it found, and who sat on the panel. */
import CloseOutlined from '@ant-design/icons/CloseOutlined';
import { Button, Form, Input, InputNumber, Radio } from 'antd';
import { acceptanceApi } from '#acceptance/acceptance.api.ts';
import { type Result, results } from '#acceptance/acceptance.ts';
import { dayOf } from '#clock/day.ts';
import { projectApi } from '#project/project.api.ts';
import { steps } from '#project/project.ts';
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import type { Picked } from '#web/pick/pick.tsx';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { DayPick } from '#web/projects/day-pick.tsx';
import { acceptanceWords, decisionWords } from '#web/projects/decision.words.ts';
import { named, type Paper, PapersItem } from '#web/projects/papers-item.tsx';
import type { OnProject } from '#web/projects/project-dialogs.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function PresentDialog({ project, onClose }: OnProject) {
  const t = useWords(decisionWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.present)}
      how={t('presentHow')}
      route={projectApi.present}
      args={({ words }: { words: string }, id) => ({
        params: { id: project.id },
        body: { id, version: project.version, words },
      })}
      done={() => t('presented')}
      onClose={onClose}
    >
      <ReasonItem name="words" label={t('presentWords')} />
    </ActionDialog>
  );
}

type Accept = {
  result: Result;
  heldOn: string;
  words: string;
  score?: number | null;
  asked?: number | null;
  approving?: number | null;
  panel?: { personId: Picked; opinion: string }[];
  files?: Paper[];
};

export function AcceptDialog({ project, onClose, result: begun }: OnProject & { result: Result }) {
  const t = useWords(acceptanceWords);
  const w = useWords(decisionWords);
  const say = useSaid();
  const times = useTimes();
  const today = dayOf(times.now());
  return (
    <ActionDialog
      title={say(begun === 'passed' ? steps.pass : steps.fail)}
      how={t('how')}
      width={640}
      initial={{ result: begun, heldOn: today }}
      route={acceptanceApi.accept}
      args={({ score, asked, approving, panel = [], files, ...rest }: Accept, id) => ({
        params: { id: project.id },
        body: {
          ...{ id, version: project.version, files: named(files), ...rest },
          ...{ score: score ?? null, asked: asked ?? null, approving: approving ?? null },
          panel: panel.map(({ personId, opinion }) => ({ personId: personId.id, opinion })),
        },
      })}
      done={(_, { result }) => t(result)}
      onClose={onClose}
    >
      <div className="charter-fields">
        <Form.Item name="result" label={t('result')} required>
          <Radio.Group options={Object.entries(results).map(([value, said]) => ({ value, label: say(said) }))} />
        </Form.Item>
        <Form.Item name="heldOn" label={t('heldOn')} rules={[{ required: true, message: w('needed') }]}>
          <DayPick from={project.startsOn} to={today} />
        </Form.Item>
        <Form.Item name="score" label={t('score')}>
          <InputNumber min={0} max={100} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <ReasonItem name="words" label={t('words')} />
      <div className="charter-fields">
        <Form.Item name="asked" label={t('asked')} extra={t('ratingParts')}>
          <InputNumber min={1} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="approving" label={t('approving')}>
          <InputNumber min={0} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Panel not={project.lead ? [project.lead.id] : []} />
      <PapersItem projectId={project.id} label={t('files')} />
    </ActionDialog>
  );
}

function Panel({ not }: { not: readonly string[] }) {
  const t = useWords(acceptanceWords);
  const w = useWords(decisionWords);
  const needed = [{ required: true, message: w('needed') }];
  return (
    <Form.Item label={t('panel')}>
      <Form.List name="panel">
        {(lines, { add, remove }) => (
          <>
            {lines.map(({ key, name }) => (
              <div key={key} className="panel-line">
                <Form.Item name={[name, 'personId']} rules={needed} noStyle>
                  <AnybodyPick label={t('panelPerson', { at: name + 1 })} not={not} />
                </Form.Item>
                <Form.Item name={[name, 'opinion']} rules={[{ ...needed[0]!, whitespace: true }]} noStyle>
                  <Input maxLength={2000} aria-label={t('panelOpinion', { at: name + 1 })} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<CloseOutlined />}
                  aria-label={t('removePanel', { at: name + 1 })}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button size="small" onClick={() => add({})}>
              {t('addPanel')}
            </Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  );
}
