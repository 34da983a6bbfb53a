/** Importing signals: a row of a hotline's export as an arrival, its words as they stand. */
import { z } from 'zod';
import { type Context, type Intake, LEAVE_OUT, type Note, type Reading, type RowReader } from '#intake/intake.ts';
import { newId } from '#platform/ids.ts';
import { digest } from '#platform/keys.ts';
import { problem } from '#platform/problem.ts';
import { reasonColumn } from '#sheet/rejects.ts';
import { type Cell, cellText, type Row } from '#sheet/sheet.ts';
import { type SignalField, signalFields } from '#sheet/signal-fields.ts';
import { columnLetters } from '#sheet/xlsx/cell-ref.ts';
import { type Arrival, contentHash, sourceKeys } from '#signal/arrival.ts';
import { arriveInOrder } from '#signal/arrive-in-order.ts';
import { openChannel } from '#signal/channel.store.ts';
import { keptCell } from '#signal/extra.ts';
import {
  dateIn,
  idNumberIn,
  matterIn,
  numberIn,
  type Place,
  phoneIn,
  textIn,
  urgencyIn,
  yesIn,
} from '#signal/import-cells.ts';
import { saysClosed } from '#signal/import-words.ts';
import { made } from '#signal/made.ts';
import { countOccurrences } from '#signal/occurrences.ts';
import { askForMerge } from '#signal/search.store.ts';
import { matters, urgencies, WORDS_MAX } from '#signal/signal.ts';
import { maskIdNumber, maskName, maskPhone, maskWords } from '#text/mask.ts';
import { maskAddress } from '#text/mask-address.ts';

const options = z.object({
  /** Absent: the first open hotline. */
  channelId: z.uuid().optional(),
  /** What its source has closed waits for nobody here. */
  closedDone: z.boolean().default(true),
});
export type SignalOptions = z.output<typeof options>;

/** So many in one chunk are part of many: the search index shall not wait for the next minute. */
const MANY = 500;

/** Fields that a signal has no place of its own for: kept under their column's name. */
const kept = new Set<string>([
  'channel',
  'handling_unit',
  'status',
  'dispatched_at',
  'closed_at',
  'opinion',
  'reply',
  'operator',
]);

export const signalIntake: Intake<Arrival, SignalOptions> = {
  kind: 'signals',
  name: { zh: '工单', en: 'Tickets' },
  permission: 'signal.import',
  fields: signalFields,
  required: ['words'] satisfies SignalField[],
  repeatable: ['caller_phone'] satisfies SignalField[],
  options,
  async settle(tx, given) {
    if (given.channelId) return { ...given, channelId: (await openChannel(tx, given.channelId)).id };
    const first = await tx
      .selectFrom('channel')
      .select('id')
      .where('closed_at', 'is', null)
      .where('kind', 'in', ['hotline', 'web'])
      .orderBy('kind')
      .orderBy('code')
      .executeTakeFirst();
    if (!first) throw problem('import_no_channel');
    return { ...given, channelId: first.id };
  },
  reader: readSignals,
  makeReady({ city }, one) {
    // Without a time of receipt it is received when it is written.
    if (one.receivedAt) made(city, one, one.receivedAt);
  },
  async write(tx, actor, rows) {
    const arrived = await arriveInOrder(tx, actor, rows);
    if (arrived.length >= MANY) await askForMerge(tx);
    return arrived.map(({ outcome }) => outcome);
  },
  show: showSignal,
};

