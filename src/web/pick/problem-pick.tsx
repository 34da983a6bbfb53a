/** Chooses another problem, by number or words of its title. */
import { states } from '#triage/problem.ts';
import { triageApi } from '#triage/triage.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { type PickProps, SearchSelect } from '#web/pick/pick.tsx';
import { pickWords } from '#web/pick/pick.words.ts';
import { useTyped } from '#web/pick/use-typed.ts';
import { useSaid, useWords } from '#web/words/words.ts';

const AT_MOST = 30;
const ENDED = ['closed', 'merged'];

/** Only those that still run, without `not`. */
export function ProblemPick({ not = [], ...rest }: PickProps & { not?: string | readonly string[] }) {
  const t = useWords(pickWords);
  const say = useSaid();
  const typing = useTyped();
  const { typed } = typing;
  const found = useRead(triageApi.list, { query: { limit: AT_MOST, ...(typed && { q: typed }) } }, { keep: true });
  const options = (found.data?.items ?? [])
    .filter((problem) => ![not].flat().includes(problem.id) && !ENDED.includes(problem.state))
    .map((problem) => ({
      id: problem.id,
      name: `${problem.number} ${problem.title}`,
      shown: (
        <span className="pick-option">
          <span className="figures faint">{problem.number}</span> {problem.title}{' '}
          <span className="faint">
            {say(states[problem.state])} {problem.lead?.shortName ?? ''}
          </span>
        </span>
      ),
    }));
  return (
    <SearchSelect
      {...rest}
      options={options}
      reading={found.isPlaceholderData || found.isPending}
      typing={typing}
      hint={t('problem')}
      none={t('noProblem')}
    />
  );
}
