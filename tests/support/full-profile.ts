import { newProfile } from '@foyer/domain/new-profile';
import type { Picture } from '@foyer/domain/picture';
import { Profile } from '@foyer/domain/profile';
import { type Preset, plainTheme } from '@foyer/domain/theme';
import { PALETTES } from '../../web/public-page/presets/palettes.ts';

const picture = (name: string, width: number, height: number, alt: string): Picture => ({
  src: `/examples/${name}.svg`,
  width,
  height,
  alt,
});

/** A page with every section filled as a busy manager would fill it. Without pictures for tests of text. */
export function fullProfile(preset: Preset, { hasCover = true }: { hasCover?: boolean } = {}): Profile {
  return Profile.parse({
    version: 3,
    name: 'Ilse Brandt',
    pronouns: 'she/her',
    headline: 'I photograph buildings the way other people photograph their grandparents.',
    intro: 'Twenty years between scaffolds and tripods. Most of my clients become neighbours, and most of my neighbours became clients.',
    language: 'en',
    location: 'Rotterdam',
    timeZone: 'Europe/Amsterdam',
    status: 'Two weeks free in October',
    hours: [1, 2, 3, 4].map((day) => ({ day, from: '09:00', to: '17:00' })),
    showsReplyTime: true,
    portrait: picture('ada-moreau', 800, 1000, 'Ilse Brandt in profile, reading.'),
    ...(hasCover ? { cover: picture('harbour', 1600, 900, 'A print of a harbour with one sail and a red sun.') } : {}),
    sections: [
      {
        kind: 'projects',
        items: [
          {
            id: 'quay',
            title: 'The long quay',
            text: 'A year of mornings at the Wilhelmina pier, one frame at each high tide. Shown in the old customs hall, at the height at which the water stood.',
            year: '2026',
            link: 'https://work.example.com/quay',
            image: picture('harbour', 1600, 900, 'Harbour at low sun'),
          },
          {
            id: 'stairs',
            title: 'Stairs nobody climbs',
            text: 'Emergency stairs of nineteen towers, from the door that is always locked.',
            year: '2025',
            image: picture('stairs', 1200, 1200, 'A stair of grey steps, with a red disc'),
          },
          {
            id: 'window',
            title: 'Rooms that face north',
            text: 'A book of forty windows, with an essay on dust.',
            year: '2023',
            link: 'https://work.example.com/north',
          },
          {
            id: 'archive',
            title: 'An archive for a bridge',
            text: 'Four hundred negatives found in a bridge-keeper’s cabin, printed and returned.',
            year: '2021',
          },
        ],
      },
      {
        kind: 'services',
        items: [
          {
            id: 'day',
            title: 'A day on site',
            text: 'Light from the first hour to the last. Thirty finished pictures in two weeks.',
            price: '€1,450',
          },
          { id: 'portrait', title: 'Portrait of a house', text: 'Three visits in three seasons, one small book.', price: 'from €3,900' },
          { id: 'prints', title: 'Prints', text: 'Pigment on cotton, signed, up to two metres.', price: 'from €180' },
        ],
      },
      {
        kind: 'about',
        text: 'I grew up above a **hardware shop** in Delft and learned to look at things by sorting screws. I studied architecture for two years, long enough to know that I would rather *look at* buildings than be blamed for them.\n\nThings I am asked about most:\n\n- how long a picture takes (an hour, or eleven months)\n- whether I own a drone (no)\n- where to eat near the pier ([here](https://example.com/soup))',
      },
      {
        kind: 'experience',
        items: [
          {
            id: 'e1',
            role: 'Independent photographer',
            place: 'Rotterdam',
            period: '2009 to now',
            text: 'For architects, housing associations and two museums.',
          },
          { id: 'e2', role: 'Assistant to Marieke Vos', place: 'Antwerp', period: '2006 to 2009' },
        ],
      },
      {
        kind: 'skills',
        items: ['Large format', 'Interiors', 'Aerial from cranes', 'Colour printing', 'Dutch, German, French'].map((name, index) => ({
          id: `s${index}`,
          name,
        })),
      },
      {
        kind: 'gallery',
        items: [
          { id: 'g1', image: picture('window', 1200, 1500, 'A window at evening'), caption: 'North window, Schiedam' },
          { id: 'g2', image: picture('paper', 1500, 1000, 'A letter and a pencil') },
          { id: 'g3', image: picture('grove', 1000, 1400, 'Three trees on a slope'), caption: 'Kralingen, March' },
          { id: 'g4', image: picture('stairs', 1200, 1200, 'Grey steps and a red disc') },
          { id: 'g5', image: picture('shell', 1100, 1300, 'A shell, drawn in brown'), caption: 'Found on site' },
          { id: 'g6', image: picture('chart', 1600, 1000, 'A green line that rises') },
        ],
      },
      {
        kind: 'testimonials',
        items: [
          {
            id: 't1',
            text: 'She waited eleven days for a crane to move. The picture is on our letterhead now.',
            name: 'Joost de Wit',
            role: 'Architect, De Wit & Kaya',
          },
          { id: 't2', text: 'We had seen our own building every day for thirty years, and then we saw it.', name: 'Tenants of Block C' },
        ],
      },
      {
        kind: 'faq',
        items: [
          { id: 'f1', question: 'Do you travel?', answer: 'Yes, by train. Within a day from Rotterdam there is no charge for the way.' },
          {
            id: 'f2',
            question: 'Who owns the pictures?',
            answer: 'You may use them for **everything you build**. They stay mine; a loan that never ends.',
          },
        ],
      },
      {
        kind: 'now',
        text: 'Printing the quay for [an exhibition](https://example.com/quay) in spring, and learning to wait less badly.',
        updatedOn: '2026-11-02',
      },
      {
        kind: 'links',
        items: [
          { id: 'l1', label: 'Prints for sale', url: 'https://prints.example.com' },
          { id: 'l2', label: 'Essay: against the golden hour', url: 'https://essays.example.org/noon' },
          { id: 'l3', label: 'On a network of photographers', url: 'https://social.example.net/@ilse' },
        ],
      },
    ],
    theme: plainTheme(preset, PALETTES[preset].accent),
    reach: { isIndexed: true, isListed: true, embedOrigins: [] },
  });
}

