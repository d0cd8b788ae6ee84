/** Safari reads an object URL after the click that it was made for. */
const KEPT_MS = 30_000;

/** Saves what this browser made itself as a file of this name. */
export function saveFile(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), KEPT_MS);
}
