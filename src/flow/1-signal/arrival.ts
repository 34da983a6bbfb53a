/** A signal on its way in, whichever way it came: one form that entry, token and import all hand to the store. */
import { hash } from 'node:crypto';
import type { CityKeys } from '#platform/keys.ts';
import { digest } from '#platform/keys.ts';
import type { Made } from '#signal/made.ts';
import type { Reporter } from '#signal/reporter.store.ts';
import type { Disposition, DispositionCode, Matter, SignalState, Urgency } from '#signal/signal.ts';

export type Arrival = {
  id: string;
  channelId: string;
  /** 16 bytes: what makes it this signal and no other on its channel. */
  sourceKey: Buffer;
  sourceNumber: string | null;
  /** Keyed hash of all it says: tells repeated from revised. */
  rowHash: Buffer;
  matter: Matter;
  urgency: Urgency;
  secret: boolean;
  wantsReply: boolean;
  title: string | null;
  words: string;
  place: string | null;
  areaId: string | null;
  category: string | null;
  extra: Record<string, string>;
  reporter: Reporter;
  saidAt: Date | null;
  /** When the channel received it; absent: now. */
  receivedAt: Date | null;
  importId: string | null;
  disposition: { kind: Disposition; code: DispositionCode } | null;
  /** Made ahead while the database is busy, else when it is written. */
  made?: Made;
  /** Only in a past that is written as the past: when and by whom it was recorded, and what has become of it since. */
  past?: { recordedAt: Date; recordedBy: string | null; state: SignalState; version: number };
};

export type Outcome = 'accepted' | 'repeated' | 'revised';

const key = (text: string) => hash('sha256', text, 'buffer').subarray(0, 16);

/** Identity = channel + number, else the hash of the row + how often the same row came before in its file, else its own id. */
export const sourceKeys = {
  number: (number: string) => key(`number:${number}`),
  row: (of: Buffer, occurrence: number) => key(`row:${of.toString('hex')}:${occurrence}`),
  id: (id: string) => key(`id:${id}`),
};

/** Everything a source can change about a signal, in one keyed hash. */
export function contentHash(
  keys: CityKeys,
  arrival: Omit<Arrival, 'rowHash' | 'sourceKey' | 'id' | 'importId' | 'made' | 'past'>,
): Buffer {
  const { title, words, place, category, matter, urgency, secret, extra, reporter, disposition } = arrival;
  const { name, phone, idNumber, address } = reporter;
  const about = [
    title,
    words,
    place,
    category,
    matter,
    urgency,
    secret,
    disposition?.code,
    Object.entries(extra).sort(),
  ];
  const times = [arrival.saidAt?.getTime(), arrival.receivedAt?.getTime()];
  return digest(keys, JSON.stringify([about, [name, phone, idNumber, address], times]));
}
