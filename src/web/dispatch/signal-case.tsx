/** A signal in the dispatch centre: what was said and the proposed ways, as on the triage desk, each taken by its digit. */
import { Button } from 'antd';
import { newId } from '#platform/ids.ts';
import type { CentreItem } from '#triage/centre/centre.api.ts';
import { deskApi } from '#views/desk.api.ts';
import { triageDeskApi } from '#views/triage-desk.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { dispatchWords } from '#web/dispatch/dispatch.words.ts';
import type { Centre } from '#web/dispatch/use-centre.ts';
import { type Key, useKeys } from '#web/place/keys.ts';
import { usePlace } from '#web/place/use-place.ts';
import { sendingOf } from '#web/triage/chunks.ts';
import { triageWords } from '#web/triage/triage.words.ts';
import { useSend } from '#web/triage/use-send.ts';
import { MOST_WAYS, type Way, waysOf } from '#web/triage/ways.ts';
import { WaysPane } from '#web/triage/ways-pane.tsx';
import { WordsPane } from '#web/triage/words-pane.tsx';
import { useWords } from '#web/words/words.ts';
import '#web/triage/triage.css';

const nothing = () => undefined;
/** The queue of the centre reads itself again. */
const noQueue = { leave: nothing, comeBack: nothing };

export function SignalCase({ centre, item }: { centre: Centre; item: CentreItem }) {
  const t = useWords(triageWords);
  const { go } = usePlace();
  const read = useRead(triageDeskApi.queue, { query: { id: item.id, limit: 1 } });
  const whole = useRead(deskApi.signal, { params: { id: item.id } }).data;
  const { send } = useSend(noQueue);
  const asked = read.data?.items[0];
  // Where nothing was learned for it, what the duty list says stands for itself.
  const units = item.units.map(({ unit, ...rest }) => ({ ...unit, ...rest, because: [] }));
  const found = asked && (waysOf(asked).length === 0 ? { ...asked, units } : asked);

  async function take(way: Way | undefined): Promise<void> {
    if (!found || !way || !(await centre.take(item))) return;
    if (await send(sendingOf({ item: found, way, odd: [] }, newId))) centre.goOn(item.id);
  }

  const digits: Key[] = Array.from({ length: MOST_WAYS }, (_, n) => ({
    key: String(n + 1),
    once: true,
    said: dispatchWords.propose,
    run: () => void take(found && waysOf(found)[n]),
  }));
  useKeys(dispatchWords.keys, [...digits, { key: 'e', said: triageWords.edit, run: () => go(`/signals/${item.id}`) }]);
  if (!found) return null;
  return (
    <div className="triage dispatch-signal">
      <WordsPane item={found} whole={whole} taken={undefined} legend={false} />
      <div className="triage-side">
        <WaysPane item={found} onTake={(way) => void take(way)} />
        <div className="triage-others">
          <Button aria-keyshortcuts="e" onClick={() => go(`/signals/${item.id}`)}>
            {t('edit')} <kbd>E</kbd>
          </Button>
        </div>
      </div>
    </div>
  );
}
