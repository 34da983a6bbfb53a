/** Entering and changing persons, and seeing what is kept masked. */

import { dayOf } from '#clock/day.ts';
import { once } from '#ledger/once.ts';
import { record } from '#ledger/record.ts';
import { type Actor, mustBeAbleTo, NOBODY, signing } from '#people/actor.ts';
import {
  commitPerson,
  type Identifiers,
  opened,
  phoneKey,
  readIdNumber,
  readPhone,
  sealed,
} from '#people/identifiers.ts';
import { mustBeCurrent } from '#people/meanwhile.ts';
import type { PersonChange, PersonInput, RevealInput } from '#people/person.api.ts';
import { holdPerson, insertPersons, presentPerson, updatePerson } from '#people/person.store.ts';
import { grantPost } from '#people/post.actions.ts';
import { openPostsOf } from '#people/post.store.ts';
import { OFFICIAL } from '#people/roles.ts';
import type { Tx } from '#platform/db.ts';
import { type FieldProblem, fieldProblem, problem } from '#platform/problem.ts';

type Done = { id: string; version: number };

/** @throws malformed where a phone or an ID number is none */
function readIdentifiers(given: {
  phone?: string | null | undefined;
  idNumber?: string | null | undefined;
}): Identifiers {
  const fields: FieldProblem[] = [];
  const phone = given.phone ? readPhone(given.phone) : null;
  const idNumber = given.idNumber ? readIdNumber(given.idNumber) : null;
  if (phone === undefined) fields.push(fieldProblem('phone', 'phone_unreadable'));
  if (idNumber === undefined) fields.push(fieldProblem('idNumber', 'id_number_check'));
  if (fields.length > 0) throw problem('malformed', { count: fields.length }, { fields });
  return { phone: phone ?? null, idNumber: idNumber ?? null };
}

export async function makePerson(tx: Tx, actor: Actor, input: PersonInput): Promise<Done> {
  mustBeAbleTo(actor, 'people.manage');
  const identifiers = readIdentifiers(input);
  if (!(await once(tx, actor, input.id, 'person.make', input))) return present(tx, input.id);
  const { id, name, staffNumber, post } = input;
  const [salt] = await insertPersons(tx, [{ id, name, staffNumber, ...identifiers }]);
  await record(tx, signing(actor, 'people.manage'), {
    verb: 'person.made',
    kind: 'person',
    thing: id,
    unit: post?.unitId ?? null,
    commitment: commitPerson(tx, salt!, name, identifiers),
    request: id,
  });
  if (post) await grantPost(tx, actor, { ...post, personId: id, role: OFFICIAL, to: null, reason: '' });
  return { id, version: 1 };
}

async function present(tx: Tx, personId: string): Promise<Done> {
  const { id, version } = await holdPerson(tx, personId);
  return { id, version };
}

export async function changePerson(tx: Tx, actor: Actor, personId: string, change: PersonChange): Promise<Done> {
  mustBeAbleTo(actor, 'people.manage');
  const given = readIdentifiers(change);
  const person = await presentPerson(tx, personId);
  if (!(await once(tx, actor, change.id, 'person.change', { personId, ...change }))) return present(tx, personId);
  await mustBeCurrent(tx, personId, change.version, person.version);
  const before = opened(tx, person);
  const after = {
    phone: change.phone === undefined ? before.phone : given.phone,
    idNumber: change.idNumber === undefined ? before.idNumber : given.idNumber,
  };
  const { name, staffNumber } = change;
  await updatePerson(tx, personId, { name, staff_number: staffNumber, ...sealed(tx, personId, after) });
  const changed = [
    ...(name === person.name ? [] : ['name']),
    ...(staffNumber === person.staff_number ? [] : ['staffNumber']),
    ...(after.phone === before.phone ? [] : ['phone']),
    ...(after.idNumber === before.idNumber ? [] : ['idNumber']),
  ];
  await record(tx, signing(actor, 'people.manage'), {
    verb: 'person.changed',
    kind: 'person',
    thing: personId,
    data: { changed },
    commitment: commitPerson(tx, person.salt, name, after),
    request: change.id,
  });
  return present(tx, personId);
}

/** Full numbers, to somebody who says why; the same decision again is not a second look. */
export async function reveal(tx: Tx, actor: Actor, personId: string, input: RevealInput): Promise<Identifiers> {
  const person = await holdPerson(tx, personId);
  const posts = await openPostsOf(tx, { person: personId }, dayOf(tx.now));
  mustBeAbleTo(actor, 'person.reveal', posts.length > 0 ? posts.map((post) => post.unitId) : undefined);
  if (await once(tx, actor, input.id, 'person.reveal', { personId, ...input })) {
    await record(tx, signing(actor, 'person.reveal'), {
      verb: 'person.revealed',
      kind: 'person',
      thing: personId,
      reason: input.reason,
      data: { fields: input.fields, purpose: input.purpose },
      request: input.id,
    });
  }
  const { phone, idNumber } = opened(tx, person);
  const shown = (field: 'phone' | 'idNumber', value: string | null) => (input.fields.includes(field) ? value : null);
  return { phone: shown('phone', phone), idNumber: shown('idNumber', idNumber) };
}

/** Persons with exactly this phone; the search is written down, the phone is not. Returns their ids. */
export async function searchByPhone(tx: Tx, actor: Actor, input: { id: string; phone: string }): Promise<string[]> {
  mustBeAbleTo(actor, 'people.read');
  const digits = readPhone(input.phone);
  const found = digits
    ? await tx.selectFrom('person').select('id').where('phone_key', '=', phoneKey(tx, digits)).limit(50).execute()
    : [];
  const ids = found.map((row) => row.id);
  if (await once(tx, actor, input.id, 'person.search', input)) {
    const rows = (ids.length > 0 ? ids : [NOBODY]).map((thing) => ({
      verb: 'person.searched',
      kind: 'person',
      thing,
      data: { found: ids.length },
      request: input.id,
    }));
    await record(tx, signing(actor, 'people.read'), rows);
  }
  return ids;
}
