/** All versions of a procedure, the newest first: since when, by whom, how many runs go by it, and what it changed. */
import type { VersionShown } from '#procedure/procedure.api.ts';
import { versionStates } from '#procedure/procedure.ts';
import { compareSteps, type StepChange } from '#procedure/progress.ts';
import { procedureWords } from '#web/procedures/procedure.words.ts';
import { StateTag } from '#web/show/state-tag.tsx';
import { Part } from '#web/thing/thing-page.tsx';
import { useTimes } from '#web/words/times.ts';
import { useWords } from '#web/words/words.ts';

export function VersionsPart({ versions }: { versions: readonly VersionShown[] }) {
  const t = useWords(procedureWords);
  return (
    <Part title={t('versions')}>
      <ul className="procedure-lines">
        {versions.map((one, i) => (
          <li key={one.id}>
            <Line version={one} before={versions[i + 1]} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function Line({ version, before }: { version: VersionShown; before: VersionShown | undefined }) {
  const t = useWords(procedureWords);
  const times = useTimes();
  const { validFrom, validTo, running, madeBy, issuedBy, reason } = version;
  const days = !validFrom
    ? null
    : validTo
      ? t('fromTo', { from: times.day(new Date(validFrom)), to: times.day(new Date(validTo)) })
      : t('from', { from: times.day(new Date(validFrom)) });
  const facts = [
    days,
    issuedBy ? t('issuedBy', { name: issuedBy }) : t('byWhom', { name: madeBy }),
    running > 0 && t('openRuns', { n: running }),
    reason,
  ];
  return (
    <>
      <p>
        <strong>{t('versionLine', { nth: version.nth })}</strong> <StateTag state={versionStates[version.state]} />{' '}
        <span className="quiet">{facts.filter(Boolean).join(' · ')}</span>
      </p>
      {before && <Differences before={before} after={version} />}
    </>
  );
}

function Differences({ before, after }: { before: VersionShown; after: VersionShown }) {
  const t = useWords(procedureWords);
  const words: Record<Exclude<StepChange, 'same'>, string> = {
    changed: t('changed'),
    added: t('addedStep'),
    gone: t('goneStep'),
  };
  const found = compareSteps(before.steps, after.steps).flatMap((one) =>
    one.change === 'same' ? [] : [`${words[one.change]}“${one.title}”`],
  );
  return (
    <p className="faint">
      {t('differences')}：{found.length === 0 ? t('same') : found.join('，')}
    </p>
  );
}
