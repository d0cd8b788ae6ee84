import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface JavaShim {
  java: string;
  pretendJava21: boolean;
  /** The file in place of the Storage rules' jar, or `null` if the real one runs. */
  standInFile: string | null;
}

const LOG_LEVEL = '-Dgoogle.cloud_firestore.debug_log_level';

/**
 * Writes a `java` script to `folder`, which comes before the real one in the emulators' PATH. It works around three things: firebase-tools
 * makes the Firestore emulator log every request, which costs about 8 % of a test run's CPU time; it refuses Java below 21, although the
 * Cloud SDK's emulator runs on it; and it can start the Storage rules' runtime only as a jar.
 */
export async function writeJavaShim(folder: string, { java, pretendJava21, standInFile }: JavaShim): Promise<void> {
  const standIn = fileURLToPath(new URL('storage-rules-stand-in.ts', import.meta.url));
  const lines = [
    '#!/bin/sh',
    ...(pretendJava21 ? [`case " $* " in *" -version "*) echo 'openjdk version "21"' >&2; exit 0 ;; esac`] : []),
    ...(standInFile
      ? [`case " $* " in *${quote(` ${standInFile} serve `)}*) exec ${quote(process.execPath)} ${quote(standIn)} ;; esac`]
      : []),
    'for argument; do',
    '  shift',
    `  case "$argument" in ${LOG_LEVEL}=*) argument=${LOG_LEVEL}=WARNING ;; esac`,
    '  set -- "$@" "$argument"',
    'done',
    `exec ${quote(java)} "$@"`,
  ];
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'java'), `${lines.join('\n')}\n`);
  await chmod(join(folder, 'java'), 0o755);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
