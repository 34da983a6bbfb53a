/** What can be done with a run: going on by another version, having seen what that changes; stopping it. */
import { Form, Select } from 'antd';
import { useState } from 'react';
import { type RunStep, runSteps } from '#procedure/procedure.ts';
import { type MoveShown, type RunShown, runApi } from '#procedure/run.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { ReasonItem } from '#web/problems/reason-item.tsx';
import { procedureWords } from '#web/procedures/procedure.words.ts';
import { runWords } from '#web/procedures/run.words.ts';
import { ActionDialog } from '#web/thing/action-dialog.tsx';
import { ThingActions } from '#web/thing/thing-actions.tsx';
import { useWords } from '#web/words/words.ts';

const CHANGES = ['/runs', '/tasks', '/my-work'];

export function RunActions({ run }: { run: RunShown }) {
  const [asked, setAsked] = useState<RunStep | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <ThingActions<RunStep>
        buttons={run.buttons}
        steps={runSteps}
        order={['move', 'stop']}
        danger={['stop']}
        calm
        run={{ ...(run.versions.length > 0 && { move: () => setAsked('move') }), stop: () => setAsked('stop') }}
      />
      {asked === 'move' && <MoveDialog run={run} onClose={close} />}
      {asked === 'stop' && <StopDialog run={run} onClose={close} />}
    </>
  );
}

type About = { run: RunShown; onClose: () => void };

function StopDialog({ run, onClose }: About) {
  const t = useWords(runWords);
  return (
    <ActionDialog
      title={useWords({ stop: runSteps.stop })('stop')}
      how={t('stopHow')}
      danger
      route={runApi.stop}
      args={({ reason }: { reason: string }, id) => ({
        params: { id: run.id },
        body: { id, version: run.version, reason },
      })}
      done={() => t('stopped')}
      changes={CHANGES}
      onClose={onClose}
    >
      <ReasonItem />
    </ActionDialog>
  );
}

function MoveDialog({ run, onClose }: About) {
  const t = useWords(runWords);
  const [chosen, setChosen] = useState(run.versions[0]!.id);
  const ahead = useRead(runApi.lookAhead, { params: { id: run.id, versionId: chosen } });
  const nth = run.versions.find(({ id }) => id === chosen)?.nth ?? 0;
  return (
    <ActionDialog
      title={useWords({ move: runSteps.move })('move')}
      how={t('moveHow')}
      route={runApi.move}
      args={({ reason }: { reason: string }, id) => ({
        params: { id: run.id },
        body: { id, version: run.version, versionId: chosen, reason },
      })}
      done={() => t('moved', { nth })}
      changes={CHANGES}
      onClose={onClose}
    >
      <Form.Item label={t('moveTo')}>
        <Select
          value={chosen}
          aria-label={t('moveTo')}
          onChange={setChosen}
          options={run.versions.map(({ id, nth: n }) => ({ value: id, label: t('nth', { nth: n }) }))}
        />
      </Form.Item>
      <ul className="procedure-lines">
        {(ahead.data?.steps ?? []).map((one) => (
          <Ahead key={one.key} one={one} />
        ))}
      </ul>
      <ReasonItem />
    </ActionDialog>
  );
}

function Ahead({ one }: { one: MoveShown['steps'][number] }) {
  const t = useWords(runWords);
  const p = useWords(procedureWords);
  const change = { same: '', changed: p('changed'), added: p('addedStep'), gone: p('goneStep') }[one.change];
  const then =
    one.stands === 'done'
      ? t('stays')
      : one.stands === 'open'
        ? t('goesOn')
        : one.change === 'gone'
          ? t('dropsOut')
          : t(one.begins ? 'begins' : 'later');
  return (
    <li>
      {one.title} <span className="quiet">{[change, then].filter(Boolean).join(' · ')}</span>
    </li>
  );
}
