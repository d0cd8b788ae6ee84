/** What this code reads of an address, as the URL Standard names its parts. */
export interface ParsedUrl {
  readonly href: string;
  /** With its colon: `https:`. */
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  /** In ASCII (Punycode), in lower case, with the port where it is not the usual one. */
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly searchParams: { has(name: string): boolean };
}

/** Node and every browser have it, though it is not a part of the language. */
declare const URL: new (address: string) => ParsedUrl;

/** Reads an address as a browser does, or `null` for what is none. Not `URL.parse`, which Firefox 115 lacks. */
export function parseUrl(address: string): ParsedUrl | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** Without its percent escapes; as it is where they are broken. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
