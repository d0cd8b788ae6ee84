import { Profile } from '@foyer/domain/profile';
import { plainTheme } from '@foyer/domain/theme';

interface Example {
  email: string;
  password: string;
  slug: string;
  profile: Profile;
}

const password = 'front-door-2026';

const ada = Profile.parse({
  version: 3,
  language: 'en',
  showsReplyTime: true,
  reach: { isIndexed: true, isListed: true, embedOrigins: [] },
  name: 'Ada Moreau',
  headline: 'I write essays about the things we keep, and design books worth keeping.',
  intro:
    'For sixteen years I have worked at two desks: one for sentences, one for the pages they end up on. Nearly everything I have made began with a letter from somebody I did not know yet.',
  location: 'Marseille',
  status: 'Taking on two books for the autumn',
  portrait: {
    src: '/examples/ada-moreau.svg',
    width: 800,
    height: 1000,
    alt: 'Print in blue and coral: Ada Moreau in profile, reading, her hair pinned up.',
  },
  sections: [
    {
      kind: 'projects',
      items: [
        {
          id: 'work-1',
          title: 'The Drawer of Keys',
          year: '2026',
          text: 'Eleven essays on objects that outlive their use. My grandmother left forty-one keys and two doors; the book began when I tried them all. Sewn, so that its 212 pages lie flat on a kitchen table.',
          link: 'https://books.example.com/the-drawer-of-keys',
        },
        {
          id: 'work-2',
          title: 'Salt Atlas',
          year: '2025',
          text: 'Nadia Ferhat’s recipes from seven harbours, set like sea charts. We chose the one paper in the warehouse that forgives oil, and we chose it by spilling oil.',
          link: 'https://books.example.com/salt-atlas',
        },
        {
          id: 'work-3',
          title: 'Letters to a Lighthouse',
          year: '2023',
          text: 'What the keepers of Planier wrote home between 1871 and 1934, edited with the departmental archive. Everything is set in one size, because nobody in a lighthouse shouts.',
          link: 'https://archive.example.org/planier',
        },
        {
          id: 'work-4',
          title: 'In Favour of Margins',
          year: '2021',
          text: 'Four thousand words in defence of empty space. The first editor asked me to cut it by half, which I took as agreement.',
          link: 'https://essays.example.org/margins',
        },
        {
          id: 'work-5',
          title: 'A Railway Herbarium',
          year: '2019',
          text: 'Plants pressed along the line from Aix to Briançon, each under the hour at which its train stops. Made in one winter with a botanist who never once said “nice”.',
        },
        {
          id: 'work-6',
          title: 'Nine Rooms',
          year: '2017',
          text: 'My first book, and still the one people write to me about. I would change the third room.',
        },
      ],
    },
    {
      kind: 'services',
      items: [
        {
          id: 'service-1',
          title: 'Book design',
          text: 'Format, type, paper, and the weeks at the printer’s. I take few books and stay until the last sheet is dry.',
          price: 'from €6,500',
        },
        {
          id: 'service-2',
          title: 'Essays and forewords',
          text: 'Commissioned pieces of 1,500 to 6,000 words. I go and look before I write, so please allow eight weeks.',
          price: '€1.10 a word',
        },
        {
          id: 'service-3',
          title: 'A second reading',
          text: 'One quiet week with your manuscript, then an honest letter of four or five pages. No tracked changes.',
          price: '€480',
        },
      ],
    },
    {
      kind: 'about',
      text: 'I was born in Arles, above a bicycle shop, and learned to read from its parts catalogues, which may explain the numbered chapters. I studied typography in Reading, came home for one summer, and stayed for the light and for a printer on Rue Sainte who let me sweep his floor until he let me set a page.\n\nMy essays are about ordinary things and the people who look after them: piano tuners, net menders, a woman who repairs umbrellas by post. They have appeared in magazines that pay in money and in one that pays in honey.\n\nI live with a sculptor and with a dog who is afraid of staplers. I do not have a telephone worth calling. A line is enough, and I would rather read a clumsy first sentence than a polished enquiry.',
    },
    {
      kind: 'links',
      items: [
        { id: 'link-1', label: 'All essays, by year', url: 'https://essays.example.org' },
        { id: 'link-2', label: 'Atelier Rue Sainte, our small press', url: 'https://ruesainte.example.com' },
        { id: 'link-3', label: '“The page as a room”, a talk of forty minutes', url: 'https://talks.example.org/the-page-as-a-room' },
        { id: 'link-4', label: 'Books I have lent and would like back', url: 'https://shelf.example.org/moreau/lent' },
        { id: 'link-5', label: 'Type specimens, free to print', url: 'https://specimens.example.com/moreau' },
      ],
    },
  ],
  theme: plainTheme('atelier', '#2c3fae'),
});

