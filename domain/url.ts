/** The parts of an address that we read, named as in the URL Standard. */
export interface ParsedUrl {
  readonly href: string;
  /** With its colon: `https:`. */
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  /** In ASCII (Punycode), in lower case, with a non-default port. */
  readonly host: string;
  readonly hostname: string;
  readonly pathname: string;
  readonly searchParams: { has(name: string): boolean };
}

/** Node and every browser have it, though it is not part of the language. */
declare const URL: new (address: string) => ParsedUrl;

/** Parses an address as a browser does; `null` if invalid. Not `URL.parse`, which Firefox 115 lacks. */
export function parseUrl(address: string): ParsedUrl | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

/** Decodes percent escapes; returns broken ones unchanged. */
export function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
