/** The faces of causes and measures, projects and tasks: what it is, who has it, how far it is. */
import { states as causeStates, kinds, layers } from '#cause/cause.ts';
import { states as measureStates } from '#cause/measure.ts';
import { states as projectStates } from '#project/project.ts';
import { states as taskStates } from '#task/task.ts';
import type { SourceLine } from '#views/source-line.api.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { MainLink } from '#web/source/main-link.tsx';
import { sourceWords } from '#web/source/source.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';

type Of<K extends 'causes' | 'measures' | 'projects' | 'tasks'> = { one: SourceLine[K][number]; to: string };

export function CauseFace({ one, to }: Of<'causes'>) {
  const t = useWords(sourceWords);
  const say = useSaid();
  const state = say(causeStates[one.state]);
  return (
    <>
      <p className="ln-small ln-line">
        <span>
          {t('causeKind', { layer: say(layers[one.layer]), kind: say(kinds[one.kind]) })}
          <span className="only-heard"> {say(layers[one.layer])}</span>
        </span>
        {!one.judged && <span>{state}</span>}
      </p>
      <MainLink id={one.id} to={to} name={one.words} />
      {one.judged && <p className="ln-small">{t('judgedBy', { name: one.judged.by.name, state })}</p>}
    </>
  );
}

export function MeasureFace({ one, to }: Of<'measures'>) {
  const say = useSaid();
  return (
    <>
      <p className="ln-small ln-line">
        <span>{say(layers[one.layer])}</span>
        <span>{say(measureStates[one.state])}</span>
      </p>
      <MainLink id={one.id} to={to} name={one.words} />
    </>
  );
}

export function ProjectFace({ one, to }: Of<'projects'>) {
  const t = useWords(sourceWords);
  const { reached, milestones } = one;
  return (
    <>
      <p className="ln-small figures">{one.number}</p>
      <MainLink id={one.id} to={to} name={one.title} strong />
      <p className="ln-tag">
        <StateTag state={projectStates[one.state]} />
      </p>
      <p className="ln-small">{one.lead ? t('lead', { name: one.lead.name }) : t('noLead')}</p>
      <p className="ln-rating" aria-hidden>
        <i style={{ width: `${(reached / Math.max(milestones, 1)) * 100}%` }} />
      </p>
      <p className="ln-small figures">{t('milestones', { reached, all: milestones })}</p>
    </>
  );
}

export function TaskFace({ one, to }: Of<'tasks'>) {
  const t = useWords(sourceWords);
  const say = useSaid();
  const files = one.evidence.reduce((sum, hand) => sum + hand.files, 0);
  const { tone, ...state } = taskStates[one.state];
  return (
    <>
      <p className="ln-small ln-line">
        <span>{one.assignee ? t('assignee', { name: one.assignee.name }) : t('nobody')}</span>
        <span className={`ln-state tone-${tone}`}>{say(state)}</span>
      </p>
      <MainLink id={one.id} to={to} name={one.title} />
      <p className="ln-small">
        {files > 0 ? t('evidence', { count: files }) : t(one.evidence.length > 0 ? 'inWords' : 'noEvidence')}
      </p>
    </>
  );
}
