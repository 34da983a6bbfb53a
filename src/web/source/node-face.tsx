/** What stands in a node, by its kind: a card that opens its page, a stack that unfolds, or the place of what is still to come. */
import { memo } from 'react';
import { AcceptanceFace, GoalFace, ProblemFace } from '#web/source/face-end.tsx';
import { SignalsFace } from '#web/source/face-signals.tsx';
import { CauseFace, MeasureFace, ProjectFace, TaskFace } from '#web/source/face-work.tsx';
import { hiddenOf, type LineNode } from '#web/source/line-graph.ts';
import { mainOf, pageOf, type Things } from '#web/source/line-things.ts';
import { more, places, sourceWords } from '#web/source/source.words.ts';
import { useLine } from '#web/source/use-line.ts';
import { useNumbers } from '#web/words/numbers.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export const NodeFace = memo(function NodeFace({ node }: { node: LineNode }) {
  const { things } = useLine();
  return (
    <div className={classOf(node, things)}>
      <Inner node={node} things={things} />
    </div>
  );
});

function classOf({ id, kind, column }: LineNode, things: Things): string {
  const cause = things.causes.get(id);
  const measure = things.measures.get(id);
  const marks = [cause && `is-${cause.layer} is-${cause.state}`, measure && `is-${measure.layer} is-${measure.state}`];
  if (things.problems.get(id)?.mergedInto) marks.push('is-merged');
  return ['ln', `ln-${kind}`, `of-${column}`, ...marks].filter(Boolean).join(' ');
}

function Inner({ node, things }: { node: LineNode; things: Things }) {
  const { id, kind } = node;
  const to = pageOf(things, node) ?? '';
  switch (kind) {
    case 'signals':
      return <SignalsFace id={id} fold={things.signals.get(id)!} to={to} />;
    case 'problem':
      return <ProblemFace one={things.problems.get(id)!} to={to} />;
    case 'cause':
      return <CauseFace one={things.causes.get(id)!} to={to} />;
    case 'measure':
      return <MeasureFace one={things.measures.get(id)!} to={to} />;
    case 'project':
      return <ProjectFace one={things.projects.get(id)!} to={to} />;
    case 'task':
      return <TaskFace one={things.tasks.get(id)!} to={to} />;
    case 'acceptance':
      return <AcceptanceFace one={things.acceptances.get(id)!} to={to} />;
    case 'goal':
      return <GoalFace one={things.goals.get(id)!} to={to} />;
    case 'stack':
      return <Stack node={node} things={things} />;
    default:
      return <Place node={node} things={things} />;
  }
}

/** What nobody has done yet, and whose it is to do; or what this viewer may not see. */
function Place({ node: { kind, column }, things }: { node: LineNode; things: Things }) {
  const t = useWords(sourceWords);
  const say = useSaid();
  if (kind === 'hidden') return <p className="ln-what">{t('hidden', { count: hiddenOf(things.line, column) })}</p>;
  const unit = mainOf(things.line).lead?.shortName ?? t('unitless');
  return (
    <>
      <p className="ln-what">{say(places[column].what)}</p>
      <p className="ln-small">{say(places[column].who, { unit })}</p>
    </>
  );
}

function Stack({ node: { id, column, holds }, things }: { node: LineNode; things: Things }) {
  const t = useWords(sourceWords);
  const say = useSaid();
  const numbers = useNumbers();
  const { unfold } = useLine();
  const tasks = holds.flatMap((one) => things.tasks.get(one) ?? []);
  const done = tasks.filter(({ state }) => state === 'done').length;
  const given = id.startsWith('stack:task:');
  const count = numbers.whole(holds.length);
  const name = given ? t('stackTasks', { count }) : say(more[column], { count });
  return (
    <>
      {unfold && given ? (
        <button
          type="button"
          className="ln-main link ln-words is-strong"
          data-line={id}
          aria-expanded={false}
          onClick={() => unfold(id)}
        >
          {name}
          <span className="only-heard">, {t('unfold')}</span>
        </button>
      ) : (
        <p className="ln-words is-strong">{name}</p>
      )}
      {column === 'task' && (
        <>
          <p className="ln-rating" aria-hidden>
            <i style={{ width: `${(done / Math.max(tasks.length, 1)) * 100}%` }} />
          </p>
          <p className="ln-small">{t('stackDone', { done })}</p>
        </>
      )}
    </>
  );
}
