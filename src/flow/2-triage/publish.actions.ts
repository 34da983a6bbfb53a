/** Verbs by which a person publishes a problem in words written for it, and takes it off the public list again. */
import type { Actor } from '#people/actor.ts';
import type { Tx } from '#platform/db.ts';
import { fieldProblem, problem, type Said } from '#platform/problem.ts';
import { maskName } from '#text/mask.ts';
import { personalSpans } from '#text/personal.ts';
import { type Decision, type Done, decideOnProblem } from '#triage/decide.ts';
import { endPublication, insertPublication, namesOnProblem } from '#triage/publication.store.ts';

type Publish = Decision & { title: string; words: string; despite: boolean };

/** What is published anew takes the place of what was. @throws publication_personal, naming what was found, masked */
export function publishProblem(tx: Tx, actor: Actor, problemId: string, input: Publish): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'publish', input, async ({ person }) => {
    const { id, title, words, despite } = input;
    const found = await personalIn(tx, problemId, { title, words });
    if (found.length > 0 && !despite) throw refusalOf(found);
    const again = await endPublication(tx, problemId, person, '更新');
    await insertPublication(tx, { id, problemId, title, words, by: person });
    return { data: { again, ...(found.length > 0 && { despite: found.map(({ kind }) => kind) }) } };
  });
}

/** @throws not_published */
export function unpublishProblem(
  tx: Tx,
  actor: Actor,
  problemId: string,
  input: Decision & { reason: string },
): Promise<Done> {
  return decideOnProblem(tx, actor, problemId, 'unpublish', input, async ({ person }) => {
    if (!(await endPublication(tx, problemId, person, input.reason))) throw problem('not_published');
    return { reason: input.reason };
  });
}

type Found = { field: string; kind: string; shown: Said };

const kinds: Record<string, Said> = {
  phone: { zh: '电话', en: 'phone' },
  id_number: { zh: '身份证号', en: 'ID number' },
  bank_card: { zh: '银行卡号', en: 'bank card' },
  plate: { zh: '车牌', en: 'plate' },
  email: { zh: '邮箱', en: 'e-mail' },
  name: { zh: '人名', en: 'name' },
};

/** Numbers of people, and names of its reporters and of those who worked on it. */
async function personalIn(tx: Tx, problemId: string, texts: Record<string, string>): Promise<Found[]> {
  const names = await namesOnProblem(tx, problemId);
  return Object.entries(texts).flatMap(([field, text]) => [
    ...personalSpans(text).map(({ kind, start, end }) => foundOf(field, kind, text.slice(start, end).slice(-4))),
    ...names.filter((name) => text.includes(name)).map((name) => foundOf(field, 'name', maskName(name))),
  ]);
}

function foundOf(field: string, kind: string, end: string): Found {
  const tail = kind === 'name' ? end : `…${end}`;
  return { field, kind, shown: { zh: `${kinds[kind]!.zh}“${tail}”`, en: `${kinds[kind]!.en} “${tail}”` } };
}

function refusalOf(found: readonly Found[]) {
  const joined = (some: readonly Found[]): Said => ({
    zh: some.map(({ shown }) => shown.zh).join('、'),
    en: some.map(({ shown }) => shown.en).join(', '),
  });
  const fields = [...new Set(found.map(({ field }) => field))].map((field) =>
    fieldProblem(field, 'publication_personal', { found: joined(found.filter((one) => one.field === field)) }),
  );
  return problem('publication_personal', { found: joined(found) }, { fields });
}
