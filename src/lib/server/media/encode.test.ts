import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { expect, it } from 'vitest';
import { encode, longestSide, toneOf } from './encode';

const flat = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 4, background } });
const bufferOf = async (text: string) => Buffer.from(text, 'latin1');
const refusalOf = async (bytes: Uint8Array) => {
  const result = await encode(bytes);
  return result.ok ? 'taken' : result.refusal.code;
};

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

/** A PNG of a few bytes that says it has so many pixels. */
function bomb(width: number, height: number): Buffer {
  const head = Buffer.from([0, 0, 0, 0, 0, 0, 0, 0, 8, 6, 0, 0, 0]);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  const start = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', deflateSync(Buffer.alloc(1000)))]);
}

it.each(['jpeg', 'png', 'webp'] as const)('makes a WebP of a %s', async (format) => {
  const result = await encode(await flat(400, 300, '#204080').toFormat(format).toBuffer());
  expect(result).toMatchObject({ ok: true, value: { width: 400, height: 300, tone: 'dark' } });
  if (result.ok) expect((await sharp(result.value.bytes).metadata()).format).toBe('webp');
});

it('turns a phone’s picture upright and forgets where, when and with what it was taken', async () => {
  const photo = await flat(400, 200, '#e0e0e0')
    .withExif({
      IFD0: { Make: 'Camera of Ada', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '51/1 30/1 0/1' },
    })
    .withMetadata({ orientation: 6, icc: 'p3' })
    .jpeg()
    .toBuffer();
  expect(photo.includes('Camera of Ada')).toBe(true);
  const result = await encode(photo);
  expect(result).toMatchObject({ ok: true, value: { width: 200, height: 400, tone: 'light' } });
  if (!result.ok) return;
  const { exif, icc, xmp, orientation } = await sharp(result.value.bytes).metadata();
  expect({ exif, icc, xmp, orientation }).toEqual({});
  expect(result.value.bytes.includes('Camera of Ada')).toBe(false);
});

it('makes what is larger than a wall smaller, and leaves what is small as it is', async () => {
  const large = await encode(await flat(4000, 1000, '#204080').jpeg().toBuffer());
  expect(large).toMatchObject({ ok: true, value: { width: longestSide, height: longestSide / 4 } });
  const small = await encode(await flat(40, 30, '#204080').png().toBuffer());
  expect(small).toMatchObject({ ok: true, value: { width: 40, height: 30 } });
});

it('leaves clear what is clear', async () => {
  const result = await encode(await flat(64, 64, '#ffffff00').png().toBuffer());
  if (!result.ok) throw new Error(result.refusal.code);
  const alpha = (await sharp(result.value.bytes).ensureAlpha().raw().toBuffer()).filter(
    (_, at) => at % 4 === 3,
  );
  expect(Math.max(...alpha)).toBe(0);
});

it('keeps the first of moving pictures', async () => {
  const frames = Buffer.concat([Buffer.alloc(32 * 32 * 3, 250), Buffer.alloc(32 * 32 * 3, 5)]);
  const moving = await sharp(frames, { raw: { width: 32, height: 64, channels: 3, pageHeight: 32 } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();
  expect((await sharp(moving, { animated: true }).metadata()).pages).toBe(2);
  expect(await encode(moving)).toMatchObject({ ok: true, value: { width: 32, height: 32, tone: 'light' } });
});

it('refuses what is no JPEG, PNG or WebP by its bytes, whatever it is called, and says which it is', async () => {
  expect(await refusalOf(await bufferOf('GIF89a\x01\x00\x01\x00'))).toBe('picture-gif');
  expect(await refusalOf(await bufferOf('<?xml version="1.0"?><svg xmlns="x"><script/></svg>'))).toBe(
    'picture-svg',
  );
  expect(await refusalOf(await bufferOf('\x00\x00\x00\x18ftypheic'))).toBe('picture-heic');
  expect(await refusalOf(await bufferOf('\x00\x00\x00\x18ftypavif'))).toBe('picture-heic');
  expect(await refusalOf(await bufferOf('%PDF-1.7'))).toBe('picture-unknown');
  expect(await refusalOf(await bufferOf(''))).toBe('picture-unknown');
});

it('refuses what is cut short or only begins like a picture', async () => {
  const noise = Buffer.from(Array.from({ length: 300 * 300 * 3 }, (_, at) => (at * 7919) % 251));
  const whole = await sharp(noise, { raw: { width: 300, height: 300, channels: 3 } })
    .jpeg()
    .toBuffer();
  expect(await refusalOf(whole.subarray(0, whole.length / 2))).toBe('picture-broken');
  expect(await refusalOf(await bufferOf('\x89PNG\r\n\x1a\nnothing follows'))).toBe('picture-broken');
});

it('counts the pixels before it decodes any', async () => {
  expect(await refusalOf(bomb(30_000, 30_000))).toBe('picture-too-large');
  expect(await refusalOf(bomb(2_147_483_647, 2_147_483_647))).toBe('picture-broken');
  expect(await refusalOf(await flat(400, 8, '#204080').png().toBuffer())).toBe('picture-too-small');
});

it('judges only what can be seen', () => {
  const pixels = (...colours: number[][]) => new Uint8Array(colours.flat());
  const [white, black, clear] = [
    [255, 255, 255, 255],
    [0, 0, 0, 255],
    [0, 0, 0, 0],
  ];
  expect(toneOf(pixels(white, clear, clear))).toBe('light');
  expect(toneOf(pixels(black, clear))).toBe('dark');
  expect(toneOf(pixels(white, black))).toBe('mixed');
  expect(toneOf(pixels(clear))).toBe('mixed');
});