const tomas = Profile.parse({
  version: 3,
  language: 'en',
  showsReplyTime: true,
  reach: { isIndexed: true, isListed: true, embedOrigins: [] },
  name: 'Tomas Lindqvist',
  headline: 'Chairs, mostly. Eleven a year, from ash I can point to.',
  intro:
    'I make dining chairs and a few benches in a former dairy in Österlen. No nails, no stain, no showroom. Sit in one before you decide anything.',
  location: 'Brösarp, Skåne',
  status: 'Chair no. 174 is on the bench. Three places left for 2027.',
  portrait: {
    src: '/examples/tomas-lindqvist.svg',
    width: 800,
    height: 1000,
    alt: 'Print in green and ochre: Tomas Lindqvist, bearded, in a cap, one side of his face in shadow.',
  },
  sections: [
    {
      kind: 'projects',
      items: [
        {
          id: 'work-1',
          title: 'No. 148, the reading chair',
          year: '2024',
          text: 'For a woman who reads four hours a day and has a bad hip. The left arm is 14 mm higher than the right. You do not see it. She does.',
          link: 'https://log.example.com/chairs/148',
        },
        {
          id: 'work-2',
          title: 'The Ravlunda pews',
          year: '2023',
          text: 'Nineteen pews repaired, none replaced. I put my repairs on the side where you can see them, and dated them.',
          link: 'https://churches.example.org/ravlunda',
        },
        {
          id: 'work-3',
          title: 'Twelve for a fire station',
          year: '2022',
          text: 'They wanted chairs that survive people who stand up fast. Tested for a winter by throwing one down the stairs every Friday.',
          link: 'https://log.example.com/chairs/fire-station',
        },
        {
          id: 'work-4',
          title: 'No. 97',
          year: '2019',
          text: 'The first one I did not want to sell. It is in the kitchen.',
        },
      ],
    },
    {
      kind: 'services',
      items: [
        {
          id: 'service-1',
          title: 'A chair',
          text: 'You visit, you sit, I measure. Ready in five to seven months. Comes back to me for oil once, at no cost.',
          price: '14,800 kr',
        },
        {
          id: 'service-2',
          title: 'Repair',
          text: 'Any solid wood chair, whoever made it. I say no if glue is the only honest answer.',
          price: '650 kr an hour',
        },
        {
          id: 'service-3',
          title: 'Four days at the bench',
          text: 'Two people, one chair each, every March. Bring lunch and a sweater. You take the chair home.',
          price: '9,200 kr',
        },
      ],
    },
    {
      kind: 'about',
      text: 'I was a structural engineer for fourteen years. I calculated bridges I never walked across. Then my father’s chair broke, the one he had from his father, and I noticed that I wanted to know why more than I wanted to go to work.\n\nThe ash comes from two farms within nine kilometres. I fell in January, split by hand, and dry for three years. Each chair has its number and the tree’s number under the seat. If it ever fails, I want to know which of us it was.\n\nWrite about anything with legs. I answer in the evening, when the stove is out.',
    },
    {
      kind: 'links',
      items: [
        { id: 'link-1', label: 'The workshop log, since 2011', url: 'https://log.example.com' },
        { id: 'link-2', label: 'Which tree your chair was', url: 'https://log.example.com/trees' },
        { id: 'link-3', label: 'Drawings of no. 1 to 40, free', url: 'https://drawings.example.org/lindqvist' },
        { id: 'link-4', label: 'How to find the dairy', url: 'https://maps.example.org/brosarp-dairy' },
      ],
    },
  ],
  theme: plainTheme('garden', '#1f5c47'),
});

export const EXAMPLES: readonly Example[] = [
  { email: 'ada@example.com', password, slug: 'ada-moreau', profile: ada },
  { email: 'tomas@example.com', password, slug: 'tomas-lindqvist', profile: tomas },
];
