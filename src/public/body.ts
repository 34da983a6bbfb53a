/** What a form of the public pages sent: its fields, and its photos, stored as they come in. */
import type { FastifyRequest } from 'fastify';
import type { City } from '#platform/city.ts';
import type { Said } from '#platform/problem.ts';
import { fieldProblem, Problem } from '#platform/problem.ts';
import { storeImage } from '#platform/stored.ts';
import type { Photo } from '#signal/report.actions.ts';

export type Sent = Record<string, string[]>;

export const PHOTOS_MOST = 6;
export const PHOTO_MB = 15;
const PHOTO_LIMIT = PHOTO_MB << 20;
const TYPES = ['image/jpeg', 'image/png', 'image/webp'];
/** More than six are read and dropped, so that the answer can say so. */
const FILES_MOST = 30;
/** A photo that is too large is cut off and told by its name; the rest of the form is read on. */
const reading = {
  limits: { files: FILES_MOST, fields: 60, parts: 90, fileSize: PHOTO_LIMIT },
  throwFileSizeLimit: false,
};

export const first = (sent: Sent, name: string): string => sent[name]?.[0] ?? '';

type Received = { sent: Sent; photos: Photo[]; wrong: Said[] };

/**
 * Reads a multipart form. Every field that matters to `mayStore` stands before the photos in our pages, so it is asked with
 * them once, before the first photo's first byte is kept.
 * @param mayStore how many photos may be kept; a refusal is told, and the words are not lost by it.
 */
export async function readParts(
  city: City,
  request: FastifyRequest,
  mayStore: (sent: Sent) => Promise<number>,
): Promise<Received> {
  const sent: Sent = {};
  const photos: Photo[] = [];
  const wrong: Said[] = [];
  let room: number | undefined;
  const refuse = async () => {
    room = await mayStore(sent).catch((error) => {
      if (!(error instanceof Problem)) throw error;
      wrong.push(error.body.message);
      return 0;
    });
  };
  for await (const part of request.parts(reading)) {
    if (part.type === 'field') {
      sent[part.fieldname] = [...(sent[part.fieldname] ?? []), String(part.value)];
      continue;
    }
    // A browser sends an empty part where no photo was chosen.
    if (part.filename === '') {
      part.file.resume();
      continue;
    }
    if (room === undefined) await refuse();
    if (photos.length >= room!) {
      part.file.resume();
      if (wrong.length === 0) wrong.push(fieldProblem('photos', 'public_photos_most', { limit: PHOTOS_MOST }).message);
      continue;
    }
    const kept = await keep(city, part.file, part.filename);
    if ('hash' in kept) photos.push(kept);
    else wrong.push(kept);
  }
  return { sent, photos, wrong };
}

async function keep(city: City, file: Parameters<typeof storeImage>[1], given: string): Promise<Photo | Said> {
  const name = given.replace(/[\\/\p{Cc}]/gu, '_').slice(-60);
  try {
    const photo = await storeImage(city, file, PHOTO_LIMIT);
    return TYPES.includes(photo.type) ? photo : fieldProblem('photos', 'public_photo_type', { name }).message;
  } catch (error) {
    file.resume();
    if (!(error instanceof Problem)) throw error;
    if (error.body.code === 'too_large')
      return fieldProblem('photos', 'public_photo_large', { name, limit: PHOTO_MB }).message;
    if (error.body.status === 422) return fieldProblem('photos', 'public_photo_type', { name }).message;
    throw error;
  }
}
