import { encode } from 'uqr';

/** White modules around a code, without which some readers don't find it (ISO/IEC 18004). */
export const QUIET_ZONE = 4;

export interface Qr {
  /** Modules on each side, including the white ones. */
  size: number;
  /** Row by row, whether a module is dark. */
  rows: readonly (readonly boolean[])[];
  /** The dark modules as one SVG path, one unit per module. */
  path: string;
}

/** A QR code with its quiet zone. Always draw it in black on white: few readers recognise light codes on dark. */
export function qrOf(text: string): Qr {
  const { data: rows, size } = encode(text, { ecc: 'M', border: QUIET_ZONE });
  const path = rows.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('');
  return { size, rows, path };
}
