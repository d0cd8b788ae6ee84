/** What the first bytes of a file say it is, by the name that sharp gives it. */
export type PictureKind = 'jpeg' | 'png' | 'webp' | 'heif';

/** Brands of still and of moving AVIF (ISO/IEC 23000-12, AV1 Image File Format 1.1). */
const STILL_AVIF = 'avif';
const MOVING_AVIF = 'avis';

/** The kind of a picture that can be kept; `moving` for one that is meant to move, `null` for any other file. Nothing is decoded. */
export function kindOf(file: Buffer): PictureKind | 'moving' | null {
  const text = (start: number, end: number) => file.toString('latin1', start, end);
  if (text(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return isMovingPng(file) ? 'moving' : 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return isMovingWebp(file) ? 'moving' : 'webp';
  if (/^GIF8[79]a$/.test(text(0, 6))) return 'moving';
  if (text(4, 8) === 'ftyp') {
    const major = text(8, 12);
    const brands = text(8, Math.min(file.readUInt32BE(0), 256));
    if (major === MOVING_AVIF) return 'moving';
    return brands.includes(STILL_AVIF) ? 'heif' : null;
  }
  return null;
}

/** The chunk that makes a PNG move comes before its data (APNG). */
function isMovingPng(file: Buffer): boolean {
  const data = file.indexOf('IDAT');
  return file.subarray(0, data === -1 ? file.length : data).includes('acTL');
}

/** The animation flag of the extended header (RFC 9649, 2.7.1). */
function isMovingWebp(file: Buffer): boolean {
  return file.toString('latin1', 12, 16) === 'VP8X' && ((file[20] ?? 0) & 0b10) !== 0;
}
