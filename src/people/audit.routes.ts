/** Serves the audit page. */
import { dayOf } from '#clock/day.ts';
import { exportLedger, openLedger } from '#people/audit.actions.ts';
import { auditApi as api } from '#people/audit.api.ts';
import { auditSheet } from '#people/audit-sheet.ts';
import type { Serve } from '#people/serve.ts';
import { allVerbs } from '#people/verbs.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function auditRoutes(serve: Serve): void {
  serve(api.list, ({ tx, actor, query }) => openLedger(tx, actor, query));

  serve(api.export, async ({ tx, actor, query }) => ({
    file: auditSheet(await exportLedger(tx, actor, query), actor.name, tx.now),
    name: `审计台账-${dayOf(tx.now)}.xlsx`,
    type: XLSX,
  }));

  serve(api.verbs, async () => ({ items: allVerbs() }));
}
