/** A request for change in words: what it is about, what stands there, what is wanted. */
import type { ProjectPage } from '#views/project.api.ts';
import { withUnit } from '#web/indicators/figures.ts';
import { useTimes } from '#web/words/times.ts';

type Change = ProjectPage['changes'][number];
export type ChangeSaid = { about: string; was: string; wanted: string };

const day = (value: unknown) => (typeof value === 'string' ? value : null);

export function useChangeSaid(project: ProjectPage): (change: Change) => ChangeSaid {
  const times = useTimes();
  const on = (value: unknown) => (day(value) ? times.day(day(value)!) : '');
  return ({ wanted, was, names }) => {
    switch (wanted.kind) {
      case 'move_milestone':
        return { about: names.milestone ?? '', was: on(was.dueOn), wanted: times.day(wanted.dueOn) };
      case 'drop_milestone':
        return { about: names.milestone ?? '', was: on(was.dueOn), wanted: '' };
      case 'add_milestone':
        return { about: wanted.title, was: '', wanted: times.day(wanted.dueOn) };
      case 'retarget': {
        const indicator = project.goals.find(({ id }) => id === wanted.goalId)?.indicator;
        const value = (target: unknown) => (indicator ? withUnit(Number(target), indicator) : String(target));
        return {
          about: names.goal ?? '',
          was: `${value(was.target)} ${on(was.targetOn)}`,
          wanted: `${value(wanted.target)} ${times.day(wanted.targetOn)}`,
        };
      }
      case 'end':
        return { about: '', was: on(was.endsOn), wanted: times.day(wanted.endsOn) };
      case 'lead':
      case 'reviewer':
        return { about: '', was: names.personWas ?? '', wanted: names.person ?? '' };
    }
  };
}
