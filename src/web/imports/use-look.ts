/** The look at a file as the address asks for it: `?sheet=…&header=3&fields=source_number,,words`. */
import { intakeApi } from '#intake/intake.api.ts';
import type { Reply } from '#web/call/call.ts';
import { useRead } from '#web/call/use-read.ts';
import { usePlace } from '#web/place/use-place.ts';

export type Look = Reply<typeof intakeApi.look>;
export type LookColumn = Look['columns'][number];

export function useLook() {
  const { params, search, setSearch } = usePlace();
  const id = params.id!;
  const { sheet, header, fields } = search;
  const query = { ...(sheet && { sheet }), ...(header && { header: Number(header) }), ...(fields && { fields }) };
  const look = useRead(intakeApi.look, { params: { id }, query }, { keep: true });
  const item = useRead(intakeApi.show, { params: { id } });

  /** All columns are said once one is changed: from then on nothing is proposed over a person's choice. */
  const setField = (columns: readonly LookColumn[], at: number, field: string | null) =>
    setSearch({ fields: `${columns.map((one, i) => (i === at ? field : one.field) ?? '').join(',')}` || ',' });

  return {
    ...{ id, look, item, setField },
    setSheet: (name: string) => setSearch({ sheet: name, header: undefined, fields: undefined }, true),
    setHeader: (row: number) => setSearch({ header: String(row), fields: undefined }, true),
    /** Which columns somebody has chosen by hand is not kept: that any were, is. */
    byHand: Boolean(fields),
  };
}
