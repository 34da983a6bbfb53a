/** Keeping the list of skills, and saying which of them a person has. */
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { postsOf } from '#people/actor.store.ts';
import { type Actor, may, mustBeAbleTo, signing } from '#people/actor.ts';
import { presentPerson } from '#people/person.store.ts';
import type { SkillShown } from '#people/skill.api.ts';
import { holdSkill, insertSkill, listSkills, retireRow, skillsOf, writeSkills } from '#people/skill.store.ts';
import type { Tx } from '#platform/db.ts';
import { problem } from '#platform/problem.ts';

/** @throws skill_there */
export async function addSkill(tx: Tx, actor: Actor, input: SkillShown): Promise<SkillShown> {
  if (await once(tx, actor, input.id, 'skill.add', input)) {
    if (!(await insertSkill(tx, input))) throw problem('skill_there', { name: input.name });
    const { id, name } = input;
    const by = signing(actor, 'people.manage');
    await record(tx, by, { verb: 'skill.added', kind: 'skill', thing: id, data: { name }, request: id });
  }
  return input;
}

/** Nobody is chosen by it any more. @throws not_found */
export async function retireSkill(tx: Tx, actor: Actor, skillId: string, id: string): Promise<{ id: string }> {
  if (await once(tx, actor, id, 'skill.retire', { skillId, id })) {
    const skill = await holdSkill(tx, skillId);
    if (!skill) throw problem('not_found');
    await retireRow(tx, skillId);
    const by = signing(actor, 'people.manage');
    await record(tx, by, { verb: 'skill.retired', kind: 'skill', thing: skillId, data: {}, request: id });
  }
  return { id: skillId };
}

type Set = { id: string; skills: string[] };

/** By whoever manages people, or arranges the work of a unit in which the person serves. @throws forbidden, skill_unknown */
export async function setSkills(tx: Tx, actor: Actor, personId: string, input: Set): Promise<{ skills: SkillShown[] }> {
  await presentPerson(tx, personId);
  if (!may(actor, 'people.manage')) {
    const posts = (await postsOf(tx, personId)).filter((post) => post.onBehalfOf === null);
    mustBeAbleTo(
      actor,
      'handover.manage',
      posts.map((post) => post.unit),
    );
  }
  if (await once(tx, actor, input.id, 'person.skills', { personId, ...input })) {
    const known = new Set((await listSkills(tx)).map((skill) => skill.id));
    if (input.skills.some((skill) => !known.has(skill))) throw problem('skill_unknown');
    const had = (await skillsOf(tx, personId)).map((skill) => skill.id);
    const wanted = [...new Set(input.skills)];
    const added = wanted.filter((skill) => !had.includes(skill));
    const taken = had.filter((skill) => !wanted.includes(skill));
    await writeSkills(tx, personId, added, taken);
    const by = signing(actor, may(actor, 'people.manage') ? 'people.manage' : 'handover.manage');
    const data = { added, taken };
    await record(tx, by, { verb: 'person.skilled', kind: 'person', thing: personId, data, request: input.id });
  }
  return { skills: await skillsOf(tx, personId) };
}
