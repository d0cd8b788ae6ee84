import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Entry } from './entry.ts';
import { guarded, unguarded } from './guard.ts';
import { readCsv } from './read-csv.ts';
import { readVcard } from './read-vcard.ts';
import { csvOf, vcardOf } from './write-files.ts';

const LABELS = {
  company: 'Company',
  jobTitle: 'Job title',
  website: 'Website',
  birthday: 'Birthday',
  nickname: 'Nickname',
  address: 'Address',
};
const csv = (text: string) => [...(readCsv(text, LABELS) ?? [])];
const names = (parsed: readonly { entry: Entry | null }[]) => parsed.map(({ entry }) => entry?.name ?? null);
const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

describe('the guard against formulas', () => {
  it.each(['=1+1', '+49 30', '-x', '@SUM(A1)', '\tx', '\rx', "'=1", "''@"])('guards %j and takes exactly that away', (cell) => {
    expect(guarded(cell)).toBe(`'${cell}`);
    expect(unguarded(guarded(cell))).toBe(cell);
  });
  it.each(['Mina', "'Mina'", "O'Neil", ''])('leaves %j', (cell) => {
    expect(guarded(cell)).toBe(cell);
    expect(unguarded(cell)).toBe(cell);
  });
});

describe('a CSV file', () => {
  it('of Google or Outlook, with any of three delimiters', () => {
    const google =
      'First Name,Last Name,Notes,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Value,Organization Name\r\nMina,Okafor,"two\r\nlines",Work,mina@example.com ::: m@example.com,+49 30 1,Atlas\r\n';
    expect(csv(google)).toEqual([
      {
        line: 2,
        fault: null,
        entry: {
          name: 'Mina Okafor',
          notes: 'two\nlines',
          fields: { Company: 'Atlas' },
          emails: ['mina@example.com', 'm@example.com'],
          phones: ['+49 30 1'],
        },
      },
    ]);
    for (const delimiter of [';', '\t']) {
      const outlook = ['Vorname', 'Nachname', 'E-Mail-Adresse', 'Mobiltelefon'].join(delimiter);
      expect(csv(`${outlook}\n${['Ada', 'Moreau', 'a@b.c', '017'].join(delimiter)}`)[0]?.entry).toMatchObject({
        name: 'Ada Moreau',
        emails: ['a@b.c'],
        phones: ['017'],
      });
    }
  });

  it('goes on after broken rows, and names their lines', () => {
    const text = 'Name,Email\nMina,"a@b.c\nTom,t@b.c\n"Ju"no,x\n,\nPia,"p@b.c"\n';
    const parsed = csv(text);
    expect(parsed.filter(({ fault }) => fault).map(({ line, fault }) => `${line} ${fault}`)).toEqual(['2 broken', '4 broken', '5 empty']);
    expect(names(parsed)).toEqual([null, 'Tom', null, null, 'Pia']);
  });

  it('keeps a quote inside a cell, and formulas as text', () => {
    expect(csv('Name,Notes\n5" Bill,=HYPERLINK("x")\n')[0]?.entry).toMatchObject({ name: '5" Bill', notes: '=HYPERLINK("x")' });
  });

  it.each(['', 'nothing', 'a,b\n1,2', '\u0000\u0001'])('of no contacts is none: %j', (text) => {
    expect(readCsv(text, LABELS)).toBeNull();
  });

  it('says what is shortened', () => {
    const [long] = csv(`Name,Notes\n${'x'.repeat(100)},${'y'.repeat(5000)}`);
    expect(long).toMatchObject({ fault: 'long', entry: { name: 'x'.repeat(60), notes: 'y'.repeat(4000) } });
  });
});