function readSignals(context: Context<SignalOptions>): RowReader<Arrival> {
  const { columns, dateSystem, city, importId } = context;
  const columnsOf = (field: SignalField) =>
    columns.filter((column) => column.field === field).map(({ index }) => index);
  const at = Object.fromEntries(signalFields.map(({ field }) => [field, columnsOf(field)])) as Record<
    SignalField,
    number[]
  >;
  const rest = restOf(columns);
  const identity = columns
    .filter(({ name, field }) => field !== LEAVE_OUT && name !== reasonColumn)
    .map(({ index }) => index);
  const occurrences = countOccurrences();

  const place = (field: SignalField, { cells }: Row, notes: Note[]): Place => {
    const column = at[field][0] ?? -1;
    return { cell: cells[column], column, notes };
  };
  const rowKey = ({ cells }: Row) => {
    const hash = digest(city.keys, JSON.stringify(identity.map((index) => cellText(cells[index]))));
    return sourceKeys.row(hash, occurrences.next(hash));
  };
  const closes = (row: Row, notes: Note[]) =>
    context.options.closedDone &&
    (saysClosed(cellText(row.cells[at.status[0] ?? -1])) ||
      dateIn(place('closed_at', row, notes), dateSystem) instanceof Date);

  return {
    pass(row) {
      if (numberIn(place('source_number', row, [])) === null) rowKey(row);
    },
    read(row): Reading<Arrival> {
      const notes: Note[] = [];
      const sourceNumber = numberIn(place('source_number', row, notes));
      const sourceKey = sourceNumber === null ? rowKey(row) : sourceKeys.number(sourceNumber);
      const words = cellText(row.cells[at.words[0] ?? -1]);
      const column = at.words[0] ?? null;
      if (words.trim() === '') return { rejected: [{ column, code: 'words_missing' }] };
      if (words.length > WORDS_MAX)
        return { rejected: [{ column, code: 'words_too_long', params: { limit: WORDS_MAX } }] };
      const receivedAt = dateIn(place('received_at', row, notes), dateSystem);
      if (receivedAt === undefined) return { rejected: notes.slice(-1) };
      const said = {
        channelId: context.options.channelId!,
        sourceNumber,
        matter: matterIn(place('matter_type', row, notes)),
        urgency: urgencyIn(place('urgency', row, notes)),
        secret: yesIn(place('secrecy', row, notes), false),
        wantsReply: yesIn(place('wants_reply', row, notes), true),
        title: textIn(place('title', row, notes)) || null,
        words,
        place: textIn(place('place', row, notes)) || null,
        areaId: null,
        category: textIn(place('category', row, notes)) || null,
        extra: extraOf(rest, row.cells),
        reporter: {
          name: textIn(place('caller_name', row, notes)),
          phone: firstPhone(at.caller_phone, row, notes),
          idNumber: idNumberIn(place('caller_id_number', row, notes)),
          address: textIn(place('address', row, notes)),
        },
        saidAt: null,
        receivedAt,
        disposition: closes(row, notes) ? ({ kind: 'answered', code: 'closed_at_source' } as const) : null,
      };
      return { row: { ...said, id: newId(), sourceKey, rowHash: contentHash(city.keys, said), importId }, notes };
    },
  };
}

/** 来电号码 may be empty where 联系电话 is not. */
function firstPhone(columns: number[], { cells }: Row, notes: Note[]): string {
  for (const column of columns) {
    const phone = phoneIn({ cell: cells[column], column, notes });
    if (phone) return phone;
  }
  return '';
}

type Rest = { index: number; name: string }[];

/** Columns without a name go by their letters; one name twice is told apart by them. */
function restOf(columns: Context<SignalOptions>['columns']): Rest {
  const names = new Set<string>();
  return columns.flatMap(({ index, name, field }) => {
    if (name === reasonColumn || (field !== null && !kept.has(field))) return [];
    const own = name === '' || names.has(name) ? `${name}（${columnLetters(index)} 列）` : name;
    names.add(own);
    return [{ index, name: own }];
  });
}

function extraOf(rest: Rest, cells: readonly Cell[]): Record<string, string> {
  const extra: Record<string, string> = {};
  for (const { index, name } of rest) {
    const text = cellText(cells[index]);
    if (text !== '') extra[name] = keptCell(name, text);
  }
  return extra;
}

const minutes = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

function showSignal({
  sourceNumber,
  receivedAt,
  words,
  title,
  reporter,
  matter,
  urgency,
  place,
  category,
  secret,
  disposition,
}: Arrival) {
  return {
    source_number: sourceNumber ?? '',
    received_at: receivedAt ? minutes(receivedAt) : '',
    title: title ?? '',
    words: maskWords(words.slice(0, 300)),
    caller_name: maskName(reporter.name),
    caller_phone: reporter.phone && maskPhone(reporter.phone),
    caller_id_number: reporter.idNumber && maskIdNumber(reporter.idNumber),
    address: reporter.address && maskAddress(reporter.address),
    place: place ?? '',
    matter_type: matters[matter].zh,
    urgency: urgencies[urgency].zh,
    category: category ?? '',
    secrecy: secret ? '是' : '否',
    status: disposition ? '已办结' : '',
  };
}
