/** Chooses who is given a task: the program proposes the first, the others stand below with their reasons, a person decides. */
import { useEffect, useEffectEvent, useRef } from 'react';
import { type CandidateShown, chooseApi } from '#task/choose.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { PersonPick } from '#web/pick/person-pick.tsx';
import { type PickProps, SearchSelect } from '#web/pick/pick.tsx';
import { pickWords } from '#web/pick/pick.words.ts';
import { useTyped } from '#web/pick/use-typed.ts';
import { taskWords } from '#web/tasks/task.words.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/tasks/task.css';

type CandidatePickProps = PickProps & {
  unitId: string;
  problemId?: string | undefined;
  skills?: readonly string[];
  not?: readonly string[];
};

const AT_MOST = 200;

export function CandidatePick({ unitId, problemId, skills = [], not = [], ...rest }: CandidatePickProps) {
  const t = useWords({ ...pickWords, ...taskWords });
  const say = useSaid();
  const typing = useTyped();
  const query = {
    ...(problemId && { problemId }),
    limit: AT_MOST,
    ...(skills.length > 0 && { skills: skills.join(',') }),
    ...(not.length > 0 && { exclude: not.join(',') }),
  };
  const read = useRead(chooseApi.candidates, unitId ? { params: { id: unitId }, query } : undefined, { keep: true });
  const { value, onChange } = rest;
  const items = read.isPlaceholderData ? undefined : read.data?.items;
  const proposed = useRef<string>(undefined);
  /** What a person has chosen stays; what was proposed goes with what is asked. */
  const propose = useEffectEvent((first: CandidateShown | undefined) => {
    if (!first?.fits || (value && value.id !== proposed.current)) return;
    proposed.current = first.person.id;
    if (value?.id !== first.person.id) onChange?.(first.person);
  });
  useEffect(() => propose(items?.[0]), [items]);
  if (read.error) return <PersonPick unitId={unitId} not={not} {...rest} />;
  const typed = typing.typed.trim();
  const shown = (items ?? []).filter(({ person }) => person.name.includes(typed));
  const taken = items?.find(({ person }) => person.id === value?.id);
  const why = (one: CandidateShown) => one.why.map((part) => say(part)).join(t('between'));
  return (
    <>
      <SearchSelect
        {...rest}
        options={shown.map((one) => ({
          ...one.person,
          shown: (
            <span className={one.fits ? 'candidate' : 'candidate is-unfit'}>
              {one.person.name}
              <span className="candidate-why">{why(one)}</span>
            </span>
          ),
        }))}
        reading={read.isPending || read.isPlaceholderData}
        typing={typing}
        hint={t('person')}
        none={t('noPerson')}
      />
      {taken && (
        <p className={taken.fits ? 'candidate-line' : 'candidate-line tone-warn'} aria-live="polite">
          {taken === items?.[0] && taken.fits && <strong>{t('proposed')} </strong>}
          {why(taken)}
        </p>
      )}
    </>
  );
}
