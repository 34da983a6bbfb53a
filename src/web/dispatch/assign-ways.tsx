/** The units proposed for a problem, each given by one key: what was suggested, what the list says, what past tickets say. */
import { newId } from '#platform/ids.ts';
import { sureness, surenessOf } from '#triage/category/proposal.ts';
import type { CentreItem } from '#triage/centre/centre.api.ts';
import { triageApi } from '#triage/triage.api.ts';
import { useVerb } from '#web/call/use-verb.ts';
import { dispatchWords } from '#web/dispatch/dispatch.words.ts';
import type { Centre } from '#web/dispatch/use-centre.ts';
import { type Key, useKeys } from '#web/place/keys.ts';
import { useSaid, useWords } from '#web/words/words.ts';
import '#web/triage/ways.css';

export function AssignWays({ centre, item }: { centre: Centre; item: CentreItem }) {
  const t = useWords(dispatchWords);
  const say = useSaid();
  const nameOf = (unitId: string) => {
    const found = item.units.find(({ unit }) => unit.id === unitId)?.unit;
    return found?.shortName || found?.name || '';
  };
  const assign = useVerb(triageApi.assign, { done: (_, { body }) => t('given', { unit: nameOf(body.unitId) }) });
  const held = item.lease !== null && !item.lease.mine;

  async function give(unitId: string | undefined): Promise<void> {
    if (!unitId || held || item.version === null || assign.running || !(await centre.take(item))) return;
    const body = { id: newId(), version: item.version, unitId, role: 'lead' as const, reason: '' };
    const outcome = await assign.run({ params: { id: item.id }, body });
    if ('reply' in outcome) centre.goOn(item.id);
  }

  const digits: Key[] = [1, 2, 3, 4, 5].map((n) => ({
    key: String(n),
    once: true,
    said: dispatchWords.propose,
    run: () => void give(item.units[n - 1]?.unit.id),
  }));
  useKeys(dispatchWords.keys, digits);
  if (item.units.length === 0) return <p className="quiet dispatch-ways">{t('noUnits')}</p>;
  return (
    <ol className="triage-ways dispatch-ways" aria-label={t('proposed')}>
      {item.units.map(({ unit, confidence, why }, n) => (
        <li key={unit.id}>
          <button
            type="button"
            disabled={held || assign.running}
            className={n === 0 ? 'triage-way is-first' : 'triage-way'}
            aria-keyshortcuts={String(n + 1)}
            onClick={() => void give(unit.id)}
          >
            <kbd>{n + 1}</kbd>
            <span className="triage-way-does">
              {t('give')} <strong>{unit.shortName || unit.name}</strong>
            </span>
            <span className="quiet">{say(sureness[surenessOf(confidence)])}</span>
            <span className="triage-why">{say(why)}</span>
          </button>
        </li>
      ))}
    </ol>
  );
}
