/** A refusal in its place: the sentence, the fields that have no input of their own, and the way on. */
import { Alert, Button } from 'antd';
import type { Said } from '#platform/problem.ts';
import { callWords } from '#web/call/call.words.ts';
import { readAgain } from '#web/call/query-client.ts';
import type { Refusal } from '#web/call/refusal.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export type RefusedProps = {
  refusal: Refusal | undefined | null;
  /** Sentences of fields that the form could not show, from `layOnForm`. */
  loose?: readonly Said[];
  /** For a failed reading: read once more. */
  again?: () => void;
  /** Beside the usual reading again, after somebody else was first. */
  onReload?: () => void;
};

/** Somebody was first, or the thing has moved on: what is on screen is old. */
const STALE = new Set(['changed_meanwhile', 'not_now', 'id_taken', 'signal_elsewhere']);

export function Refused({ refusal, loose = [], again, onReload }: RefusedProps) {
  const say = useSaid();
  const t = useWords(callWords);
  if (!refusal) return null;
  const stale = refusal.body.status === 409 && STALE.has(refusal.body.code);
  const reload = () => {
    void readAgain();
    onReload?.();
  };
  const action = again ? { words: t('again'), run: again } : stale ? { words: t('reload'), run: reload } : undefined;
  return (
    <Alert
      className="refused"
      type={stale ? 'warning' : 'error'}
      showIcon
      title={say(refusal.body.message)}
      description={loose.length > 0 && <Fields loose={loose} />}
      action={
        action && (
          <Button size="small" onClick={action.run}>
            {action.words}
          </Button>
        )
      }
    />
  );
}

function Fields({ loose }: { loose: readonly Said[] }) {
  const say = useSaid();
  return (
    <ul>
      {loose.map((said) => (
        <li key={said.en}>{say(said)}</li>
      ))}
    </ul>
  );
}
