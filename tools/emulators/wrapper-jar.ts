import { pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';

const MAIN_CLASS = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';
const ENTRY = 'META-INF/MANIFEST.MF';
/** The JAR specification allows 72 bytes a line; a longer one continues after a space. */
const LINE_BYTES = 72;

/**
 * A jar that only starts the Cloud SDK's emulator: firebase-tools runs `java -jar`, and the SDK's jar names no main class.
 * It is a zip (PKWARE's APPNOTE 6.3) of one stored file.
 */
export function wrapperJar(emulatorJar: string): Buffer {
  const lines = ['Manifest-Version: 1.0', `Main-Class: ${MAIN_CLASS}`, `Class-Path: ${pathToFileURL(emulatorJar)}`];
  return zipOf(ENTRY, Buffer.from(`${lines.map(fold).join('\r\n')}\r\n\r\n`));
}

function fold(line: string): string {
  const head = line.slice(0, LINE_BYTES);
  const rest = line.slice(LINE_BYTES).match(new RegExp(`.{1,${LINE_BYTES - 1}}`, 'g')) ?? [];
  return [head, ...rest.map((part) => ` ${part}`)].join('\r\n');
}

function zipOf(name: string, content: Buffer): Buffer {
  const nameBytes = Buffer.from(name);
  // The fields that a local header and the central directory share: version 1.0, no flags, stored, no date, checksum, both sizes, lengths.
  const common = Buffer.alloc(26);
  common.writeUInt16LE(10, 0);
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(content.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(nameBytes.length, 22);

  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, nameBytes, content]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x0a\x00', 'latin1'), common, Buffer.alloc(14), nameBytes]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}
