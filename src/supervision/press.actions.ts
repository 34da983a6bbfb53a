/** What a rung does when it has fired: a reminder, word to the head, a letter, a call to a talk; and the ledger's row. */
import { dayOf } from '#clock/day.ts';
import { sayMoment } from '#clock/say.ts';
import { record } from '#ledger/record.ts';
import type { MessageThing, Told } from '#message/message.ts';
import { tellAll } from '#message/tell.actions.ts';
import { program } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import type { Said } from '#platform/problem.ts';
import { limitNames } from '#rules/limits.ts';
import type { Fired } from '#supervision/fire.actions.ts';
import { type LadderKind, ladderKinds, lights } from '#supervision/ladder.ts';
import { type MadeLetter, makeLetters } from '#supervision/letter.store.ts';
import { makeTalks } from '#supervision/talk.store.ts';
import { maskWords } from '#text/mask.ts';

/** Kinds of messages that this room sends. */
export const messageKindsHere = {
  'supervision.remind': { zh: '催办提醒', en: 'Reminder' },
  'supervision.tell': { zh: '下级逾期告知', en: 'Your people are late' },
  'supervision.letter': { zh: '督办单', en: 'Supervision letter' },
  'supervision.urge': { zh: '催办', en: 'Urged' },
  'supervision.talk': { zh: '约谈通知', en: 'Call to a talk' },
} as const satisfies Record<string, Said>;

/** Those whose unit is not known get no paper: there is nobody to write to but the fallback, who is told. */
export async function press(tx: Tx, fired: readonly Fired[]): Promise<void> {
  if (fired.length === 0) return;
  const placed = fired.filter(({ stands }) => stands.unit !== null);
  const letters = await makeLetters(tx, placed.filter(({ rung }) => rung.action === 'letter').map(asLetter));
  const talks = await makeTalks(tx, placed.filter(({ rung }) => rung.action === 'talk').map(asTalk));
  const paper = new Map<string, Paper>([
    ...letters.map((one) => [one.fired, { kind: 'letter' as const, ...one }] as const),
    ...talks.map((one) => [one.fired, { kind: 'talk' as const, ...one }] as const),
  ]);
  await record(tx, program, [
    ...fired.map((one) => ({
      verb: 'rung.fire',
      kind: one.kind,
      thing: one.thing,
      unit: one.stands.unit,
      data: {
        limit: one.limit,
        light: one.rung.light,
        action: one.rung.action,
        told: one.persons.length + one.heads.length,
      },
      request: one.id,
    })),
    ...letters.map(({ id, unit, fired: by }) => ({
      verb: 'letter.send',
      kind: 'letter',
      thing: id,
      unit,
      request: by,
    })),
    ...talks.map(({ id, unit, fired: by }) => ({ verb: 'talk.call', kind: 'talk', thing: id, unit, request: by })),
  ]);
  // Last: from here on other programs that tell the same persons wait for this transaction.
  await tellAll(
    tx,
    fired.flatMap((one) => told(tx, one, paper.get(one.id))),
  );
}

const matterOf = ({ stands }: Fired): string => maskWords(stands.matter);

const asLetter = (one: Fired): MadeLetter => ({
  ...{ fired: one.id, kind: one.kind, thing: one.thing, thingNumber: one.stands.number, matter: matterOf(one) },
  ...{ limit: one.limit, dueAt: one.due_at, unit: one.stands.unit!, answerDays: one.rung.answerDays ?? 3 },
  expected: `请在 ${dayOf(one.due_at)} 的期限基础上说明逾期原因、现在进展和完成日期，并抓紧${limitNames[one.limit as keyof typeof limitNames]?.zh ?? '办理'}。`,
});

const asTalk = (one: Fired) => ({
  ...{ fired: one.id, kind: one.kind, thing: one.thing, thingNumber: one.stands.number, matter: matterOf(one) },
  ...{ unit: one.stands.unit!, asked: one.heads, letter: null },
});

type Paper = { kind: 'letter' | 'talk'; id: string; number: string };

function told(tx: Tx, one: Fired, paper: Paper | undefined): Told[] {
  const { rung } = one;
  const about: MessageThing = { kind: one.kind as LadderKind, id: one.thing };
  const base = { urgent: rung.light === 'red' };
  const heads = one.heads.filter((head) => !one.persons.includes(head));
  const say = (words: Said): Said => ({
    zh: `【${lights[rung.light].zh}】${words.zh}`,
    en: `[${lights[rung.light].en}] ${words.en}`,
  });
  const words = wordsOf(tx, one);
  const matter = say(words);
  const holder: Told = {
    ...base,
    to: one.persons,
    kind: 'supervision.remind',
    thing: about,
    words: matter,
    key: `rung:${one.id}`,
  };
  if (paper?.kind === 'letter') {
    const asked = say({
      zh: `${paper.number}：${words.zh}，请在 ${rung.answerDays} 个工作日内答复`,
      en: `Supervision letter ${paper.number}: ${words.en}; answer within ${rung.answerDays} working days`,
    });
    return [
      holder,
      {
        ...base,
        to: one.heads,
        byName: true,
        kind: 'supervision.letter',
        thing: { kind: 'letter', id: paper.id },
        words: asked,
        key: `letter:${paper.id}`,
      },
    ];
  }
  if (paper?.kind === 'talk') {
    const asked = say({
      zh: `约谈 ${paper.number}：${words.zh}`,
      en: `Formal talk ${paper.number}: ${words.en}`,
    });
    return [
      holder,
      {
        ...base,
        to: one.heads,
        byName: true,
        kind: 'supervision.talk',
        thing: { kind: 'talk', id: paper.id },
        words: asked,
        key: `talk:${paper.id}`,
      },
    ];
  }
  return [holder, { ...base, to: heads, kind: 'supervision.tell', thing: about, words: matter, key: `rung:${one.id}` }];
}

/** `问题 P2026-00012 “夜间施工扰民” 办结限 11月20日 17:30，已逾期`: number, matter, deadline. */
function wordsOf(tx: Tx, one: Fired): Said {
  const late = tx.now > one.due_at;
  const limit = limitNames[one.limit as keyof typeof limitNames] ?? { zh: '办理', en: 'work' };
  const kind = ladderKinds[one.kind as LadderKind];
  const matter = matterOf(one);
  return {
    zh: `${kind.zh} ${one.stands.number}“${matter}”${limit.zh}期限 ${sayMoment(one.due_at, 'zh', tx.now)}${late ? '，已逾期' : ''}`,
    en: `${kind.en} ${one.stands.number} “${matter}”: ${limit.en} due ${sayMoment(one.due_at, 'en', tx.now)}${late ? ', overdue' : ''}`,
  };
}
