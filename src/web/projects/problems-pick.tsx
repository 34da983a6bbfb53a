/** Chooses the problems that a project answers. */
import { ProblemPick } from '#web/pick/problem-pick.tsx';
import { ManyPick, type ManyPickProps } from '#web/projects/many-pick.tsx';

export function ProblemsPick(props: ManyPickProps) {
  return <ManyPick {...props} pick={(next) => <ProblemPick {...next} />} />;
}
