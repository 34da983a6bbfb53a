/** The page of a problem, whole or in the right pane: what was said, how far it is, who has it, and what can be done next. */
import ApartmentOutlined from '@ant-design/icons/ApartmentOutlined';
import WarningFilled from '@ant-design/icons/WarningFilled';
import { useRef, useState } from 'react';
import { classes, states } from '#triage/problem.ts';
import { deskApi, type ProblemPage as Problem } from '#views/desk.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { usePlace } from '#web/place/use-place.ts';
import { CountersignPart } from '#web/problems/countersign-part.tsx';
import { DeferralPart } from '#web/problems/deferral-part.tsx';
import { FlowNotes } from '#web/problems/flow-notes.tsx';
import { problemWords } from '#web/problems/problem.words.ts';
import { ProblemActions } from '#web/problems/problem-actions.tsx';
import { ProblemAround } from '#web/problems/problem-around.tsx';
import { ProblemCampaigns } from '#web/problems/problem-campaigns.tsx';
import { ProblemMarks } from '#web/problems/problem-marks.tsx';
import { ProblemProjects } from '#web/problems/problem-projects.tsx';
import { problemSentences } from '#web/problems/problem-sentences.ts';
import { ProblemSignals } from '#web/problems/problem-signals.tsx';
import { ProblemTasks } from '#web/problems/problem-tasks.tsx';
import { PublicPart } from '#web/problems/public-part.tsx';
import { StagesPart } from '#web/problems/stages-part.tsx';
import { PrintButton } from '#web/show/print-button.tsx';
import { UrgencyMark } from '#web/show/urgency-mark.tsx';
import { Watermark } from '#web/show/watermark.tsx';
import { SourceLink, sourceAddress } from '#web/source/source-link.tsx';
import { FiredPart } from '#web/supervision/fired-part.tsx';
import { History } from '#web/thing/history.tsx';
import { ReadThing } from '#web/thing/read-thing.tsx';
import { Part, ThingPage } from '#web/thing/thing-page.tsx';
import { TimePart } from '#web/time/time-part.tsx';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/problems/problem.css';

export function ProblemPage() {
  const { params } = usePlace();
  return <ProblemView key={params.id} id={params.id!} />;
}

export function ProblemView({ id }: { id: string }) {
  const t = useWords(problemWords);
  const read = useRead(deskApi.problem, { params: { id } });
  return (
    <ReadThing read={read} gone={t('gone')}>
      {(problem) => (
        <Watermark>
          <Shown problem={problem} />
        </Watermark>
      )}
    </ReadThing>
  );
}

function Shown({ problem }: { problem: Problem }) {
  const t = useWords(problemWords);
  const say = useSaid();
  const [choosing, setChoosing] = useState(false);
  const signals = useRef<HTMLDivElement>(null);
  const chooseSignals = () => {
    setChoosing(true);
    signals.current?.scrollIntoView({ block: 'nearest' });
  };
  const kind = problem.class ? say(classes[problem.class]) : t('noClass');
  const marks = (
    <>
      <UrgencyMark urgency={problem.urgency} />
      <span>{kind}</span>
      <SourceLink kind="problem" id={problem.id} />
      <PrintButton />
    </>
  );
  return (
    <ThingPage
      number={problem.number}
      title={problem.title}
      state={states[problem.state]}
      turn={problem.turn}
      due={problem.due}
      marks={marks}
      actions={<ProblemActions problem={problem} onChooseSignals={chooseSignals} />}
      around={<ProblemAround problem={problem} />}
      history={<History moves={problem.history} sentences={problemSentences} />}
    >
      {problem.mergedInto && (
        <p className="problem-merged">
          <Go to={`/problems/${problem.mergedInto.id}`}>
            {t('mergedInto', { number: `${problem.mergedInto.number} ${problem.mergedInto.title}` })}
          </Go>
        </p>
      )}
      {problem.nobody && (
        <p className="problem-merged tone-danger">
          <span className="light">
            <WarningFilled aria-hidden /> {t('nobodys')}
          </span>{' '}
          {t('nobodysHow', { unit: problem.lead?.shortName ?? '' })}
        </p>
      )}
      <FlowNotes problem={problem} />
      <ProblemMarks problem={problem} />
      <StagesPart stages={problem.stages} whole={problem.whole} />
      <TimePart time={problem.time} />
      <DeferralPart deferrals={problem.deferrals} />
      <CountersignPart problem={problem} />
      <FiredPart kind="problem" id={problem.id} />
      <Part title={t('statement')}>
        <p className={problem.statement ? 'verbatim' : 'faint'}>{problem.statement || t('noStatement')}</p>
      </Part>
      <div ref={signals}>
        <ProblemSignals problem={problem} open={choosing} onOpen={setChoosing} />
      </div>
      <Part title={t('causes')}>
        <p>
          <Go to={`/problems/${problem.id}/causes`}>
            <ApartmentOutlined aria-hidden />{' '}
            {t(problem.causes.count > 0 ? 'causesSome' : 'causesNone', problem.causes)}
          </Go>{' '}
          {problem.causes.count > 0 && (
            <Go to={sourceAddress({ kind: 'problem', id: problem.id, focus: 'cause' })}>{t('onTheLine')}</Go>
          )}
        </p>
      </Part>
      <ProblemCampaigns problem={problem} />
      <ProblemProjects problem={problem} />
      <ProblemTasks problem={problem} />
      {problem.publication && <PublicPart problem={problem} />}
    </ThingPage>
  );
}
