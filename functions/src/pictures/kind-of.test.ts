import { expect, test } from 'vitest';
import { withWholeScans } from './jpeg-warnings.ts';
import { kindOf } from './kind-of.ts';

const bytes = (hex: string) => Buffer.from(hex.replaceAll(' ', ''), 'hex');
const HEADER = '474946383961 0100 0100 80 00 00 000000ffffff';
const FRAME = '2c 0000 0000 0100 0100 00 02 02 4c01 00';
const DELAY = '21 f9 04 00 0a00 00 00';

test.each<[string, string, ReturnType<typeof kindOf>]>([
  ['one frame', `${HEADER}${FRAME}3b`, null],
  ['one frame with a delay', `${HEADER}${DELAY}${FRAME}3b`, null],
  ['two frames', `${HEADER}${DELAY}${FRAME}${DELAY}${FRAME}3b`, 'moving'],
  ['two frames, the second cut off', `${HEADER}${FRAME}2c`, 'moving'],
  ['a second frame after the end', `${HEADER}${FRAME}3b${FRAME}`, null],
  ['a comment that looks like a frame', `${HEADER}21 fe 0d ${FRAME} 00 ${FRAME}3b`, null],
  ['nothing', '474946383961', null],
])('a GIF of %s is %s', (_, hex, kind) => expect(kindOf(bytes(hex))).toBe(kind));

/** An algorithm that isn't linear would take minutes for these. */
test.each([
  ['GIF', `${HEADER}21fe`, '01'],
  ['GIF', HEADER, '21fe00'],
  ['PNG', '89504e470d0a1a0a', '00000000 74455874 00000000'],
  ['WebP', '52494646 00000000 57454250 56503858 0a000000 02000000 000000000000', '4943 4350 00000000'],
  ['JPEG', 'ffd8ff', 'ff'],
  ['JPEG', 'ffd8ff', 'ffe00002'],
  ['JPEG', 'ffd8ffc0000211', 'ffda0002'],
])('reads 10 MB of a %s quickly', (_, start, piece) => {
  const part = bytes(piece);
  const file = Buffer.concat([bytes(start), Buffer.alloc(10_000_000, part)]);
  expect(kindOf(file)).not.toBe('moving');
  expect(withWholeScans(file)).toHaveLength(file.length);
});

test('completes only the scans of a sequential JPEG, in a copy', () => {
  const scan = 'ffda0008 01 01 00 00 00 00';
  const file = (start: string) => bytes(`ffd8 ${start} 0005 08 0001 ${scan} 01ff00ffd002 ${scan} 03 ffd9`);
  const sequential = file('ffc0');
  const whole = withWholeScans(sequential);
  expect(whole.toString('hex')).toBe(sequential.toString('hex').replaceAll('ffda0008010100000000', 'ffda0008010100003f00'));
  const progressive = file('ffc2');
  expect(withWholeScans(progressive)).toBe(progressive);
  expect(withWholeScans(whole)).toBe(whole);
});
