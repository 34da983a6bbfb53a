/** The pictures of docs/guide.zh-CN.md: which pages, how wide, and how they are made small enough to be kept. */
import path from 'node:path';
import sharp from 'sharp';

const DESK = { width: 1440 };
const PHONE = { width: 390 };

/** By the names of the screenshots. */
export const guidePictures: Record<string, { width: number }> = {
  entry: DESK,
  signals: DESK,
  problem: DESK,
  'to-answer': DESK,
  'to-hand-in': PHONE,
  causes: DESK,
  leader: PHONE,
  'to-charter': DESK,
  'to-close': DESK,
  indicator: DESK,
  source: DESK,
  'morning-city': DESK,
  'public-report': PHONE,
  'public-elder': PHONE,
  erasure: DESK,
};

/** A PNG of a page becomes `docs/pictures/guide-NAME.webp`, at most 1,200 wide, about 20 to 100 KB. */
export async function keepForGuide(name: string, png: string): Promise<void> {
  const small = sharp(png).resize({ width: 1200, withoutEnlargement: true }).webp({ quality: 80 });
  await small.toFile(path.join('docs/pictures', `guide-${name}.webp`));
}
