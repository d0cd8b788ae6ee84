import { firstNameOf } from '@foyer/domain/person-name';
import { previewOf } from '@foyer/domain/preview';
import type { Profile } from '@foyer/domain/profile';
import { openGraphImagePath } from './open-graph-image.ts';
import { personData } from './person-data.ts';

/** What a page says of itself in `<head>`: one line each. */
export interface Head {
  title: string;
  description: string;
  /** The page's one address, absolute. A page that is none has none. */
  address?: string;
  /** What networks show beside a link to it, absolute, 1200 by 630. */
  image?: { src: string; alt: string };
  /** Not for search engines. */
  isUnindexed?: boolean;
  /** Of a person's page. */
  person?: PersonHead;
}

export interface PersonHead {
  /** As Open Graph writes it: `pt_BR`. */
  locale: string;
  /** schema.org's ProfilePage as JSON, safe between script tags. */
  data: string;
  /** The page as programs ask for it. */
  alternates: readonly { type: string; href: string; title?: string }[];
}

/** Search results cut longer ones: about 60 and 155 letters. */
const TITLE_MAX = 70;
const DESCRIPTION_MAX = 155;

/** Of the page at `slug` of a site at `origin`. One that was never published is kept from search engines. */
export function profileHead(
  profile: Profile,
  { origin, slug, isPublished = true }: { origin: string; slug: string; isPublished?: boolean },
): Head {
  const { name, headline, intro, reach } = profile;
  const address = `${origin}/${slug}`;
  const full = headline === undefined ? name : `${name} · ${headline}`;
  const facts = [headline, intro].filter((fact) => fact !== undefined);
  return {
    title: full.length <= TITLE_MAX ? full : name,
    description: previewOf(facts.length > 0 ? facts.join(' ') : `Write to ${firstNameOf(name)}. No account needed.`, DESCRIPTION_MAX),
    address,
    image: { src: origin + openGraphImagePath(slug, profile), alt: [name, headline].filter(Boolean).join('. ') },
    ...(reach.isIndexed && isPublished ? {} : { isUnindexed: true }),
    person: {
      locale: openGraphLocale(profile.language),
      data: JSON.stringify(personData(profile, { origin, address })).replaceAll('<', '\\u003c'),
      alternates: [
        { type: 'application/json+oembed', href: `${origin}/oembed?format=json&url=${encodeURIComponent(address)}`, title: name },
        { type: 'text/vcard', href: `/${slug}.vcf` },
        { type: 'text/plain', href: `/${slug}/llms.txt` },
      ],
    },
  };
}

/** `pt-BR` as `pt_BR`, and `de` as `de_DE`: Open Graph knows no language without a country. A tag of the right form can still be none. */
function openGraphLocale(language: string): string {
  try {
    const { language: spoken, region } = new Intl.Locale(language).maximize();
    return region === undefined ? spoken : `${spoken}_${region}`;
  } catch {
    return 'en_US';
  }
}

export const notFoundHead: Head = {
  title: 'No page here',
  description: 'There is no page at this address.',
};

export const frontHead: Head = {
  title: 'Foyer, a personal front door',
  description: 'A page of your own where anybody can write to you, without an account and without your email address.',
};

export const directoryHead: Head = {
  title: 'Directory · Foyer',
  description: 'People whose pages stand open: write to them without an account.',
};

export const resumeHead: Head = {
  title: 'I have a code · Foyer',
  description: 'Continue a conversation with the code you got when you first wrote.',
  isUnindexed: true,
};

export const apiDocsHead: Head = {
  title: 'API reference · Foyer',
  description: 'Every operation of the Foyer API, with its fields, answers and errors.',
  isUnindexed: true,
};
