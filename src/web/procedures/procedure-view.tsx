/** One procedure: the version in force or the draft with its steps, what starts it, and all its versions with what each changed. */
import { Button } from 'antd';
import { useState } from 'react';
import { newId } from '#platform/ids.ts';
import { type ProcedureShown, procedureApi, type VersionShown } from '#procedure/procedure.api.ts';
import { type VersionStep, versionStates, versionSteps } from '#procedure/procedure.ts';
import { useRead } from '#web/call/use-read.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { usePlace } from '#web/place/use-place.ts';
import { DraftEditor } from '#web/procedures/draft-editor.tsx';
import { DropDialog, IssueDialog } from '#web/procedures/issue-dialog.tsx';
import { procedureWords } from '#web/procedures/procedure.words.ts';
import { StartDialog } from '#web/procedures/start-dialog.tsx';
import { StepDrawing, StepLines } from '#web/procedures/step-line.tsx';
import { TriggersPart } from '#web/procedures/triggers-part.tsx';
import { VersionsPart } from '#web/procedures/versions-part.tsx';
import { Person, Unit } from '#web/show/person.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { ThingActions } from '#web/thing/thing-actions.tsx';
import { Facts, Part, ThingPage } from '#web/thing/thing-page.tsx';
import { useNumbers } from '#web/words/numbers.ts';
import { useWords } from '#web/words/words.ts';
import '#web/procedures/procedures.css';

export function ProcedurePage() {
  const { params } = usePlace();
  return <ProcedureView key={params.id} id={params.id!} />;
}

export function ProcedureView({ id }: { id: string }) {
  const t = useWords(procedureWords);
  const read = useRead(procedureApi.one, { params: { id } });
  return (
    <ReadThing read={read} gone={t('gone')}>
      {(procedure) => <Shown procedure={procedure} />}
    </ReadThing>
  );
}

const CHANGES = ['/procedures'];

/** The draft, while one is written; else the version issued last; else whatever is newest. */
const foremost = (versions: readonly VersionShown[]): VersionShown =>
  versions.find(({ state }) => state === 'draft') ?? versions.find(({ state }) => state === 'issued') ?? versions[0]!;

type Asked = VersionStep | 'start' | null;

function Shown({ procedure }: { procedure: ProcedureShown }) {
  const t = useWords(procedureWords);
  const [asked, setAsked] = useState<Asked>(null);
  const version = foremost(procedure.versions);
  const issued = procedure.versions.find(({ state }) => state === 'issued');
  const draft = useVerb(procedureApi.draft, { changes: CHANGES, done: () => t('drafted') });
  const mayDraft = procedure.mayManage && !procedure.versions.some(({ state }) => state === 'draft');
  const close = () => setAsked(null);
  const actions = (
    <>
      <p className="procedure-more">
        {issued && procedure.mayRun && (
          <Button type="primary" onClick={() => setAsked('start')}>
            {t('start')}
          </Button>
        )}{' '}
        {mayDraft && (
          <Button
            loading={draft.running}
            onClick={() => void draft.run({ params: { id: procedure.id }, body: { id: newId(), fromId: version.id } })}
          >
            {t('newVersion')}
          </Button>
        )}
      </p>
      <ThingActions<VersionStep>
        buttons={version.buttons}
        steps={versionSteps}
        order={['save', 'issue', 'drop']}
        danger={['drop']}
        calm={version.state !== 'draft'}
        run={{
          ...(version.state === 'draft' && { save: () => setAsked('save'), issue: () => setAsked('issue') }),
          drop: () => setAsked('drop'),
        }}
      />
    </>
  );
  return (
    <ThingPage
      number={procedure.number}
      title={procedure.name}
      state={versionStates[version.state]}
      actions={asked === 'save' ? null : actions}
      around={<Around procedure={procedure} version={version} />}
    >
      {asked === 'save' ? (
        <DraftEditor name={procedure.name} version={version} onClose={close} />
      ) : (
        <Part title={`${t('steps')} · ${t('versionLine', { nth: version.nth })}`}>
          {version.words && <p className="verbatim">{version.words}</p>}
          <StepDrawing steps={version.steps} />
          <StepLines steps={version.steps} names={version.names} />
        </Part>
      )}
      <TriggersPart procedure={procedure} />
      <VersionsPart versions={procedure.versions} />
      {asked === 'issue' && <IssueDialog version={version} running={issued?.running ?? 0} onClose={close} />}
      {asked === 'drop' && <DropDialog version={version} onClose={close} />}
      {asked === 'start' && issued && <StartDialog procedure={procedure} version={issued} onClose={close} />}
    </ThingPage>
  );
}

function Around({ procedure, version }: { procedure: ProcedureShown; version: VersionShown }) {
  const t = useWords(procedureWords);
  const numbers = useNumbers();
  const { automatic, closed } = procedure.share;
  const percent = closed > 0 ? numbers.percent(automatic / closed) : '';
  return (
    <Facts
      of={[
        [
          t('unit'),
          <Unit key="unit" name={procedure.unit.name} short={procedure.unit.shortName} id={procedure.unit.id} />,
        ],
        [t('responsible'), <Person key="first" name={version.responsible.name} id={version.responsible.id} />],
        [t('second'), <Person key="second" name={version.second.name} id={version.second.id} />],
        [t('share'), closed === 0 ? t('shareNone') : t('shareOf', { percent, automatic, closed })],
      ]}
    />
  );
}
