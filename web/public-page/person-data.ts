import type { Pause } from '@foyer/domain/page-state';
import type { Profile } from '@foyer/domain/profile';
import { safeLink } from '@foyer/domain/safe-link';
import { pictureAddress } from './picture-address.ts';
import { shownSections } from './shown-sections.ts';

interface Where {
  origin: string;
  address: string;
  /** While new messages are paused: what the page says about it. */
  notice?: (Pause & { sentences: readonly string[] }) | null;
}

/** schema.org's ProfilePage of a person. Contains nothing that the page doesn't show. */
export function personData(profile: Profile, { origin, address, notice }: Where): object {
  const { name, headline, intro, location, portrait, language } = profile;
  const description = [headline, intro].filter((fact) => fact !== undefined).join(' ');
  const links = linksOf(profile);
  const skills = shownSections(profile).flatMap((section) => (section.kind === 'skills' ? section.items.map((skill) => skill.name) : []));
  return {
    '@context': 'https://schema.org',
    '@type': 'ProfilePage',
    url: address,
    inLanguage: language,
    mainEntity: {
      '@type': 'Person',
      '@id': `${address}#person`,
      name,
      url: address,
      ...(description === '' ? {} : { description }),
      ...(portrait === undefined ? {} : { image: pictureAddress(origin, portrait) }),
      ...(location === undefined ? {} : { homeLocation: { '@type': 'Place', name: location } }),
      ...(skills.length === 0 ? {} : { knowsAbout: skills }),
      ...(links.length === 0 ? {} : { sameAs: links }),
      ...(notice ? { contactPoint: closedContact(address, notice) } : {}),
    },
  };
}

/** Equal opening and closing times mean closed all day (developers.google.com, local business). Without an end, until further notice. */
function closedContact(url: string, { sentences, until }: NonNullable<Where['notice']>): object {
  return {
    '@type': 'ContactPoint',
    url,
    description: sentences.join(' '),
    hoursAvailable: {
      '@type': 'OpeningHoursSpecification',
      opens: '00:00',
      closes: '00:00',
      ...(until === null ? {} : { validThrough: new Date(until).toISOString() }),
    },
  };
}

/** The canonical addresses of the person's other pages on the web, as the page shows them. */
export function linksOf(profile: Profile): string[] {
  const urls = shownSections(profile).flatMap((section) => (section.kind === 'links' ? section.items.map(({ url }) => url) : []));
  return urls.flatMap((url) => safeLink(url) ?? []).filter((url) => url.startsWith('https://'));
}
