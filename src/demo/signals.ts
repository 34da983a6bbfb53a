/** Three months of signals: matters come in bursts, with repeats in other words, and questions between them. */

import type { Act } from '#demo/make.ts';
import { type DemoMatter, demoMatters, demoQuestions, surnames } from '#demo/matters.ts';
import { isOffice } from '#demo/office.ts';
import { phoneOf, type Random } from '#demo/random.ts';
import type { Actor } from '#people/actor.ts';
import type { City } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { type Arrival, contentHash, sourceKeys } from '#signal/arrival.ts';
import { arrive } from '#signal/arrive.actions.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** One matter at one place, with all who reported it. */
export type Burst = {
  matter: DemoMatter;
  place: string;
  title: string;
  first: Date;
  signals: string[];
  problem?: string;
  /** When the desk had the last of them; and when its problem was assigned to its unit. */
  known: Date;
  made?: Date;
};

type Channel = { desk: string; hotline: string };

/** The signals day by day, each day one act; and the bursts, oldest first. */
export function planSignals(
  city: City,
  by: Actor,
  channel: Channel,
  random: Random,
  end: Date,
  days: number,
): { bursts: Burst[]; acts: Act[]; signals: number } {
  const bursts: Burst[] = [];
  const perDay = new Map<number, Arrival[]>();
  const put = (arrival: Arrival, when: Date) => {
    const day = Math.floor((end.getTime() - when.getTime()) / DAY_MS);
    perDay.set(day, [...(perDay.get(day) ?? []), arrival]);
  };
  for (const matter of demoMatters) {
    for (const place of matter.places) {
      const first = new Date(end.getTime() - (2 + random.below(days - 6)) * DAY_MS - random.below(20) * HOUR_MS);
      const burst: Burst = {
        matter,
        place,
        title: matter.title.replace('{place}', place),
        first,
        signals: [],
        known: first,
      };
      const count = random.chance(0.25) ? 12 + random.below(20) : 2 + random.below(6);
      for (let i = 0; i < count; i++) {
        const when = new Date(
          Math.min(end.getTime() - HOUR_MS, first.getTime() + random.below(60) * HOUR_MS + random.below(60) * 60_000),
        );
        const arrival = arrivalOf(city, random, channel, when, {
          title: burst.title,
          words: random.pick(matter.says).replace('{place}', place),
          matter: matter.matter,
          place,
          category: matter.category,
        });
        burst.signals.push(arrival.id);
        put(arrival, when);
      }
      bursts.push(burst);
    }
  }
  for (let i = 0; i < days * 2; i++) {
    const when = new Date(end.getTime() - random.below(days * 24) * HOUR_MS - HOUR_MS);
    const words = random.pick(demoQuestions);
    const arrival = arrivalOf(city, random, channel, when, {
      title: null,
      words,
      matter: words.startsWith('表扬') ? 'praise' : 'consult',
      place: null,
      category: null,
    });
    put(
      { ...arrival, disposition: { kind: 'answered', code: words.startsWith('表扬') ? 'praise_passed' : 'knowledge' } },
      when,
    );
  }
  const acts = [...perDay.keys()]
    .sort((a, b) => b - a)
    .map((day) => {
      const arrivals = perDay.get(day)!.sort((a, b) => a.receivedAt!.getTime() - b.receivedAt!.getTime());
      const at = new Date(arrivals.at(-1)!.receivedAt!.getTime() + 120_000);
      for (const burst of bursts) if (arrivals.some((one) => burst.signals.includes(one.id))) burst.known = at;
      return { at, run: (tx: Tx) => arrive(tx, by, arrivals) };
    });
  const signals = [...perDay.values()].reduce((sum, list) => sum + list.length, 0);
  return { bursts: bursts.sort((a, b) => a.first.getTime() - b.first.getTime()), acts, signals };
}

type Told = Pick<Arrival, 'title' | 'words' | 'matter' | 'place' | 'category'>;

export function arrivalOf(city: City, random: Random, channel: Channel, when: Date, told: Told): Arrival {
  const id = random.id(when);
  const phone = phoneOf(random);
  const name = `${random.pick(surnames)}${random.pick(['先生', '女士'])}`;
  const rest = {
    ...told,
    channelId: random.chance(0.8) || !isOffice(when) ? channel.hotline : channel.desk,
    sourceNumber: null,
    urgency: random.chance(0.06) ? ('urgent' as const) : ('normal' as const),
    secret: false,
    wantsReply: true,
    areaId: null,
    extra: {},
    reporter: { name, phone, idNumber: '', address: '' },
    saidAt: null,
    receivedAt: when,
    disposition: null,
  };
  return { ...rest, id, sourceKey: sourceKeys.id(id), rowHash: contentHash(city.keys, rest), importId: null };
}
