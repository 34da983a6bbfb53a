/** Reporting: the empty form, what was typed with what is wrong, and, once it is sent, the code. */
import { sql } from 'kysely';
import { listAreas } from '#people/area.store.ts';
import { transact } from '#platform/city.ts';
import type { Tx } from '#platform/db.ts';
import { fieldProblem, Problem, problem } from '#platform/problem.ts';
import type { ProblemCode } from '#platform/problems.ts';
import { first, PHOTOS_MOST, readParts, type Sent } from '#public/body.ts';
import { use } from '#public/limit.store.ts';
import type { Errors, Page } from '#public/page.ts';
import { errorsIn, nothing, type Typed, typedIn } from '#public/report.form.ts';
import { type Draft, donePage, reportPage } from '#public/report.page.ts';
import { changeLook, type Put, type Visit } from '#public/serve-page.ts';
import { codeOf, type FormToken, newForm, readForm, readPhoto } from '#public/token.ts';
import { keepForNow } from '#signal/erase.store.ts';
import { readDigits } from '#signal/follow-code.ts';
import { type Photo, publicChannel, reportSignal } from '#signal/report.actions.ts';
import type { Matter } from '#signal/signal.ts';

const PURPOSE = 'report';
/** Nobody who reads the page is done in three seconds; a form of yesterday is asked for once more. */
const LEAST_MS = 3_000;
const OLDEST_MS = 24 * 3_600_000;
/** A list that nobody can read is no help, and would weigh more than the page. */
const AREAS_MOST = 60;
/** Photos of a form that was never sent go after this. */
const DRAFT_MS = 2 * 24 * 3_600_000;

export function reportRoutes(put: Put): void {
  put('GET', '/report', async (visit) => {
    const areas = await transact(visit.city, async (tx) => {
      await publicChannel(tx);
      return areasOf(tx);
    });
    return reportPage(visit, visit.city.keys, { ...fresh(visit), typed: nothing, photos: [], errors: {}, areas });
  });

  put('POST', '/report', async (visit) => {
    const { city } = visit;
    let form: FormToken | undefined;
    const received = await readParts(city, visit.request, async (sent) => {
      form = readForm(city.keys, PURPOSE, first(sent, 'form'));
      return form ? roomFor(visit, form, sent) : 0;
    });
    form ??= readForm(city.keys, PURPOSE, first(received.sent, 'form'));
    const photos = [...(form ? keptIn(visit, form, received.sent) : []), ...received.photos].slice(0, PHOTOS_MOST);
    await keepDrafts(visit, received.photos);
    const typed = typedIn(received.sent);
    const draft = form ? { token: first(received.sent, 'form'), id: form.id } : fresh(visit);
    const again = (errors: Errors, more: Partial<Page> = {}) => show(visit, { ...draft, typed, photos, errors }, more);
    const asked = first(received.sent, 'show');
    if (asked) return show(changeLook(visit, asked), { ...draft, typed, photos, errors: {} }, {});
    const [notKept] = received.wrong;
    const errors: Errors = { ...errorsIn(typed), ...(notKept && { photos: notKept }) };
    if (Object.keys(errors).length > 0) return again(errors, { status: 422 });
    const doubt = doubtOf(visit, form, received.sent);
    if (doubt === 'public_form_old')
      return show(visit, { ...fresh(visit), typed, photos, errors: said('words', doubt) }, { status: 422 });
    if (doubt) return again(said('words', doubt), { status: 422 });
    try {
      return await send(visit, form!, typed, photos);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const { code, status, message, retry_after: retryAfter } = error.body;
      const shown = code === 'id_taken' ? problem('public_sent_before').body.message : message;
      return again({ words: shown }, { status, retryAfter });
    }
  });
}

const said = (field: string, code: ProblemCode): Errors => ({ [field]: fieldProblem(field, code).message });

function fresh({ city, now }: Visit): { token: string; id: string } {
  const token = newForm(city.keys, PURPOSE, now);
  return { token, id: readForm(city.keys, PURPOSE, token)!.id };
}

/** The list of areas is asked for each time; without a database the page comes without it. */
async function show(visit: Visit, draft: Omit<Draft, 'areas'>, more: Partial<Page>): Promise<Page> {
  const areas = await transact(visit.city, areasOf).catch(() => []);
  return reportPage(visit, visit.city.keys, { ...draft, areas }, more);
}

/** Townships and streets, else districts: the finest level that one can still look through. */
async function areasOf(tx: Tx): Promise<{ id: string; name: string }[]> {
  for (const level of ['township', 'district'] as const) {
    const { items, next } = await listAreas(tx, { level, limit: AREAS_MOST });
    if (items.length > 1 && next === null) return items.map(({ id, name }) => ({ id, name }));
  }
  return [];
}

/** A machine fills what nobody sees, or sends at once: asked to send again, for it may be a person all the same. */
function doubtOf({ now }: Visit, form: FormToken | undefined, sent: Sent): ProblemCode | undefined {
  if (!form || now.getTime() - form.at.getTime() > OLDEST_MS) return 'public_form_old';
  if (now.getTime() - form.at.getTime() < LEAST_MS || first(sent, 'website') !== '') return 'public_too_fast';
  return undefined;
}

/** How many more photos are taken, counted for this source before their first byte. @throws public_too_many */
async function roomFor(visit: Visit, form: FormToken, sent: Sent): Promise<number> {
  const room = PHOTOS_MOST - keptIn(visit, form, sent).length;
  if (room > 0) await transact(visit.city, (tx) => use(tx, 'upload', visit.address, room));
  return room;
}

function keptIn({ city }: Visit, form: FormToken, sent: Sent): Photo[] {
  return (sent.photo ?? []).flatMap((value) => {
    const photo = readPhoto(city.keys, form.id, value);
    return photo && first(sent, `drop-${photo.hash.slice(0, 16)}`) !== 'yes' ? [photo] : [];
  });
}

/** Where this fails the report may still be sent, and names them; else they stay on the disk, which is the lesser harm. */
async function keepDrafts({ city, now }: Visit, photos: readonly Photo[]): Promise<void> {
  if (photos.length === 0) return;
  const until = new Date(now.getTime() + DRAFT_MS);
  await transact(city, async (tx) => {
    for (const { hash } of photos) await keepForNow(tx, hash, until);
  }).catch(() => undefined);
}

async function send(visit: Visit, form: FormToken, typed: Typed, photos: readonly Photo[]): Promise<Page> {
  const { city, address } = visit;
  const code = codeOf(city.keys, form);
  const digits = readDigits(typed.digits)!;
  const { number } = await transact(city, async (tx) => {
    const { words, place, name, phone } = typed;
    const areaId = (await areaOf(tx, typed.area)) ?? null;
    const before = await tx.selectFrom('decision').select('id').where('id', '=', form.id).executeTakeFirst();
    // The same form again is no other report.
    if (!before) await use(tx, 'report', address);
    const matter = typed.matter as Matter;
    const secret = typed.secret || matter === 'report';
    return reportSignal(tx, { id: form.id, code, digits, matter, words, place, areaId, secret, name, phone, photos });
  });
  return donePage(visit, { number, code, digits });
}

async function areaOf(tx: Tx, id: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from area where id::text = ${id}`.execute(tx);
  return rows[0]?.id;
}
