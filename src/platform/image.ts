/** A photo made fit to be kept: turned upright, at most 4096 pixels a side, in sRGB, and without a word of metadata. */
import sharp, { type Sharp } from 'sharp';
import { sniffType } from '#platform/files-type.ts';
import { Problem, problem } from '#platform/problem.ts';

export type CleanImage = { bytes: Buffer; type: string; width: number; height: number };

const longestSide = 4096;
/** 108-megapixel phones fit (12,000 × 9,000); a bomb of a few kilobytes that unfolds to more is refused unopened. */
const pixelLimit = 110_000_000;

/** Above this one at a time: interlaced, 108 megapixels take half a gigabyte while they are read. */
const largeFrom = 25_000_000;

/** What each type is written as. A `quality` for PNG would cut down its colours: none is given. */
const writers: Record<string, { type: string; write: (image: Sharp) => Sharp }> = {
  'image/jpeg': { type: 'image/jpeg', write: (image) => image.jpeg({ quality: 85 }) },
  'image/heic': { type: 'image/jpeg', write: (image) => image.jpeg({ quality: 85 }) },
  'image/png': { type: 'image/png', write: (image) => image.png() },
  'image/webp': { type: 'image/webp', write: (image) => image.webp({ quality: 85 }) },
};

/**
 * The image made anew from its pixels: no EXIF, GPS, XMP, comment or thumbnail survives. JPEG, PNG and WebP stay what
 * they are, HEIC and AVIF become JPEG where the server can open them; of an animation the first picture is kept.
 * Problems: `image_unreadable` (no such image, cut off), `image_heic`, `image_too_many_pixels`.
 */
export async function cleanImage(source: Buffer): Promise<CleanImage> {
  const found = sniffType(source)?.type ?? '';
  const writer = writers[found];
  if (!writer) throw problem('image_unreadable');
  const image = sharp(source, { limitInputPixels: false, failOn: 'error' }).timeout({ seconds: 30 });
  try {
    const { width, height } = await image.metadata();
    if (width * height > pixelLimit) throw problem('image_too_many_pixels', { limit: pixelLimit / 10_000 });
    const upright = image
      .autoOrient()
      .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
      .toColourspace('srgb');
    const write = () => writer.write(upright).toBuffer({ resolveWithObject: true });
    const { data, info } = await (width * height > largeFrom ? inTurn(write) : write());
    return { bytes: data, type: writer.type, width: info.width, height: info.height };
  } catch (error) {
    if (error instanceof Problem) throw error;
    throw problem(found === 'image/heic' ? 'image_heic' : 'image_unreadable');
  }
}

let turn: Promise<unknown> = Promise.resolve();

/** One after the other, whether the one before went well or not. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work, work);
  turn = mine.catch(() => undefined);
  return mine;
}
