/** What follows in whose duty it is: units proposed when a signal arrives, its words are revised, or its category is decided. */
import type { LedgerRow } from '#ledger/ledger.ts';
import type { Tx } from '#platform/db.ts';
import { proposeUnits } from '#triage/duty/propose-unit.store.ts';

const things = (rows: readonly LedgerRow[]) => rows.map(({ thing }) => thing);

/** After the categories, which it reads. */
export const proposeUnitsToNew = (tx: Tx, rows: LedgerRow[]): Promise<void> => proposeUnits(tx, things(rows));

/** What the category is decides whose it is: an undecided proposal is replaced. */
export const proposeUnitsAnew = (tx: Tx, rows: LedgerRow[]): Promise<void> => proposeUnits(tx, things(rows));
