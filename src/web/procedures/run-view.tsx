/** One run of a procedure: every step with who has it and until when, what waits for what, and what happened. */
import { runStates } from '#procedure/procedure.ts';
import { type RunShown, runApi } from '#procedure/run.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { runWords } from '#web/procedures/run.words.ts';
import { RunActions } from '#web/procedures/run-actions.tsx';
import { runSentences } from '#web/procedures/run-sentences.ts';
import { RunStep } from '#web/procedures/run-step.tsx';
import { StepDrawing } from '#web/procedures/step-line.tsx';
import { Person, Unit } from '#web/show/person.tsx';
import { History } from '#web/thing/history.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { Facts, Part, ThingPage } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';
import '#web/procedures/procedures.css';

export function RunPage() {
  const { params } = usePlace();
  return <RunView key={params.id} id={params.id!} />;
}

export function RunView({ id }: { id: string }) {
  const t = useWords(runWords);
  const read = useRead(runApi.one, { params: { id } });
  return (
    <ReadThing read={read} gone={t('gone')}>
      {(run) => <Shown run={run} />}
    </ReadThing>
  );
}

function Shown({ run }: { run: RunShown }) {
  const t = useWords(runWords);
  return (
    <ThingPage
      number={run.number}
      title={run.notice ?? run.procedure.name}
      state={runStates[run.state]}
      marks={<span className="quiet">{t('done', run.steps)}</span>}
      actions={<RunActions run={run} />}
      around={<Around run={run} />}
      history={<History moves={run.history} sentences={runSentences} />}
    >
      <Part title={t('steps')}>
        <StepDrawing steps={run.path} />
        <ol className="procedure-steps">
          {run.path.map((one) => (
            <li key={one.key}>
              <RunStep step={one} run={run} />
            </li>
          ))}
        </ol>
      </Part>
    </ThingPage>
  );
}

const addresses = {
  problem: '/problems/',
  signal: '/signals/',
  unit: '/people/units/',
  organisation: '/organisations/',
} as const;

function Around({ run }: { run: RunShown }) {
  const t = useWords(runWords);
  const times = useTimes();
  const { about } = run;
  return (
    <Facts
      of={[
        [
          t('procedure'),
          <Go
            key="procedure"
            to={`/procedures/${run.procedure.id}`}
          >{`${run.procedure.number} ${run.procedure.name}`}</Go>,
        ],
        ['', t('version', { nth: run.nth })],
        [t('about'), about && <Go to={`${addresses[about.kind]}${about.id}`}>{about.name}</Go>],
        [t('reason'), run.reason],
        [
          t('startedBy'),
          <>
            {run.startedBy ?? t('byItself')}{' '}
            <time className="faint" dateTime={run.startedAt} title={times.exact(run.startedAt)}>
              {times.near(run.startedAt)}
            </time>
          </>,
        ],
        [t('responsible'), <Person key="first" name={run.responsible.name} id={run.responsible.id} />],
        [t('second'), <Person key="second" name={run.second.name} id={run.second.id} />],
        [t('unit'), <Unit key="unit" name={run.unit.name} short={run.unit.shortName} id={run.unit.id} />],
        [t('ended'), run.endReason],
      ]}
    />
  );
}
