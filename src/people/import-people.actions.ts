/** Writing the rows of a staff list: who is known is met again, who is not is entered; what cannot be is said row by row. */
import type { Entry } from '#ledger/ledger.ts';
import { record } from '#ledger/record.ts';
import { type Actor, may, mustBeAbleTo, signing } from '#people/actor.ts';
import { commitPerson } from '#people/identifiers.ts';
import { noted, type Outcome } from '#people/import-cells.ts';
import { type Book, type Known, loadBook, writeBook } from '#people/import-people.store.ts';
import type { PersonRow } from '#people/import-people.ts';
import { meet } from '#people/meet.ts';
import { OFFICIAL } from '#people/roles.ts';
import { type FoundUnit, loadUnits, type UnitFinder } from '#people/unit-finder.ts';
import type { Tx } from '#platform/db.ts';
import { newId } from '#platform/ids.ts';
import type { PeopleField } from '#sheet/people-fields.ts';

type Role = {
  code: string;
  name_zh: string;
  name_en: string;
  sort: Known['posts'][number]['sort'];
  tree: string;
  reach: string;
};
type Chunk = { actor: Actor; book: Book; units: UnitFinder; roles: Role[] };
type Result = Outcome<PeopleField>;

/** Up to 1,000 rows in one transaction; each row's outcome stands at its own index. The same rows again change nothing. */
export async function writePeople(
  tx: Tx,
  actor: Actor,
  rows: readonly PersonRow[],
  importId: string | null = null,
): Promise<Result[]> {
  mustBeAbleTo(actor, 'people.manage');
  const roles = await tx.selectFrom('role').select(['code', 'name_zh', 'name_en', 'sort', 'tree', 'reach']).execute();
  const chunk: Chunk = { actor, book: await loadBook(tx, rows), units: await loadUnits(tx), roles };
  const outcomes = rows.map((row) => take(chunk, row));
  await writeBook(tx, chunk.book);
  await record(tx, signing(actor, 'people.manage'), entriesOf(tx, chunk.book, importId));
  return outcomes;
}

const rejected = (...note: Parameters<typeof noted<PeopleField>>): Result => ({ rejected: [noted(...note)] });

function take(chunk: Chunk, row: PersonRow): Result {
  const { book } = chunk;
  const unit = row.unit || row.unitCode ? chunk.units.find(row.unit, row.unitCode) : undefined;
  if (unit && !('id' in unit)) return { rejected: [unit] };
  const role = roleOf(chunk.roles, row.role);
  if (!role) return rejected('role', 'role_unknown', { name: row.role });
  if (role.code !== OFFICIAL && !may(chunk.actor, 'post.grant'))
    return rejected('role', 'role_not_yours', { name: row.role });
  const met = meet(book.people, row, unit?.id);
  if (met === 'several') return rejected('name', 'person_twice');
  if (met === 'two') return rejected('id_number', 'id_number_taken');
  if (met?.leftOn) return rejected('name', 'row_of_one_who_left');
  if (!met && !unit) return rejected('unit', 'field_required');
  const holder = row.login ? book.logins.get(row.login) : undefined;
  if (holder && holder !== met?.id) return rejected('login', 'login_taken');
  const post = unit && postFor(met, role, unit, row);
  if (post === 'apart') return rejected('role', 'posts_apart');
  if (post && role.tree !== unit.tree && (role.reach === 'closure' || role.reach === 'unit')) {
    return rejected('role', 'role_of_other_tree', { role: role.name_zh, unit: unit.name });
  }
  const known = met ?? enter(book, row);
  const touched = [change(known, row, book), post ? hold(known, post, unit, role, row) : false].some(Boolean);
  return met ? (touched ? 'revised' : 'repeated') : 'accepted';
}

const roleOf = (roles: Role[], written: string) =>
  roles.find((role) =>
    written === '' ? role.code === OFFICIAL : [role.code, role.name_zh, role.name_en].includes(written),
  );

type Kept = { kept: Known['posts'][number] };

/** The post that the row speaks of: one held already, or a new one. An empty role means whatever post they hold there. */
function postFor(met: Known | undefined, role: Role, unit: FoundUnit, row: PersonRow): Kept | 'apart' | 'new' {
  const here = met?.posts.filter((post) => post.unitId === unit.id) ?? [];
  const kept = row.role === '' ? here[0] : here.find((post) => post.role === role.code);
  if (kept) return { kept };
  return met?.posts.some((post) => post.sort !== role.sort) ? 'apart' : 'new';
}

function enter(book: Book, { name }: PersonRow): Known {
  const blank = { staffNumber: null, phone: null, idNumber: null, leftOn: null, login: null, posts: [], salt: null };
  const known: Known = { id: newId(), isNew: true, name, ...blank, changed: new Set() };
  book.people.push(known);
  return known;
}

/** Takes over what the row says; what it leaves empty stays. Was anything changed? */
function change(known: Known, row: PersonRow, book: Book): boolean {
  const before = known.changed.size;
  const set = (field: 'name' | 'staffNumber' | 'phone' | 'idNumber' | 'login', said: string) => {
    if (said === '' || known[field] === said) return;
    known[field] = said;
    known.changed.add(field);
  };
  set('name', row.name);
  set('staffNumber', row.staffNumber);
  set('phone', row.phone);
  set('idNumber', row.idNumber);
  // A login that is in use is changed by its holder's administrator, not by a list.
  if (!known.login) set('login', row.login);
  if (known.login) book.logins.set(known.login, known.id);
  return known.changed.size > before;
}

function hold(known: Known, post: Kept | 'new', unit: FoundUnit, role: Role, { title }: PersonRow): boolean {
  if (post === 'new') {
    known.posts.push({
      id: newId(),
      unitId: unit.id,
      role: role.code,
      sort: role.sort,
      title: title || null,
      isNew: true,
    });
    return true;
  }
  if (title === '' || post.kept.title === title) return false;
  post.kept.title = title;
  post.kept.titleChanged = true;
  return true;
}

function entriesOf(tx: Tx, { people }: Book, request: string | null): Entry[] {
  return people.flatMap((one) => {
    const retitled = one.posts.some((post) => post.titleChanged);
    const changed = [...one.changed, ...(retitled ? ['title'] : [])];
    const person = { kind: 'person', thing: one.id, request, commitment: commitPerson(tx, one.salt!, one.name, one) };
    return [
      ...(one.isNew ? [{ ...person, verb: 'person.made' }] : []),
      ...(!one.isNew && changed.length > 0 ? [{ ...person, verb: 'person.changed', data: { changed } }] : []),
      ...one.posts
        .filter((post) => post.isNew)
        .map((post) => ({
          verb: 'post.granted',
          kind: 'post',
          thing: post.id,
          unit: post.unitId,
          data: { person: one.id, role: post.role },
          request,
        })),
    ];
  });
}
