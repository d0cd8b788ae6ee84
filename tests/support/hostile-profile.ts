import { LINES_MAX } from '@foyer/domain/limits';
import { Profile } from '@foyer/domain/profile';
import { ITEMS_MAX, WORDS_MAX } from '@foyer/domain/profile-parts';
import { fullProfile } from './full-profile.ts';

/** Pieces that are difficult for Markdown parsers, to repeat and mix. */
const PIECES = [
  ...['>', '- ', '+ ', '* ', '1. ', '99. ', '> - ', '\n> ', '\n- ', '\n  - ', '\n    - ', '\n      - '],
  ...['\n', '\n\n', '  ', '    ', '\t', '  \n', '*', '_', '**', '*a', '_a', '*a_', '***', '`', '``', '~~~', '|'],
  ...['[', ']', '![', '](b)', '(', ')', '[a](b)', '[a]', '\n[', "('", '](<', '[a]: b\n', '\n[a]: ', 'https://', '<https://a.b>'],
  ...['<', '<a ', '<!--', '<![CDATA[', '<?', '&', '&amp;', '\\', '#', '# ', '=', '---', '"', 'a', 'word ', '漢', 'words without any mark '],
];

/** Texts of the maximum length, each of one to four pieces in some order. The same seed gives the same texts. */
export function hostileTexts(seed: number): (length: number) => string {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
  return (length) => {
    const mine = Array.from({ length: 1 + random(4) }, () => PIECES[random(PIECES.length)] ?? '');
    const filler = 'x'.repeat(random(24));
    let text = 'a';
    while (text.length < length) text += (random(2) === 0 ? mine.join('') : (mine[random(mine.length)] ?? '')) + filler;
    const lines = text.slice(0, length).split('\n').slice(0, LINES_MAX);
    return `${lines
      .join('\n')
      .trimEnd()
      .slice(0, length - 1)}.`;
  };
}

export function largestProfile(text: (length: number) => string): Profile {
  const list = <T>(kind: keyof typeof ITEMS_MAX, item: (id: string) => T) =>
    Array.from({ length: ITEMS_MAX[kind] }, (_, index) => item(`${kind}-${index}`));
  const line = (length: number) => text(length).replace(/\s+/g, ' ').trim();
  const image = (id: string) => ({ src: `/examples/${id}.svg`, width: 1600, height: 900, alt: line(60) });
  return Profile.parse({
    ...fullProfile('card'),
    name: line(WORDS_MAX.name),
    headline: line(WORDS_MAX.headline),
    intro: text(WORDS_MAX.intro),
    sections: [
      {
        kind: 'projects',
        items: list('projects', (id) => ({
          id,
          title: line(WORDS_MAX.title),
          text: text(WORDS_MAX.text),
          image: image(id),
          link: `https://example.com/${id}`,
        })),
      },
      { kind: 'services', items: list('services', (id) => ({ id, title: line(WORDS_MAX.title), text: text(WORDS_MAX.text) })) },
      { kind: 'about', text: text(WORDS_MAX.about) },
      { kind: 'experience', items: list('experience', (id) => ({ id, role: line(WORDS_MAX.title), text: text(WORDS_MAX.text) })) },
      { kind: 'skills', items: list('skills', (id) => ({ id, name: line(WORDS_MAX.skill) })) },
      { kind: 'gallery', items: list('gallery', (id) => ({ id, image: image(id), caption: line(WORDS_MAX.caption) })) },
      { kind: 'testimonials', items: list('testimonials', (id) => ({ id, text: text(WORDS_MAX.text), name: line(WORDS_MAX.name) })) },
      { kind: 'faq', items: list('faq', (id) => ({ id, question: line(WORDS_MAX.question), answer: text(WORDS_MAX.answer) })) },
      { kind: 'now', text: text(WORDS_MAX.now) },
      { kind: 'links', items: list('links', (id) => ({ id, label: line(WORDS_MAX.label), url: `https://example.com/${id}` })) },
    ],
  });
}
