/** One signal as it was told: its channel, words, caller, and when the desk had it. */
import { filedAs } from '#demo/city/category-tree.ts';
import { nameOf } from '#demo/city/names.ts';
import { note, type Past } from '#demo/city/past.ts';
import type { Staff } from '#demo/city/staff.ts';
import { weighted } from '#demo/city/when.ts';
import type { CityMatter } from '#demo/city/words/matter.ts';
import type { Question } from '#demo/city/words/questions.ts';
import { askedOf, type Voice, wordsOf } from '#demo/city/words/say.ts';
import { surnames } from '#demo/matters.ts';
import { isOffice, nextOffice } from '#demo/office.ts';
import { phoneOf, type Random } from '#demo/random.ts';
import type { CityKeys } from '#platform/keys.ts';
import { type Arrival, contentHash, sourceKeys } from '#signal/arrival.ts';
import { dispositionCodes } from '#signal/signal.ts';

export type Caller = { name: string; phone: string };
export type Told = Arrival & Required<Pick<Arrival, 'past' | 'receivedAt'>> & { caller: Caller };
export type Telling = { past: Past; staff: Staff; keys: CityKeys; channels: Map<string, string> };

/** Code of the channel · share · how its words are put. Inspections and visits are written down in office hours. */
const ways: { code: string; share: number; voice: Voice; office: boolean }[] = [
  { code: '01', share: 60, voice: 'hotline', office: false },
  { code: '06', share: 22, voice: 'web', office: false },
  { code: '00', share: 5, voice: 'hotline', office: true },
  { code: '03', share: 5, voice: 'inspection', office: true },
  { code: '04', share: 5, voice: 'visit', office: true },
  { code: '05', share: 3, voice: 'letter', office: true },
];

export const newCaller = (random: Random): Caller => ({
  name: random.chance(0.6) ? random.pick(surnames) + random.pick(['先生', '女士']) : nameOf(random),
  phone: phoneOf(random),
});

type What = { matter: CityMatter; place: string; title: string; area: string };

/** Nothing where it would have been recorded after the end. */
export function tell(
  telling: Telling,
  at: Date,
  { matter, place, title, area }: What,
  caller: Caller,
): Told | undefined {
  const { random } = telling.past;
  const { code, voice } =
    ways[
      weighted(
        random,
        ways.map((way) => (way.office && !isOffice(at) ? 0 : way.share)),
      )
    ]!;
  const critical = matter.harm === 'safety' && random.chance(0.02);
  return received(telling, at, code, caller, {
    ...{
      matter: matter.kind,
      words: wordsOf(random, matter, place, voice),
      place,
      areaId: area,
      category: matter.category,
    },
    title: voice === 'hotline' ? title : null,
    urgency: critical ? 'critical' : random.chance(0.05) ? 'urgent' : 'normal',
    secret: matter.kind === 'report' && random.chance(0.5),
    wantsReply: voice !== 'inspection' && random.chance(0.95),
    disposition: null,
  });
}

/** Answered, passed on or set aside by whoever took it. */
export function ask(telling: Telling, at: Date, question: Question): Told | undefined {
  const { random } = telling.past;
  return received(telling, at, random.chance(0.75) ? '01' : '06', newCaller(random), {
    ...{ matter: question.kind, words: askedOf(random, question), place: null, areaId: null, category: null },
    ...{ title: null, urgency: 'normal', secret: false, wantsReply: question.kind !== 'other' },
    disposition: { kind: dispositionCodes[question.code].of, code: question.code },
  });
}

type Said = Omit<
  Arrival,
  | 'id'
  | 'channelId'
  | 'sourceKey'
  | 'sourceNumber'
  | 'rowHash'
  | 'extra'
  | 'reporter'
  | 'saidAt'
  | 'receivedAt'
  | 'importId'
>;

function received(
  { past, staff, keys, channels }: Telling,
  at: Date,
  code: string,
  caller: Caller,
  said: Said,
): Told | undefined {
  const { random, end } = past;
  const late = new Date(at.getTime() + (20 + random.below(300)) * 1_000);
  const recordedAt = ['03', '04', '05'].includes(code) ? nextOffice(late) : late;
  if (recordedAt > end) return;
  const by =
    code === '06'
      ? null
      : staff.one(code === '00' || code === '01' ? 'call_taker' : 'dispatcher', 'hotline', recordedAt);
  const id = random.id(at);
  const rest = {
    ...{
      ...said,
      category: filedAs(said.category, id),
      channelId: channels.get(code)!,
      sourceNumber: null,
      extra: {},
      saidAt: null,
      receivedAt: at,
    },
    reporter: { ...caller, idNumber: '', address: '' },
  };
  const state = said.disposition ? ('disposed' as const) : ('untriaged' as const);
  const arrival = {
    ...{ ...rest, id, sourceKey: sourceKeys.id(id), rowHash: contentHash(keys, rest), importId: null, caller },
    past: { recordedAt, recordedBy: by, state, version: 1 },
  };
  past.arrivals.push({ at: recordedAt, arrival });
  note(past, recordedAt, by, {
    ...{ verb: 'signal.received', kind: 'signal', thing: id, request: id },
    data: { channel: rest.channelId, ...(said.disposition && { disposition: said.disposition.code }) },
  });
  return arrival;
}
