import type { Tag } from '@foyer/domain/language';
import type { Pause } from '@foyer/domain/page-state';
import { firstNameOf } from '@foyer/domain/person-name';
import { previewOf } from '@foyer/domain/preview';
import type { Profile } from '@foyer/domain/profile';
import { openGraphImagePath } from './open-graph-image.ts';
import { pauseSentences } from './pause-sentences.ts';
import { personData } from './person-data.ts';
import { type SiteSpoken, siteHref, translationsOf } from './site-words.ts';
import type { Spoken } from './words.ts';

/** A page's description in `<head>`, one line each. */
export interface Head {
  title: string;
  description: string;
  /** The page's canonical address, absolute; absent for an answer that isn't a page. */
  address?: string;
  /** The preview image for links on other sites: absolute, 1200 by 630. */
  image?: { src: string; alt: string };
  /** The page in every language, absolute. English is the default for all others. */
  translations?: readonly { tag: Tag; href: string }[];
  isUnindexed?: boolean;
  /** Only on a person's page. */
  person?: PersonHead;
}

export interface PersonHead {
  /** In Open Graph's form: `pt_BR`. */
  locale: string;
  /** schema.org's ProfilePage as JSON, safe inside a script element. */
  data: string;
  /** The page in formats for programs. */
  alternates: readonly { type: string; href: string; title?: string }[];
}

/** Search results truncate longer ones: at about 60 and 155 letters. */
const TITLE_MAX = 70;
const DESCRIPTION_MAX = 155;

/** For the page at `slug` of a site at `origin`, in the page's language. Keeps search engines away until it is first published. */
export function profileHead(
  profile: Profile,
  spoken: Pick<Spoken, 'words' | 'locale'>,
  { origin, slug, isPublished = true, pause = null }: { origin: string; slug: string; isPublished?: boolean; pause?: Pause | null },
): Head {
  const { words } = spoken;
  const { name, headline, intro, reach } = profile;
  const notice = pause && { ...pause, sentences: pauseSentences(pause, firstNameOf(name), spoken) };
  const address = `${origin}/${slug}`;
  const full = headline === undefined ? name : `${name} · ${headline}`;
  const facts = [headline, intro].filter((fact) => fact !== undefined);
  return {
    title: full.length <= TITLE_MAX ? full : name,
    description: previewOf(facts.length > 0 ? facts.join(' ') : words.headDescription({ name: firstNameOf(name) }), DESCRIPTION_MAX),
    address,
    image: { src: origin + openGraphImagePath(slug, profile), alt: [name, headline].filter(Boolean).join('. ') },
    ...(reach.isIndexed && isPublished ? {} : { isUnindexed: true }),
    person: {
      locale: openGraphLocale(profile.language),
      data: JSON.stringify(personData(profile, { origin, address, notice })).replaceAll('<', '\\u003c'),
      alternates: [
        { type: 'application/json+oembed', href: `${origin}/oembed?format=json&url=${encodeURIComponent(address)}`, title: name },
        { type: 'text/vcard', href: `/${slug}.vcf` },
        { type: 'text/plain', href: `/${slug}/llms.txt` },
      ],
    },
  };
}

/** `pt-BR` gives `pt_BR`, `de` gives `de_DE`: Open Graph has no language without a country. A well-formed tag can still be invalid. */
function openGraphLocale(language: string): string {
  try {
    const { language: spoken, region } = new Intl.Locale(language).maximize();
    return region === undefined ? spoken : `${spoken}_${region}`;
  } catch {
    return 'en_US';
  }
}

/** For one of Foyer's own pages. The address is that of the language, if it has one. */
export function siteHead(page: SitePage, { tag, words, directory }: SiteSpoken, origin: string): Head {
  switch (page) {
    case 'front':
      return { title: words.title, description: words.description, ...placeOf('/', tag, origin) };
    case 'directory':
      return { title: directory.title, description: directory.description, ...placeOf('/directory', tag, origin), isUnindexed: true };
    case 'resume':
      return { title: words.resumeTitle, description: words.resumeDescription, isUnindexed: true };
    case 'api docs':
      return { title: words.apiTitle, description: words.apiDescription, isUnindexed: true };
    case 'not found':
      return { title: words.notFoundTitle, description: words.notFoundDescription };
  }
}

export type SitePage = 'front' | 'directory' | 'resume' | 'api docs' | 'not found';

function placeOf(path: string, tag: Tag, origin: string): Pick<Head, 'address' | 'translations'> {
  const translations = translationsOf(path).map((one) => ({ tag: one.tag, href: origin + one.href }));
  return { address: origin + siteHref(path, tag), ...(translations.length > 0 && { translations }) };
}
