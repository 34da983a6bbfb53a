/** What can be decided on a warning: noted, made into a problem, dismissed. */
import { Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { type WarningShown, warningApi } from '#triage/warning/warning.api.ts';
import { steps, type WarningStep } from '#triage/warning/warning.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { ReasonItem, useNeeded } from '#web/problems/reason-item.tsx';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { ThingActions } from '#web/thing/thing-actions.tsx';
import { warningWords } from '#web/warnings/warning.words.ts';
import { aboutOf } from '#web/warnings/warning-sentences.ts';
import { useLanguage, useSaid, useWords } from '#web/words/words.ts';

const CHANGES = ['/warnings', '/signals', '/problems'];
const NEW = 'new';
type About = { warning: WarningShown; onClose: () => void };

export function WarningActions({ warning }: { warning: WarningShown }) {
  const t = useWords(warningWords);
  const [asked, setAsked] = useState<'act' | 'dismiss' | null>(null);
  const note = useVerb(warningApi.note, { changes: CHANGES, done: () => t('noted') });
  const about = { warning, onClose: () => setAsked(null) };
  const { id, version } = warning;
  return (
    <>
      <ThingActions<WarningStep>
        buttons={warning.buttons}
        steps={steps}
        order={['act', 'note', 'dismiss']}
        danger={['dismiss']}
        run={{
          act: () => setAsked('act'),
          note: () => void note.run({ params: { id }, body: { id: newId(), version, words: '' } }),
          dismiss: () => setAsked('dismiss'),
        }}
      />
      {asked === 'act' && <ActDialog {...about} />}
      {asked === 'dismiss' && <DismissDialog {...about} />}
    </>
  );
}

type Values = { which: string; title?: string };

/** The signals that wait become a problem of their own, or a problem that some of them are on already is named. */
function ActDialog({ warning, onClose }: About) {
  const t = useWords(warningWords);
  const say = useSaid();
  const language = useLanguage();
  const needed = useNeeded();
  const [made] = useState(newId);
  const [which, setWhich] = useState<string>();
  const waiting = warning.signals.filter(({ waits }) => waits).map(({ id }) => id);
  const problems = [
    ...new Map(warning.signals.flatMap(({ problem }) => (problem ? [[problem.id, problem]] : []))).values(),
  ];
  const first = waiting.length > 0 ? NEW : problems[0]?.id;
  const chosen = which ?? first;
  return (
    <ActionDialog
      title={say(steps.act)}
      how={
        waiting.length > 0 ? t('actHow', { count: waiting.length }) : problems.length === 0 ? t('noProblem') : undefined
      }
      width={560}
      initial={{ which: first ?? '', title: aboutOf(warning, language).replace(' · ', ' ') }}
      route={warningApi.act}
      args={({ which: to, title }: Values, id) => ({
        params: { id: warning.id },
        body: {
          ...{ id, version: warning.version, words: '' },
          problemId: to === NEW ? made : to,
          make: to === NEW ? { title: title!, signals: waiting } : null,
        },
      })}
      done={() => t('acted')}
      leads={(_, { which: to }) => `/problems/${to === NEW ? made : to}`}
      changes={CHANGES}
      onClose={onClose}
    >
      <Form.Item name="which" label={t('which')} rules={needed}>
        <Radio.Group className="warning-choices" onChange={(event) => setWhich(event.target.value as string)}>
          {waiting.length > 0 && <Radio value={NEW}>{t('actNew', { count: waiting.length })}</Radio>}
          {problems.map(({ id, number, title }) => (
            <Radio key={id} value={id}>
              {number} {title}
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      {chosen === NEW && (
        <Form.Item name="title" label={t('title')} rules={needed}>
          <Input maxLength={200} />
        </Form.Item>
      )}
    </ActionDialog>
  );
}

function DismissDialog({ warning, onClose }: About) {
  const t = useWords(warningWords);
  const say = useSaid();
  return (
    <ActionDialog
      title={say(steps.dismiss)}
      how={t('dismissHow')}
      danger
      route={warningApi.dismiss}
      args={({ reason }: { reason: string }, id) => ({
        params: { id: warning.id },
        body: { id, version: warning.version, words: reason },
      })}
      done={() => t('dismissed')}
      changes={CHANGES}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}
