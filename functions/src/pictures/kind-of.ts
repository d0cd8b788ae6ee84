export type PictureKind = 'jpeg' | 'png' | 'webp' | 'heif';

/** Brands of still and animated AVIF (ISO/IEC 23000-12, AV1 Image File Format 1.1). */
const STILL_AVIF = 'avif';
const MOVING_AVIF = 'avis';

/** `moving` for several frames, even of a kind we can't keep; `null` for other files. Decodes nothing, reads each byte at most once. */
export function kindOf(file: Buffer): PictureKind | 'moving' | null {
  const text = (start: number, end: number) => file.toString('latin1', start, end);
  if (text(0, 3) === '\xff\xd8\xff') return 'jpeg';
  if (text(0, 8) === '\x89PNG\r\n\x1a\n') return isMovingPng(file) ? 'moving' : 'png';
  if (text(0, 4) === 'RIFF' && text(8, 12) === 'WEBP') return isMovingWebp(file) ? 'moving' : 'webp';
  if (/^GIF8[79]a$/.test(text(0, 6))) return isMovingGif(file) ? 'moving' : null;
  if (text(4, 8) === 'ftyp') {
    const major = text(8, 12);
    const brands = text(8, Math.min(file.readUInt32BE(0), 256));
    if (major === MOVING_AVIF && isMovingAvif(file)) return 'moving';
    return brands.includes(STILL_AVIF) ? 'heif' : null;
  }
  return null;
}

/** In APNG the control chunk, with the number of frames first, precedes the data. */
function isMovingPng(file: Buffer): boolean {
  for (let at = 8; at + 12 <= file.length; at += 12 + file.readUInt32BE(at)) {
    const name = file.toString('latin1', at + 4, at + 8);
    if (name === 'IDAT') return false;
    if (name === 'acTL') return file.readUInt32BE(at + 8) > 1;
  }
  return false;
}

/** The animation flag of the extended header (RFC 9649, 2.7.1), and one chunk per frame. */
function isMovingWebp(file: Buffer): boolean {
  if (file.toString('latin1', 12, 16) !== 'VP8X' || ((file[20] ?? 0) & 0b10) === 0) return false;
  let frames = 0;
  for (let at = 12; at + 8 <= file.length && frames < 2; ) {
    if (file.toString('latin1', at, at + 4) === 'ANMF') frames++;
    const size = file.readUInt32LE(at + 4);
    at += 8 + size + (size % 2);
  }
  return frames > 1;
}

/** Each frame is an image descriptor with data in blocks of at most 255 bytes (GIF89a, 20 to 26). */
function isMovingGif(file: Buffer): boolean {
  const byte = (at: number) => file[at] ?? 0;
  const tableBytes = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let frames = 0;
  let at = 13 + tableBytes(byte(10));
  while (at < file.length && frames < 2) {
    if (byte(at) === 0x2c) {
      frames++;
      at += 11 + tableBytes(byte(at + 9));
    } else if (byte(at) === 0x21) at += 2;
    else break;
    while (byte(at) !== 0) at += 1 + byte(at);
    at++;
  }
  return frames > 1;
}

/** The sample count of its track. A sequence without one counts as moving. */
function isMovingAvif(file: Buffer): boolean {
  const sizes = file.indexOf('stsz');
  return sizes === -1 || sizes + 16 > file.length || file.readUInt32BE(sizes + 12) !== 1;
}
