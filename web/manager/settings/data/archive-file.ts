/** The browser's own copy of the archive, until it is in the person's downloads. */
const NAME = 'export.zip';
/** Without a file system, pieces of this size go into a blob, which browsers keep on the disk. */
const PIECE_BYTES = 8_000_000;

export interface ArchiveFile {
  writable: WritableStream<Uint8Array>;
  /** Call it when everything is written. */
  file(): Promise<Blob>;
}

/**
 * A file that is shown to nobody before it is complete: in the origin's private file system, so it takes no memory, or in a blob where the
 * browser has none.
 */
export async function openArchiveFile(): Promise<ArchiveFile> {
  try {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle(NAME, { create: true });
    // Written only when it is closed; aborted, nothing of it stays.
    return { writable: await handle.createWritable(), file: () => handle.getFile() };
  } catch {
    return inBlob();
  }
}

/** Removes the browser's own copy. */
export async function discardArchiveFile(): Promise<void> {
  await navigator.storage
    ?.getDirectory()
    .then((folder) => folder.removeEntry(NAME))
    .catch(() => {});
}

function inBlob(): ArchiveFile {
  let whole = new Blob();
  let pieces: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const store = () => {
    whole = new Blob([whole, ...pieces], { type: 'application/zip' });
    pieces = [];
    bytes = 0;
  };
  const writable = new WritableStream<Uint8Array>({
    write(piece) {
      pieces.push(piece.slice());
      bytes += piece.byteLength;
      if (bytes >= PIECE_BYTES) store();
    },
  });
  return {
    writable,
    async file() {
      store();
      return whole;
    },
  };
}
