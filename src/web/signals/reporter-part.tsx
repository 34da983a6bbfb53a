/** Who reported: masked, in full once purpose and reason are written down, and what else came from the same phone. */
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { signalApi } from '#signal/signal.api.ts';
import type { SignalPage } from '#views/desk.api.ts';
import { call, type Reply } from '#web/call/call.ts';
import { Refused } from '#web/call/refused.tsx';
import { useRead } from '#web/call/use-read.ts';
import { RevealDialog } from '#web/show/reveal-dialog.tsx';
import { EarlierList } from '#web/signals/earlier-list.tsx';
import { purposes, signalPageWords } from '#web/signals/signal-page.words.ts';
import { Facts, Part } from '#web/thing/thing-page.tsx';
import { useWords } from '#web/words/words.ts';

type Whole = Reply<typeof signalApi.reveal>;

export function ReporterPart({ signal }: { signal: SignalPage }) {
  const t = useWords(signalPageWords);
  const [asking, setAsking] = useState(false);
  const [whole, setWhole] = useState<Whole>();
  const { reporter } = signal;
  // Another signal in the same pane: what was shown belongs to the one before.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another signal hides it
  useEffect(() => setWhole(undefined), [signal.id]);
  const action = reporter?.mayReveal && (
    <Button
      size="small"
      type="link"
      className="not-printed"
      onClick={() => (whole ? setWhole(undefined) : setAsking(true))}
    >
      {whole ? t('close') : t('reveal')}
    </Button>
  );
  return (
    <Part title={t('reporter')} action={action}>
      {!reporter && <p className="quiet">{signal.reporterHidden ? t('hidden') : t('nobody')}</p>}
      {reporter && (
        <div className={whole ? 'reporter-whole' : ''} aria-live="polite">
          <Facts of={factsOf(whole ?? reporter, t)} />
        </div>
      )}
      {signal.callerOthers > 0 && (!reporter || reporter.mayReveal) && <Others signal={signal} />}
      {asking && (
        <RevealDialog
          what={t('revealWhat')}
          purposes={purposes}
          reveal={async (purpose, reason, id) => {
            const body = { id, purpose: purpose as keyof typeof purposes, reason };
            setWhole(await call(signalApi.reveal, { params: { id: signal.id }, body }));
            return '';
          }}
          onWhole={() => undefined}
          onClose={() => setAsking(false)}
        />
      )}
    </Part>
  );
}

function factsOf(of: Partial<Whole>, t: (key: 'name' | 'phone' | 'idNumber' | 'address') => string) {
  const phone = of.phone && <span className="figures">{of.phone}</span>;
  return [
    [t('name'), of.name],
    [t('phone'), phone],
    [t('idNumber'), of.idNumber],
    [t('address'), of.address],
  ] as const;
}

function Others({ signal }: { signal: SignalPage }) {
  const t = useWords(signalPageWords);
  const [open, setOpen] = useState(false);
  const read = useRead(signalApi.others, open ? { params: { id: signal.id } } : undefined);
  if (!open) {
    return (
      <Button type="link" size="small" className="not-printed" onClick={() => setOpen(true)}>
        {t('showOthers', { count: signal.callerOthers })}
      </Button>
    );
  }
  if (read.error) return <Refused refusal={read.error} />;
  return read.data ? <EarlierList items={read.data.items} total={read.data.total} /> : null;
}
