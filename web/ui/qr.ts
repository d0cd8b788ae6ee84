import { encode } from 'uqr';

/** Modules of white around a code, without which some readers do not find it (ISO/IEC 18004). */
export const QUIET_ZONE = 4;

export interface Qr {
  /** Modules on each side, the white around included. */
  size: number;
  /** Row by row, whether a module is dark. */
  rows: readonly (readonly boolean[])[];
  /** The dark modules as one SVG path, a unit for each module. */
  path: string;
}

/** A QR code with its quiet zone. Draw it in black on white, whatever is around it: few readers know light codes on dark. */
export function qrOf(text: string): Qr {
  const { data: rows, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, rows, path };
}