export function sparseProfile(preset: Preset): Profile {
  return { ...newProfile('Jo Park', 'Piano tuner in Leeds.'), theme: plainTheme(preset, PALETTES[preset].accent) };
}

/** Long words without break opportunities. */
export function germanProfile(preset: Preset): Profile {
  const full = fullProfile(preset, { hasCover: false });
  return {
    ...full,
    language: 'de',
    name: 'Annegret Hohenstein-Brückenbauer',
    headline:
      'Sachverständige für Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnungen und Donaudampfschifffahrtsgesellschaftsrecht.',
    intro: 'Rechtsschutzversicherungsgesellschaften und Verbraucherschutzorganisationen vertrauen meiner Unvoreingenommenheit.',
    location: 'Schmedeswurtherwesterdeich',
    sections: full.sections.map((section) =>
      section.kind === 'services'
        ? {
            ...section,
            items: section.items.map((item) => ({
              ...item,
              title: 'Kraftfahrzeughaftpflichtversicherungsberatung',
              price: 'ab 1.200 € netto',
            })),
          }
        : section,
    ),
  };
}

export function arabicProfile(preset: Preset): Profile {
  const full = fullProfile(preset, { hasCover: false });
  return {
    ...full,
    language: 'ar',
    name: 'ليلى الحداد',
    headline: 'أكتب عن المدن التي تتذكر سكانها، وأصمم الكتب التي تستحق أن تبقى.',
    intro: 'منذ خمسة عشر عاما أعمل بين مكتبين: واحد للكلمات وواحد للصفحات.',
    location: 'بيروت',
    status: 'متاحة لكتابين في الخريف',
    sections: full.sections.map((section) =>
      section.kind === 'about' ? { ...section, text: 'ولدت في بيروت فوق مطبعة صغيرة.\n\n- أكتب كل صباح\n- أقرأ كل مساء' } : section,
    ),
  };
}

/** A page in Japanese: square letters, no spaces. */
export function japaneseProfile(preset: Preset): Profile {
  const full = fullProfile(preset, { hasCover: false });
  return {
    ...full,
    language: 'ja',
    name: '佐藤 美咲',
    headline: '長く使われるものについて書き、残す価値のある本をつくっています。',
    intro: '文章の机とページの机、ふたつの机のあいだで十五年間働いてきました。手紙から始まった仕事がほとんどです。',
    location: '京都',
    status: '秋に二冊お引き受けできます',
    sections: full.sections.map((section) =>
      section.kind === 'about' ? { ...section, text: '京都の小さな印刷所の二階で生まれました。\n\n- 朝は書く\n- 夜は読む' } : section,
    ),
  };
}
