import type { Challenge } from '@foyer/domain/problem';

/** Digests requested together: about ten milliseconds of this thread. */
const SLICE = 512;

/**
 * Finds the number that solves a challenge, and returns it as the `proof` for a first message; `null` if there is none. Format: ALTCHA
 * version 1 (altcha.org/docs/v1/server-integration): SHA-256(salt + number) in hex is the challenge.
 */
export async function solveChallenge({ algorithm, challenge, maxnumber, salt, signature }: Challenge): Promise<string | null> {
  const wanted = challenge.toLowerCase();
  const head = Number.parseInt(wanted.slice(0, 8), 16);
  const encoder = new TextEncoder();
  const isIt = async (number: number) => {
    const digest = await crypto.subtle.digest(algorithm, encoder.encode(salt + number));
    return new DataView(digest).getUint32(0) === head && hex(digest) === wanted;
  };
  for (let from = 0; from <= maxnumber; from += SLICE) {
    const count = Math.min(SLICE, maxnumber - from + 1);
    const found = (await Promise.all(Array.from({ length: count }, (_, index) => isIt(from + index)))).indexOf(true);
    if (found >= 0) return btoa(JSON.stringify({ algorithm, challenge, number: from + found, salt, signature }));
    // Digests return so fast that without a pause the page would not be painted between them.
    await new Promise((resolve) => setTimeout(resolve));
  }
  return null;
}

function hex(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
