/** What follows 催办: whoever has the thing is told at once, by name, so that nobody mutes it. */
import type { LedgerRow } from '#ledger/ledger.ts';
import type { Told } from '#message/message.ts';
import { tellAll } from '#message/tell.actions.ts';
import { personNames } from '#people/person.store.ts';
import type { Tx } from '#platform/db.ts';
import { keyOf, whereItStands } from '#supervision/line.store.ts';
import { maskWords } from '#text/mask.ts';

/** The words of the urging stand on the thing's page: a message carries numbers and matters only. */
export async function tellUrged(tx: Tx, rows: LedgerRow[]): Promise<void> {
  const asked = rows.map(({ kind, thing, data }) => ({ kind, thing, limit: String(data.limit) }));
  const stands = await whereItStands(tx, asked);
  const names = await personNames(
    tx,
    rows.flatMap(({ actor }) => actor ?? []),
  );
  const told = rows.flatMap(({ kind, thing, actor, request }, index): Told[] => {
    const at = stands.get(keyOf(asked[index]!));
    if (!at || (kind !== 'problem' && kind !== 'task')) return [];
    const by = names.get(actor ?? '') ?? '';
    const matter = maskWords(at.matter);
    return [
      {
        ...{ to: at.persons, kind: 'supervision.urge', thing: { kind, id: thing }, urgent: true, byName: true },
        words: { zh: `${by}催办 ${at.number} ${matter}`, en: `${by} urges you about ${at.number} ${matter}` },
        key: `urge:${request}`,
      },
    ];
  });
  await tellAll(tx, told);
}
