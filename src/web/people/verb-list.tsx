/** What a role may do, each verb by itself: some hold commas of their own. */
import { type Permission, permissions } from '#people/permissions.ts';
import { useSaid } from '#web/words/words.ts';

export function VerbList({ verbs }: { verbs: readonly Permission[] }) {
  const say = useSaid();
  return (
    <ul className="verb-list">
      {verbs.map((verb) => (
        <li key={verb}>{say(permissions[verb])}</li>
      ))}
    </ul>
  );
}
