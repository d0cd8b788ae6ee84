import { z } from 'zod';
import type { Fault, FaultCode } from './fault.ts';
import { EMAIL_MAX, KEPT_ID_MAX, NAME_MAX, SLUG_MAX, SLUG_MIN, TEXT_MAX } from './limits.ts';
import type { ResumeCode } from './resume-code.ts';
import { slugShapeFault } from './slug.ts';
import { lineFault, normaliseLine, normaliseText, textFault } from './text.ts';
import { COPIED_MAX, faultOfCode, parseResumeCode } from './typed-code.ts';
import { parseUrl } from './url.ts';

/** For `superRefine`: adds an issue for a fault. The messages of all issues are fault codes; the API makes sentences of them. */
export function faultless(find: (text: string) => Fault | null) {
  return (text: string, context: z.RefinementCtx) => {
    const fault = find(text);
    if (fault !== null) addFault(context, fault);
  };
}

export function addFault(context: z.RefinementCtx, { code, values }: Fault, path: PropertyKey[] = []): void {
  context.addIssue({ code: 'custom', message: code, ...(values && { params: values }), path });
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

export const MaybeName = z
  .string()
  .overwrite((text) => normaliseLine(text, NAME_MAX))
  .superRefine(faultless((text) => (text === '' ? null : lineFault(text, NAME_MAX))))
  .meta({ maxLength: NAME_MAX, examples: ['Mina Okafor'] });

/**
 * An email address in the form that browsers accept (HTML's `input type=email`). A domain in another script becomes ASCII, as in Chromium's
 * field. Has its own fault codes, so their sentences name the field: visitors can leave it out.
 */
export const Email = z
  .string()
  .max(EMAIL_MAX, { abort: true, error: 'email-too-long' satisfies FaultCode })
  .overwrite(asciiEmail)
  .regex(z.regexes.html5Email, 'email-format' satisfies FaultCode)
  .meta({ format: 'email', examples: ['ada@example.org'] });

export const Slug = z
  .string()
  .superRefine(faultless(slugShapeFault))
  .meta({
    description: 'The name of a page in its address: lowercase letters, digits and single hyphens.',
    minLength: SLUG_MIN,
    maxLength: SLUG_MAX,
    examples: ['nora-bell'],
  });

/** A client's id of a message: nanoid's 21 symbols. Firestore reserves ids between double underscores. */
export const MessageId = z
  .string()
  .regex(/^[A-Za-z0-9_-]{21}$/)
  .refine((id) => !/^__.*__$/.test(id), 'wrong-format' satisfies FaultCode)
  .meta({ description: 'The id of a message: 21 random symbols, made by its sender.', examples: ['V1StGXR8_Z5jdHi6B-myT'] });

/** A participant's id (domain/participant.ts); a newer version may have more of them. */
export const Participant = z.string().regex(/^[a-z][a-z0-9_-]{0,39}$/);

/** The id of a manager's label, canned reply or note, made by their browser. */
export const KeptId = z
  .string()
  .regex(new RegExp(`^[A-Za-z0-9_-]{1,${KEPT_ID_MAX}}$`))
  .meta({ examples: ['nocturnes'] });

export const ConversationId = z
  .string()
  .regex(/^[0-9a-f]{32}$/)
  .meta({ description: 'The id of a conversation.', examples: ['3f2a9c4be01d47a68b5c0e9d7f164a32'] });

/** A typed or copied resume code; the output is canonical. */
export const TypedResumeCode = z
  .string()
  .max(COPIED_MAX, { abort: true })
  .transform((typed, context): ResumeCode => {
    const parsed = parseResumeCode(typed);
    if (parsed.ok) return parsed.code;
    addFault(context, faultOfCode(parsed.fault));
    return z.NEVER;
  })
  .meta({
    description: 'A resume code, with or without hyphens: 19 random symbols of Crockford’s base32 and a check symbol.',
    examples: ['7KX2-QN4T-DM9A-XH3W-RB87'],
  });

/** A time in the API: whole milliseconds since 1970, UTC, by the server's clock. */
export const Time = z
  .int()
  .nonnegative()
  .meta({ description: 'Milliseconds since 1970, UTC.', examples: [1_795_860_000_000] });

/** Converts a domain with letters of another script to Punycode. Returns an invalid address unchanged. */
function asciiEmail(address: string): string {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1);
  // Letters, marks, digits, dots and dashes only: nothing that ends a host in an address.
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || /^\p{ASCII}*$/u.test(domain)) return address;
  const url = parseUrl(`https://${domain}`);
  return url === null ? address : address.slice(0, at + 1) + url.hostname;
}
