import { crc32 } from 'node:zlib';
import { expect, test } from 'vitest';
import { wrapperJar } from './wrapper-jar.ts';

/** The archive's only file, parsed as in PKWARE's APPNOTE: a header of 30 bytes, the name, the content. */
function entryOf(jar: Buffer): { name: string; content: Buffer; checksum: number } {
  const start = 30 + jar.readUInt16LE(26);
  const content = jar.subarray(start, start + jar.readUInt32LE(18));
  return { name: jar.toString('latin1', 30, start), content, checksum: jar.readUInt32LE(14) };
}

const path = '/opt/a folder with a long name/google-cloud-sdk/platform/cloud-firestore-emulator/cloud-firestore-emulator.jar';
const { name, content, checksum } = entryOf(wrapperJar(path));
const lines = content.toString().split('\r\n');

test('contains an intact manifest', () => {
  expect(name).toBe('META-INF/MANIFEST.MF');
  expect(checksum).toBe(crc32(content));
});

test('has no manifest line longer than 72 bytes', () => {
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(72);
});

test('names the main class and, unfolded, the emulator’s jar in the manifest', () => {
  const unfolded = lines.join('\n').replaceAll('\n ', '').split('\n');
  expect(unfolded).toContain('Main-Class: com.google.cloud.datastore.emulator.firestore.CloudFirestore');
  expect(unfolded).toContain(`Class-Path: file://${path.replaceAll(' ', '%20')}`);
});

test('points to the file in the directory at the end', () => {
  const jar = wrapperJar(path);
  const end = jar.subarray(-22);
  expect(jar.toString('latin1', end.readUInt32LE(16), end.readUInt32LE(16) + 4)).toBe('PK\x01\x02');
  expect(end.readUInt16LE(10)).toBe(1);
});
