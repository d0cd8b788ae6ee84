/** Fixed in a sequential scan: from the first coefficient to the last, in one pass (ITU-T T.81, table B.3). */
const WHOLE_SCAN = Buffer.from([0, 63, 0]);

/** libjpeg warnings for complete pictures. Browsers show these too. */
const HARMLESS = /Invalid SOS parameters|Unknown Adobe color transform|unknown JFIF revision|extraneous bytes before marker|bad ICC marker/;

/**
 * Some encoders write zeros as the scan parameters of a sequential JPEG; decoders warn once per scan, which would hide warnings of real
 * damage. Returns a progressive JPEG, whose parameters matter, unchanged.
 */
export function withWholeScans(file: Buffer): Buffer {
  let fixed = file;
  let isSequential = false;
  let at = 2;
  for (;;) {
    at = file.indexOf(0xff, at);
    const marker = at === -1 ? undefined : file[at + 1];
    if (marker === undefined) return fixed;
    // Fill bytes, stuffed data and restart markers have no length.
    if (marker === 0xff) at++;
    else if (marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8)) at += 2;
    else if (marker === 0xd9 || at + 4 > file.length) return fixed;
    else {
      if (marker === 0xc0 || marker === 0xc1) isSequential = true;
      else if (marker >= 0xc2 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)) return file;
      const end = at + 2 + file.readUInt16BE(at + 2);
      if (marker === 0xda && isSequential && end <= file.length) {
        const place = end - WHOLE_SCAN.length;
        if (!file.subarray(place, end).equals(WHOLE_SCAN)) {
          if (fixed === file) fixed = Buffer.from(file);
          WHOLE_SCAN.copy(fixed, place);
        }
      }
      at = Math.max(end, at + 4);
    }
  }
}

export function isDamage(warnings: readonly string[]): boolean {
  // libjpeg names only its first warning, and libvips gives the count: an unnamed warning may be damage.
  const counts = warnings.flatMap((warning) => /read gave (\d+) warning/.exec(warning)?.[1] ?? []);
  const named = warnings.filter((warning) => warning.startsWith('VipsJpeg'));
  return named.some((warning) => !HARMLESS.test(warning)) || counts.some((count) => count !== '1');
}
