/** Chooses several people of the directory. */
import { AnybodyPick } from '#web/people/anybody-pick.tsx';
import { ManyPick, type ManyPickProps } from '#web/projects/many-pick.tsx';

export function PeoplePick(props: ManyPickProps) {
  return <ManyPick {...props} pick={(next) => <AnybodyPick {...next} />} />;
}
