import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import { cleanImage } from '#platform/image.ts';
import { Problem } from '#platform/problem.ts';

const is = (code: string) => (error: unknown) => error instanceof Problem && error.body.code === code;

/** 60 × 40, the left half red, the right half blue. */
function picture(): Sharp {
  const blue = { create: { width: 30, height: 40, channels: 3, background: '#0000ff' } } as const;
  return sharp({ create: { width: 60, height: 40, channels: 3, background: '#ff0000' } }).composite([
    { input: blue, left: 30, top: 0 },
  ]);
}

const exif = {
  IFD0: { Make: 'SecretCamera', Artist: '张三' },
  IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 13/1 0/1' },
};
const xmp = '<x:xmpmeta xmlns:x="adobe:ns:meta/"><note>SecretNote</note></x:xmpmeta>';

for (const format of ['jpeg', 'png', 'webp'] as const) {
  test(`${format}: everything but the picture is gone`, async () => {
    const source = await picture().withExif(exif).withXmp(xmp).withIccProfile('p3').toFormat(format).toBuffer();
    const before = await sharp(source).metadata();
    assert.ok(before.exif && before.xmp && before.icc, 'the source carries what has to go');
    const cleaned = await cleanImage(source);
    const after = await sharp(cleaned.bytes).metadata();
    assert.equal(after.format, format);
    assert.equal(cleaned.type, `image/${format}`);
    for (const name of ['exif', 'xmp', 'icc', 'iptc', 'comments'] as const) assert.equal(after[name], undefined, name);
    for (const word of ['Secret', 'GPS', 'Exif', '张三']) assert.equal(cleaned.bytes.includes(word), false, word);
    assert.deepEqual([cleaned.width, cleaned.height], [60, 40]);
  });
}

test('a photo lying on its side is turned upright', async () => {
  const cleaned = await cleanImage(await picture().withExif(exif).withMetadata({ orientation: 6 }).jpeg().toBuffer());
  assert.deepEqual([cleaned.width, cleaned.height], [40, 60]);
  const { data } = await sharp(cleaned.bytes).raw().toBuffer({ resolveWithObject: true });
  assert.ok(data[0]! > 200 && data[2]! < 50, 'red on top');
  assert.equal((await sharp(cleaned.bytes).metadata()).orientation, undefined);
});

test('colours of another space are brought to sRGB: full P3 green is more than sRGB can show', async () => {
  const green = sharp({ create: { width: 8, height: 8, channels: 3, background: '#00b400' } });
  const p3 = await green.withIccProfile('p3', { attach: true }).png().toBuffer();
  const { bytes } = await cleanImage(p3);
  const shown = await sharp(bytes).raw().toBuffer();
  assert.ok(Math.abs(shown[1]! - 180) <= 3, `still the same green to the eye: ${shown[1]}`);
  assert.notEqual((await sharp(p3, { ignoreIcc: true }).raw().toBuffer())[1], shown[1]);
});

test('no side is longer than 4096, small ones are not blown up', async () => {
  const wide = sharp({ create: { width: 6000, height: 300, channels: 3, background: '#123456' } });
  const cleaned = await cleanImage(await wide.jpeg().toBuffer());
  assert.deepEqual([cleaned.width, cleaned.height], [4096, 205]);
});

test('a pixel bomb is refused before it is unfolded', async () => {
  const bomb = await picture().png().toBuffer();
  bomb.writeUInt32BE(30_000, 16); // IHDR: width, height, …, its checksum
  bomb.writeUInt32BE(30_000, 20);
  bomb.writeUInt32BE(crc32(bomb.subarray(12, 29)), 29);
  await assert.rejects(cleanImage(bomb), is('image_too_many_pixels'));
});

test('avif becomes jpeg, a phone heic says what to do', async () => {
  const avif = await picture().avif().toBuffer();
  assert.equal((await cleanImage(avif)).type, 'image/jpeg');
  const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic\0\0\0\0mif1heic')]);
  await assert.rejects(cleanImage(heic), is('image_heic'));
});

test('what is no image, or half of one, is refused', async () => {
  const jpeg = await sharp({
    create: {
      width: 500,
      height: 500,
      channels: 3,
      background: '#abcdef',
      noise: { type: 'gaussian', mean: 128, sigma: 30 },
    },
  })
    .jpeg()
    .toBuffer();
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///a.png"/></svg>';
  const cases: Record<string, Buffer> = {
    empty: Buffer.alloc(0),
    words: Buffer.from('这不是图片'),
    svg: Buffer.from(svg),
    pdf: Buffer.from('%PDF-1.7\n'),
    gif: await picture().gif().toBuffer(),
    tiff: await picture().tiff().toBuffer(),
    'only a head': jpeg.subarray(0, 100),
    half: jpeg.subarray(0, jpeg.length / 2),
    'a jpeg head on words': Buffer.concat([jpeg.subarray(0, 4), Buffer.from('words')]),
  };
  for (const [name, bytes] of Object.entries(cases))
    await assert.rejects(cleanImage(bytes), is('image_unreadable'), name);
});
