import { z } from 'zod';
import { EMAIL_MAX, KEPT_ID_MAX, NAME_MAX, SLUG_MAX, SLUG_MIN, TEXT_MAX } from './limits.ts';
import type { ResumeCode } from './resume-code.ts';
import { isSlugShaped } from './slug.ts';
import { lineFault, normaliseLine, normaliseText, textFault } from './text.ts';
import { COPIED_MAX, parseResumeCode } from './typed-code.ts';
import { parseUrl } from './url.ts';

/** The field schemas that several nouns share. Each one's output is what may be stored. */

/** Adds a sentence as an issue where `find` returns one. For `superRefine`. */
export function faultless(find: (text: string) => string | null) {
  return (text: string, context: z.RefinementCtx) => {
    const message = find(text);
    if (message !== null) context.addIssue({ code: 'custom', message });
  };
}

/** One line of text, normalised, 1 to `max` UTF-16 units. */
export const line = (max: number) =>
  z
    .string()
    .overwrite((text) => normaliseLine(text, max))
    .superRefine(faultless((text) => lineFault(text, max)))
    .meta({ minLength: 1, maxLength: max });

/** Text of several lines, normalised, 1 to `max` UTF-16 units. */
export const prose = (max: number) =>
  z
    .string()
    .overwrite((text) => normaliseText(text, max))
    .superRefine(faultless((text) => textFault(text, max)))
    .meta({ minLength: 1, maxLength: max });

export const MessageText = prose(TEXT_MAX).meta({
  description: 'Plain text. Line breaks are kept.',
  examples: ['Hello, is this readable?'],
});
export const PersonName = line(NAME_MAX).meta({ examples: ['Ada Moreau'] });

/** A name, or nothing. */
export const MaybeName = z
  .string()
  .overwrite((text) => normaliseLine(text, NAME_MAX))
  .superRefine(faultless((text) => (text === '' ? null : lineFault(text, NAME_MAX))))
  .meta({ maxLength: NAME_MAX, examples: ['Mina Okafor'] });

/**
 * An email address in the one form that browsers accept (HTML's `input type=email`). A domain in another script becomes ASCII, as it does in
 * Chromium's field. The sentence names the field: visitors may leave it out.
 */
export const Email = z
  .string()
  .max(EMAIL_MAX, { abort: true, error: `Email: an address has at most ${EMAIL_MAX} characters.` })
  .overwrite(asciiEmail)
  .regex(z.regexes.html5Email, 'Email: write an address like ada@example.org, or leave it empty.')
  .meta({ format: 'email', examples: ['ada@example.org'] });

export const Slug = z
  .string()
  .refine(isSlugShaped, 'An address has small letters, digits and single dashes.')
  .meta({
    description: 'The name of a page in its address: lowercase letters, digits and single hyphens.',
    minLength: SLUG_MIN,
    maxLength: SLUG_MAX,
    examples: ['nora-bell'],
  });

/** A client's id of a message: nanoid's 21 symbols. Ids between double underscores are Firestore's own. */
export const MessageId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{21}$/, 'A message id has 21 letters, digits, dashes or underscores.')
  .refine((id) => !/^__.*__$/.test(id), 'A message id cannot stand between double underscores.')
  .meta({ description: 'The id of a message: 21 random symbols, made by its sender.', examples: ['V1StGXR8_Z5jdHi6B-myT'] });

/** Who wrote a message: a participant's id (domain/participant.ts); a newer version may know more of them. */
export const Participant = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/);

/** The id of what a manager keeps for themselves (a label, a canned reply, a note), made by their browser. */
export const KeptId = z
  .string()
  .regex(new RegExp(`^[A-Za-z0-9_-]{1,${KEPT_ID_MAX}}$`), `An id has 1 to ${KEPT_ID_MAX} symbols.`)
  .meta({ examples: ['nocturnes'] });

export const ConversationId = z
  .string()
  .regex(/^[0-9a-f]{32}$/, 'This is not the id of a conversation.')
  .meta({ description: 'The id of a conversation.', examples: ['3f2a9c4be01d47a68b5c0e9d7f164a32'] });

/** A resume code as it was typed or copied; comes out canonical. */
export const TypedResumeCode = z
  .string()
  .max(COPIED_MAX, { abort: true, error: `A code is looked for in at most ${COPIED_MAX} characters.` })
  .transform((typed, context): ResumeCode => {
    const parsed = parseResumeCode(typed);
    if (parsed.ok) return parsed.code;
    context.addIssue({ code: 'custom', message: `This is not a resume code (${parsed.fault.reason}).` });
    return z.NEVER;
  })
  .meta({
    description: 'A resume code, with or without hyphens: 19 random symbols of Crockford’s base32 and a check symbol.',
    examples: ['7KX2-QN4T-DM9A-XH3W-RB87'],
  });

/** A time on the wire: whole milliseconds since 1970, UTC, by the server's clock. */
export const Time = z
  .int()
  .nonnegative()
  .meta({ description: 'Milliseconds since 1970, UTC.', examples: [1_795_860_000_000] });

/** With the domain in Punycode, where it has letters of another script. What is no address stays as it is. */
function asciiEmail(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  // Letters, marks, digits, dots and dashes only: nothing that ends a host in an address.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || /^\p{ASCII}*$/u.test(domain)) return address;
  const url = parseUrl(`https://${domain}`);
  return url === null ? address : address.slice(0, at + 1) + url.hostname;
}
