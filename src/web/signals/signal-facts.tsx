/** Where a signal stands and where it came from. */

import { dispositionCodes, dispositions, matters } from '#signal/signal.ts';
import { categoryApi } from '#triage/category/category.api.ts';
import type { SignalPage } from '#views/desk.api.ts';
import { useRead } from '#web/call/use-read.ts';
import { Go } from '#web/place/go.tsx';
import { base } from '#web/place/place.ts';
import { exchangeWords } from '#web/signals/exchange.words.ts';
import { signalPageWords } from '#web/signals/signal-page.words.ts';
import { signalsWords } from '#web/signals/signals.words.ts';
import { Facts } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useSaid, useWords } from '#web/words/words.ts';

export function SignalFacts({ signal }: { signal: SignalPage }) {
  const t = useWords({ ...signalsWords, ...signalPageWords });
  const say = useSaid();
  const times = useTimes();
  const { problem, disposition, dividedFrom, dividedInto } = signal;
  const decided = useRead(categoryApi.proposals, { params: { id: signal.id } }).data?.category;
  const signalLink = (one: { id: string; number: string }) => (
    <Go key={one.id} to={`/signals/${one.id}`} className="figures">
      {one.number}
    </Go>
  );
  return (
    <Facts
      of={[
        [t('problem'), problem && <Go to={`/problems/${problem.id}`}>{`${problem.number} ${problem.title}`}</Go>],
        [
          t('disposition'),
          disposition && `${say(dispositions[disposition.kind])}：${say(dispositionCodes[disposition.code])}`,
        ],
        [t('matter'), say(matters[signal.matter])],
        [t('category'), decided ? t('decidedCategory', decided) : signal.category],
        [t('place'), signal.place],
        [t('area'), signal.area?.name],
        [t('channel'), signal.channel.name],
        [t('sourceNumber'), signal.sourceNumber && <span className="figures">{signal.sourceNumber}</span>],
        [t('received'), times.exact(signal.receivedAt)],
        [t('saidAt'), signal.saidAt && times.exact(signal.saidAt)],
        [t('followed'), signal.follows && <a href={`${base}/p`}>{say(exchangeWords.followsHow)}</a>],
        [t('wantsReply'), signal.wantsReply ? t('yes') : t('no')],
        [t('dividedFrom'), dividedFrom && signalLink(dividedFrom)],
        [t('dividedInto'), dividedInto.length > 0 ? dividedInto.map(signalLink) : null],
      ]}
    />
  );
}
