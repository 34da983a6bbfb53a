/** Writing the rows of a list of readings: each is taken under the same rules as a typed one, met again, or said why not. */
import type { ReadingRow } from '#indicator/import-readings.ts';
import type { DefinitionShown } from '#indicator/indicator.api.ts';
import { definitionsOf, type IndicatorRow, lockNamed } from '#indicator/indicator.store.ts';
import { takeReading } from '#indicator/reading.actions.ts';
import { insertReadings, type NewRow, readingsOf } from '#indicator/reading.store.ts';
import { figureOf, isRefused, type Period, type Refused } from '#indicator/reading.ts';
import { record } from '#ledger/record.ts';
import { type Actor, may, mustBeAbleTo, personOf, signing } from '#people/actor.ts';
import { type CellNote, noted, type Outcome } from '#people/import-cells.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { ProblemCode } from '#platform/problems.ts';
import type { ReadingField } from '#sheet/reading-fields.ts';

type Result = Exclude<Outcome<ReadingField>, 'revised'>;
type Standing = Period & { value: number };
type Known = { indicator: IndicatorRow; definitions: DefinitionShown[]; standing: Standing[] };

/** Up to 1,000 rows in one transaction. */
export async function writeReadings(
  tx: Tx,
  actor: Actor,
  rows: readonly ReadingRow[],
  importId: string,
): Promise<Result[]> {
  mustBeAbleTo(actor, 'reading.record');
  const person = personOf(actor);
  const known = await knownTo(tx, actor, rows);
  const taken: NewRow[] = [];
  const results = rows.map((row): Result => {
    const found = resolve(known, row);
    if ('field' in found) return { rejected: [found] };
    const refused = mayTake(actor, found.indicator);
    if (refused) return { rejected: [refused] };
    return take(tx, found, row, person, taken);
  });
  await insertReadings(tx, taken);
  const units = [...known.values()].flat().map(({ indicator }) => indicator.ownerUnit);
  await record(
    tx,
    signing(actor, 'reading.record', units),
    taken.map(({ id, indicatorId, from, to, value }) => ({
      ...{ verb: 'reading.import', kind: 'indicator', thing: indicatorId, request: importId },
      data: { reading: id, from, to, value },
    })),
  );
  return results;
}

/** The indicators that the rows name, under every name and number, with what stands of each. */
async function knownTo(tx: Tx, actor: Actor, rows: readonly ReadingRow[]): Promise<ReadonlyMap<string, Known[]>> {
  const names = new Set(rows.flatMap(({ number, name }) => [number, name].filter((one) => one !== '')));
  const found = await lockNamed(tx, actor, [...names]);
  const readings = await readingsOf(
    tx,
    found.map(({ id }) => id),
  );
  const known = new Map<string, Known[]>();
  for (const indicator of found) {
    const standing = readings.filter(({ indicatorId }) => indicatorId === indicator.id);
    const one = { indicator, standing: [...standing], definitions: await definitionsOf(tx, indicator.id) };
    for (const key of [indicator.number, indicator.name]) known.set(key, [...(known.get(key) ?? []), one]);
  }
  return known;
}

/** The number tells more than the name; with both, they must be the same indicator's. */
function resolve(known: ReadonlyMap<string, Known[]>, { number, name }: ReadingRow): Known | CellNote<ReadingField> {
  const field = number === '' ? 'name' : 'number';
  const said = number || name;
  const here = known.get(said) ?? [];
  if (here.length > 1) return noted(field, 'indicator_several', { name: said });
  const [one] = here;
  if (!one) return noted(field, 'indicator_unknown', { name: said });
  if (number !== '' && name !== '' && one.indicator.name !== name)
    return noted('name', 'indicator_other_name', { number, name: one.indicator.name });
  return one;
}

function mayTake(actor: Actor, { name, counted, state, ownerUnit }: IndicatorRow): CellNote<ReadingField> | undefined {
  const of = (code: ProblemCode): CellNote<ReadingField> => noted<ReadingField>(null, code, { name });
  if (!may(actor, 'reading.record', [ownerUnit])) return of('indicator_not_yours');
  if (counted) return of('indicator_counted');
  return state === 'open' ? undefined : of('indicator_retired');
}

const fieldOf: Record<Refused['field'], ReadingField> = {
  from: 'from',
  to: 'to',
  value: 'value',
  numerator: 'numerator',
  denominator: 'denominator',
  unitWords: 'unit',
};

function take(tx: Tx, known: Known, row: ReadingRow, person: string, taken: NewRow[]): Result {
  const { indicator, definitions, standing } = known;
  const { from, to, source } = row;
  const found = takeReading(row, indicator, definitions, standing, tx.now);
  if (isRefused(found)) {
    const figure = figureOf(row, indicator);
    const same = !isRefused(figure) && standing.some((one) => one.from === from && one.value === figure.value);
    if (found.code === 'reading_there' && same) return 'repeated';
    return { rejected: [noted(fieldOf[found.field], found.code, found.params)] };
  }
  const { figure, definition } = found;
  standing.push({ from, to, value: figure.value });
  const ids = { id: newId(), indicatorId: indicator.id, definitionId: definition.id };
  taken.push({ ...figure, ...ids, from, to, source, way: 'imported', by: person });
  return 'accepted';
}