describe('a vCard', () => {
  it('of version 2.1, with quoted-printable in another charset', () => {
    const text = card(
      'VERSION:2.1',
      'N;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6rg;;;',
      'TEL;HOME;VOICE:+49 30 1',
      'EMAIL;INTERNET:joerg@example.com',
      'NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:Gr=C3=BC=C3=9Fe=0D=0A=',
      'zweite Zeile',
      'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQ',
      'AQABAAD/2wBDAAMC',
      '',
    );
    expect([...readVcard(text, LABELS)]).toEqual([
      {
        line: 1,
        fault: null,
        entry: { name: 'Jörg Müller', notes: 'Grüße\nzweite Zeile', fields: {}, emails: ['joerg@example.com'], phones: ['+49 30 1'] },
      },
    ]);
  });

  it('of version 3.0 and 4.0, folded, with groups and escapes', () => {
    const text =
      card(
        'VERSION:3.0',
        'FN:Mina \\, Okafor',
        'item1.EMAIL;type=INTERNET;type=pref:mina@exa',
        ' mple.com',
        'item1.X-ABLabel:Work',
        'ORG:Atlas;Sales',
        'NOTE:one\\ntwo',
      ) +
      card(
        'VERSION:4.0',
        'FN:Tom',
        'TEL;VALUE=uri;TYPE="voice,home":tel:+1-555',
        'BDAY:19960415',
        'ADR;TYPE=home:;;1 Main St;Town;;12;Land',
      );
    expect([...readVcard(text, LABELS)].map(({ entry }) => entry)).toEqual([
      { name: 'Mina , Okafor', notes: 'one\ntwo', fields: { Company: 'Atlas, Sales' }, emails: ['mina@example.com'], phones: [] },
      { name: 'Tom', notes: '', fields: { Birthday: '19960415', Address: '1 Main St, Town, 12, Land' }, emails: [], phones: ['+1-555'] },
    ]);
  });

  it('that is broken leaves the others', () => {
    const text = `${card('VERSION:3.0', 'FN:Mina')}BEGIN:VCARD\nVERSION:3.0\nFN:Cut off\n${card('VERSION:3.0', 'no property')}${card('VERSION:4.0')}${card('VERSION:2.1', 'FN;CHARSET=klingon;QUOTED-PRINTABLE:x')}${card('FN:Tom')}`;
    const parsed = [...readVcard(text, LABELS)];
    expect(names(parsed)).toEqual(['Mina', null, null, null, null, 'Tom']);
    expect(parsed.map(({ fault }) => fault)).toEqual([null, 'broken', 'broken', 'empty', 'broken', null]);
  });
});

const lineText = (max: number) =>
  fc
    .array(
      fc.oneof(
        fc.constantFrom('=', '+', '-', '@', "'", '"', ',', ';', '\\', ':', 'é', 'א', '中', '🌻', 'a', 'B', '1', ' ', '\\n', '^', '=3D'),
        fc.constantFrom('x'),
      ),
      {
        minLength: 1,
        maxLength: Math.floor(max / 3),
      },
    )
    .map((parts) => parts.join('').replace(/\s+/g, ' ').trim().normalize('NFC'))
    .filter((text) => text !== '' && !text.includes(' ::: '));

const entry: fc.Arbitrary<Entry> = fc.record({
  name: lineText(60),
  notes: fc.array(lineText(60), { maxLength: 3 }).map((lines) => lines.join('\n')),
  fields: fc.dictionary(lineText(40), lineText(90), { maxKeys: 4 }),
  emails: fc.uniqueArray(lineText(60), { maxLength: 3 }),
  phones: fc.uniqueArray(lineText(50), { maxLength: 3 }),
});

describe('what is exported and imported again', () => {
  it('is the same from CSV', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (entries) => {
        expect(csv(csvOf(entries).slice(1)).map((parsed) => parsed.entry)).toEqual(entries);
      }),
    );
  });

  it('is the same from vCards', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), (entries) => {
        expect([...readVcard(vcardOf(entries), LABELS)].map((parsed) => parsed.entry)).toEqual(entries);
      }),
    );
  });

  it('has no cell that a spreadsheet evaluates', () => {
    const text = csvOf([{ name: '=1', notes: '@x', fields: { '-f': '+1' }, emails: ['-a@b.c'], phones: ['+49'] }]);
    expect(text.split(/[,\r\n]+/).filter((cell) => /^"?[=+\-@\t\r]/.test(cell))).toEqual([]);
  });
});
