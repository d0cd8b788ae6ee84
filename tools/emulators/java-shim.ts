import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface JavaShim {
  /** The real `java`. */
  java: string;
  /** Say 21 when asked for the version. */
  pretendJava21: boolean;
  /** The file in place of the Storage rules' jar, or `null` where the real one runs. */
  standInFile: string | null;
}

/**
 * Puts a `java` into `folder` that stands before the real one in the emulators' PATH, for two cases only: firebase-tools refuses Java
 * below 21 although the Cloud SDK's Firestore emulator runs on it, and it knows the Storage rules' runtime only as a jar.
 */
export async function writeJavaShim(folder: string, { java, pretendJava21, standInFile }: JavaShim): Promise<void> {
  const standIn = fileURLToPath(new URL('storage-rules-stand-in.ts', import.meta.url));
  const lines = [
    '#!/bin/sh',
    ...(pretendJava21 ? [`case " $* " in *" -version "*) echo 'openjdk version "21"' >&2; exit 0 ;; esac`] : []),
    ...(standInFile
      ? [`case " $* " in *${quote(` ${standInFile} serve `)}*) exec ${quote(process.execPath)} ${quote(standIn)} ;; esac`]
      : []),
    `exec ${quote(java)} "$@"`,
  ];
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'java'), `${lines.join('\n')}\n`);
  await chmod(join(folder, 'java'), 0o755);
}

function quote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
