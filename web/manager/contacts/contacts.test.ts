import { describe, expect, it } from 'vitest';
import type { Contact } from './contact.ts';
import type { Entry } from './files/entry.ts';
import { decoded, readFile } from './files/read-file.ts';
import { findDuplicates } from './find-duplicates.ts';
import { planImport } from './import-plan.ts';
import { mergeContacts } from './joined-contact.ts';

const LABELS = {
  company: 'Company',
  jobTitle: 'Job title',
  website: 'Website',
  birthday: 'Birthday',
  nickname: 'Nickname',
  address: 'Address',
};
const person = (given: Partial<Entry>): Entry => ({ name: 'Mina', notes: '', fields: {}, emails: [], phones: [], ...given });
const contact = (id: string, given: Partial<Contact>): Contact => ({
  ...person(given),
  id,
  nameKey: '',
  conversations: [],
  createdAtMs: 0,
  ...given,
});
const parsed = (...entries: Entry[]) => entries.map((entry, index) => ({ line: index + 2, entry, fault: null }));

describe('mergeContacts', () => {
  it('keeps everything once, under the first name', () => {
    const first = contact('a', { notes: 'Bride', fields: { Company: 'Atlas', City: 'Porto' }, emails: ['M@b.c'], conversations: ['1'] });
    const second = contact('b', {
      name: 'M.',
      notes: 'Likes blue',
      fields: { Company: 'Borealis', City: 'Porto' },
      emails: ['m@b.c', 'x@y.z'],
      phones: ['1'],
      conversations: ['1', '2'],
    });
    expect(mergeContacts(first, second)).toEqual({
      name: 'Mina',
      notes: 'Bride\n\nLikes blue',
      fields: { Company: 'Atlas', City: 'Porto', 'Company 2': 'Borealis' },
      emails: ['M@b.c', 'x@y.z'],
      phones: ['1'],
      conversations: ['1', '2'],
    });
  });

  it('repeats no note that the other one contains', () => {
    expect(mergeContacts(contact('a', { notes: 'Bride' }), contact('b', { notes: 'Bride in May' }))?.notes).toBe('Bride in May');
    expect(mergeContacts(contact('a', { notes: 'Bride' }), contact('b', {}))?.notes).toBe('Bride');
  });

  it.each<[string, Partial<Contact>]>([
    ['notes', { notes: 'x'.repeat(3999) }],
    ['emails', { emails: Array.from({ length: 10 }, (_, index) => `${index}@b.c`) }],
    ['conversations', { conversations: Array.from({ length: 50 }, (_, index) => `${index}`) }],
    ['fields', { fields: Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`f${index}`, 'x'])) }],
  ])('refuses two whose %s exceed the limit', (_, full) => {
    const small = contact('b', { notes: 'abc', emails: ['new@b.c'], conversations: ['new'], fields: { New: 'x' } });
    expect(mergeContacts(contact('a', full), small)).toBeNull();
  });
});

describe('findDuplicates', () => {
  it('groups by email, then phone, then name, each contact once and the oldest first', () => {
    const found = findDuplicates([
      contact('a', { emails: ['mina@b.c'], createdAtMs: 2 }),
      contact('b', { name: 'Other', emails: ['MINA@b.c'], createdAtMs: 1 }),
      contact('c', { name: 'Tom', phones: ['+49 (30) 123 456'] }),
      contact('d', { name: 'Thomas', phones: ['030 123456'] }),
      contact('e', { name: 'Ünal' }),
      contact('f', { name: 'unal ' }),
      contact('g', { name: 'Pia', phones: ['110'] }),
      contact('h', { name: 'Kim', phones: ['110'] }),
    ]);
    expect(found.map(({ reason, contacts }) => [reason, contacts.map(({ id }) => id).join()])).toEqual([
      ['email', 'b,a'],
      ['phone', 'c,d'],
      ['name', 'e,f'],
    ]);
  });

  it('takes linear time', () => {
    const many = Array.from({ length: 5000 }, (_, index) => contact(`${index}`, { name: 'Same', createdAtMs: index }));
    expect(findDuplicates(many)[0]?.contacts).toHaveLength(5000);
  });
});

describe('planImport', () => {
  it('skips who is there, and merges who is twice in the file', () => {
    const plan = planImport(
      parsed(
        person({ name: 'Mina O.', emails: ['mina@b.c'] }),
        person({ name: 'Tom', phones: ['+49 30 123 45678'] }),
        person({ name: 'Thomas', phones: ['+49 30 123 45678'], emails: ['tom@b.c'] }),
        person({ name: 'Tom' }),
        person({ name: 'tom', emails: ['other-tom@b.c'] }),
      ),
      [contact('a', { emails: ['MINA@b.c'] })],
    );
    expect(plan).toMatchObject({ known: 1, twice: 2, faults: [] });
    expect(plan.added.map(({ name, emails }) => [name, ...emails])).toEqual([
      ['Tom', 'tom@b.c'],
      ['tom', 'other-tom@b.c'],
    ]);
  });

  it('adds nothing when the same file is imported again', () => {
    const file = parsed(person({}), person({ name: 'Tom', phones: ['1'] }), person({ name: 'Pia', emails: ['p@b.c'] }));
    const { added } = planImport(file, []);
    expect(added).toHaveLength(3);
    expect(planImport(file, added)).toMatchObject({ added: [], known: 3 });
  });
});

describe('a file', () => {
  it('is read in any of four encodings', () => {
    const bytes = (...list: number[]) => new Uint8Array(list).buffer as ArrayBuffer;
    expect(decoded(bytes(0xef, 0xbb, 0xbf, 0xc3, 0xbc))).toBe('ü');
    expect(decoded(bytes(0xfc))).toBe('ü');
    expect(decoded(bytes(0xff, 0xfe, 0xfc, 0))).toBe('ü');
    expect(decoded(bytes(0xfe, 0xff, 0, 0xfc))).toBe('ü');
  });

  it('of 50,000 rows is read without blocking for long', async () => {
    const rows = Array.from({ length: 50_000 }, (_, index) => `Person ${index},p${index}@example.com,"note, ${index}"`);
    const slices: number[] = [];
    let began = performance.now();
    const watch = setInterval(() => {
      slices.push(performance.now() - began);
      began = performance.now();
    }, 0);
    const read = await readFile(new Blob([['Name,Email,Notes', ...rows].join('\n')]), LABELS);
    clearInterval(watch);
    expect(read).toHaveLength(50_000);
    // One slice would be the whole work.
    expect(slices.length).toBeGreaterThan(5);
  });

  it('of no contacts is none', async () => {
    expect(await readFile(new Blob(['\u0000\u0001'.repeat(1000)]), LABELS)).toBeNull();
    expect(await readFile(new Blob([]), LABELS)).toBeNull();
  });
});
