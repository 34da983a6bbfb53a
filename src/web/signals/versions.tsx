/** What the source changed in its ticket, version by version, the changed part marked. */
import { Collapse } from 'antd';
import type { SignalPage } from '#views/desk.api.ts';
import { changedWords } from '#web/signals/changed-words.ts';
import { signalPageWords } from '#web/signals/signal-page.words.ts';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

/** `versions` are the earlier ones, the latest first; each became the one after it. */
export function Versions({ signal: { words, versions } }: { signal: SignalPage }) {
  const t = useWords(signalPageWords);
  const times = useTimes();
  const items = versions.map((version, index) => ({
    key: version.number,
    label: t('version', { number: version.number, until: times.near(version.until) }),
    children: <Changed before={version.words} after={versions[index - 1]?.words ?? words} />,
  }));
  return (
    <Collapse
      size="small"
      items={[
        {
          key: 'all',
          label: t('versions', { count: versions.length }),
          children: <Collapse ghost size="small" items={items} defaultActiveKey={items[0]?.key ?? ''} />,
        },
      ]}
    />
  );
}

function Changed({ before, after }: { before: string; after: string }) {
  const t = useWords(signalPageWords);
  const { head, gone, came, tail } = changedWords(before, after);
  if (!gone && !came) return <p className="quiet">{t('sameWords')}</p>;
  return (
    <p className="verbatim">
      {head}
      {gone && <del className="version-gone">{gone}</del>}
      {came && <ins className="version-came">{came}</ins>}
      {tail}
    </p>
  );
}
