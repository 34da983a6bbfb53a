/** Who reported: encrypted fields, keyed codes to find them by, and the masked form that pages show. */
import type { Tx } from '#platform/db.ts';
import { blindIndex, newSalt, open, seal } from '#platform/keys.ts';
import { personalSpans } from '#text/personal.ts';
import { phoneDigits } from '#text/phone.ts';

export type Reporter = { name: string; phone: string; idNumber: string; address: string };
export type KeyKind = 'caller_phone' | 'caller_id_number' | 'caller_name' | 'words_phone';

const fields = {
  name: 'name_sealed',
  phone: 'phone_sealed',
  idNumber: 'id_number_sealed',
  address: 'address_sealed',
} as const;

/** Each ciphertext is bound to its row and field, so that it opens nowhere else. */
const bindingOf = (id: string, field: keyof Reporter) => `reporter.${field}:${id}`;

export type ReporterRow = {
  id: string;
  name_sealed: Buffer | null;
  phone_sealed: Buffer | null;
  id_number_sealed: Buffer | null;
  address_sealed: Buffer | null;
  salt: Buffer;
  hidden: boolean;
};

/** A reporter as the row that is stored. Empty fields stay null: nothing is encrypted that was not given. */
export function sealReporter(tx: Pick<Tx, 'city'>, id: string, reporter: Reporter, hidden: boolean): ReporterRow {
  const sealed = (field: keyof Reporter) =>
    reporter[field] ? seal(tx.city.keys, reporter[field], bindingOf(id, field)) : null;
  return {
    id,
    name_sealed: sealed('name'),
    phone_sealed: sealed('phone'),
    id_number_sealed: sealed('idNumber'),
    address_sealed: sealed('address'),
    salt: newSalt(),
    hidden,
  };
}

export function openReporter(tx: Tx, row: Omit<ReporterRow, 'salt' | 'hidden'>): Reporter {
  const opened = (field: keyof Reporter) => {
    const sealed = row[fields[field]];
    return sealed ? open(tx.city.keys, sealed, bindingOf(row.id, field)) : '';
  };
  return { name: opened('name'), phone: opened('phone'), idNumber: opened('idNumber'), address: opened('address') };
}

/** The keyed codes under which a signal is found by its caller, and by phones that stand in the words. */
export function keysOf(tx: Pick<Tx, 'city'>, reporter: Reporter, words: string): { kind: KeyKind; key: Buffer }[] {
  const { keys } = tx.city;
  const spoken = personalSpans(words).filter((span) => span.kind === 'phone');
  return [
    ...(reporter.phone
      ? [{ kind: 'caller_phone' as const, key: blindIndex(keys, 'phone', phoneDigits(reporter.phone)) }]
      : []),
    ...(reporter.idNumber
      ? [{ kind: 'caller_id_number' as const, key: blindIndex(keys, 'id_number', reporter.idNumber.toUpperCase()) }]
      : []),
    ...(reporter.name
      ? [{ kind: 'caller_name' as const, key: blindIndex(keys, 'name', reporter.name.replace(/\s/g, '')) }]
      : []),
    ...[...new Set(spoken.map((span) => phoneDigits(span.value)))].map((phone) => ({
      kind: 'words_phone' as const,
      key: blindIndex(keys, 'phone', phone),
    })),
  ];
}

/** A keyed code of a home, to count households by: two who give the same address, however it is spaced, are one. */
export const householdOf = ({ city }: Pick<Tx, 'city'>, address: string): Buffer | null => {
  const plain = address.normalize('NFKC').replace(/[\s,，。.、-]/g, '');
  return plain === '' ? null : blindIndex(city.keys, 'address', plain);
};

export async function loadReporter(tx: Tx, signalId: string): Promise<ReporterRow | undefined> {
  return tx
    .selectFrom('reporter')
    .innerJoin('signal', 'signal.reporter_id', 'reporter.id')
    .selectAll('reporter')
    .where('signal.id', '=', signalId)
    .executeTakeFirst();
}
