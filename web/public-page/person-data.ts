import type { Profile } from '@foyer/domain/profile';
import { safeLink } from '@foyer/domain/safe-link';
import { pictureAddress } from './picture-address.ts';
import { shownSections } from './shown-sections.ts';

/** schema.org's ProfilePage of a person: nothing that the page does not show. */
export function personData(profile: Profile, { origin, address }: { origin: string; address: string }): object {
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
    },
  };
}

/** The canonical addresses of where else this person is on the web, as the page shows it. */
export function linksOf(profile: Profile): string[] {
  const urls = shownSections(profile).flatMap((section) => (section.kind === 'links' ? section.items.map(({ url }) => url) : []));
  return urls.flatMap((url) => safeLink(url) ?? []).filter((url) => url.startsWith('https://'));
}
