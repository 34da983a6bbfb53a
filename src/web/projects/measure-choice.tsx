/** Offers the measures on the cause canvases of the chosen problems; those that were chosen before stay in sight. */
import { Checkbox } from 'antd';
import { causeApi } from '#cause/cause.api.ts';
import { layers } from '#cause/cause.ts';
import { states } from '#cause/measure.ts';
import type { ProjectPage } from '#views/project.api.ts';
import { useRead } from '#web/call/use-read.ts';
import type { Picked } from '#web/pick/pick.tsx';
import { Go } from '#web/place/go.tsx';
import { charterWords } from '#web/projects/charter.words.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { useSaid, useWords } from '#web/words/words.ts';

type Offered = Pick<ProjectPage['measures'][number], 'id' | 'words' | 'layer' | 'state'>;
type MeasureChoiceProps = {
  problems: readonly Picked[];
  known: readonly Offered[];
  value?: readonly string[];
  onChange?: (ids: string[]) => void;
};

export function MeasureChoice({ problems, known, value = [], onChange }: MeasureChoiceProps) {
  const t = useWords(charterWords);
  const choose = (id: string) => onChange?.(value.includes(id) ? value.filter((one) => one !== id) : [...value, id]);
  const about = { value, choose };
  if (problems.length === 0) return <p className="faint">{t('measuresFirst')}</p>;
  return (
    <div className="measure-choice">
      {problems.map((problem) => (
        <OfProblem key={problem.id} problem={problem} {...about} />
      ))}
      {known
        .filter(({ state }) => state === 'dropped')
        .map((measure) => (
          <OneMeasure key={measure.id} measure={measure} {...about} />
        ))}
    </div>
  );
}

type Choosing = { value: readonly string[]; choose: (id: string) => void };

function OfProblem({ problem, ...about }: Choosing & { problem: Picked }) {
  const t = useWords(charterWords);
  const read = useRead(causeApi.canvas, { params: { id: problem.id } });
  const measures = read.data?.measures.filter(({ state }) => state !== 'dropped') ?? [];
  if (!read.data) return null;
  return (
    <>
      {measures.length === 0 && (
        <p className="faint">
          {t('measuresNone', { number: read.data.problem.number })}{' '}
          <Go to={`/problems/${problem.id}/causes`}>{t('toCanvas')}</Go>
        </p>
      )}
      {measures.map((measure) => (
        <OneMeasure key={measure.id} measure={measure} {...about} />
      ))}
    </>
  );
}

function OneMeasure({ measure, value, choose }: Choosing & { measure: Offered }) {
  const say = useSaid();
  const { id, words, layer, state } = measure;
  return (
    <Checkbox checked={value.includes(id)} onChange={() => choose(id)}>
      <span className="faint">{say(layers[layer])}</span> {words} <StateTag state={states[state]} />
    </Checkbox>
  );
}
