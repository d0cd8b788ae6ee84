import { z } from 'zod';
import { CONTACT, EMAIL_MAX, NAME_MAX } from './limits.ts';
import { faultless, KeptId, line } from './schema.ts';
import { termsSchema } from './search-terms-schema.ts';
import { normaliseText, textFault } from './text.ts';

const once = <Entry>(entry: z.ZodType<Entry>, max: number) =>
  z
    .array(entry)
    .max(max)
    .refine((list) => new Set(list).size === list.length);

const Notes = z
  .string()
  .overwrite((text) => normaliseText(text, CONTACT.notes))
  .superRefine(faultless((text) => (text === '' ? null : textFault(text, CONTACT.notes))));

/** A contact as the manager writes it. `now` is how the store writes the current time; a restored contact has its own time, a `past` one. */
export const contactWrite = <Now, Past>(now: z.ZodType<Now>, past: z.ZodType<Past>) =>
  z.strictObject({
    version: z.literal(2),
    name: line(NAME_MAX),
    nameKey: z.string().max(NAME_MAX),
    terms: termsSchema(CONTACT.terms),
    notes: Notes,
    fields: z.record(line(CONTACT.label), line(CONTACT.value)).refine((fields) => Object.keys(fields).length <= CONTACT.fields),
    emails: once(line(EMAIL_MAX), CONTACT.emails),
    phones: once(line(CONTACT.phone), CONTACT.phones),
    conversations: once(KeptId, CONTACT.conversations),
    createdAt: now.or(past),
    updatedAt: now,
  });
