import type { ManagerDocument } from '@foyer/domain/manager';
import { paths } from '@foyer/domain/paths';
import { smallestFile } from '@foyer/domain/picture-files';
import type { Profile } from '@foyer/domain/profile';
import { migrateProfile } from '@foyer/domain/profile-versions';
import { isPublished } from '@foyer/domain/published';
import { isSameLink } from '@foyer/domain/safe-link';
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Timestamp } from 'firebase/firestore';
import { relistening } from '../../lib/relistening.ts';
import type { Store } from '../firebase/store.ts';

/** The manager's own public page, as far as the dashboard shows it. */
export interface Page {
  name: string;
  accent: string;
  /** The picture's address on this site, if there is one. */
  portrait: string | null;
  /** Where it is, in full and as one says it. */
  href: string;
  address: string;
  slug: string;
  /** As it is published. */
  profile: Profile;
  /** Whether it was ever published; until then it is only a name at an address, and search engines are kept away. */
  isPublished: boolean;
  /** Whether the server has said so, and not only the copy of it on this machine. */
  isFromServer: boolean;
  /** Where else this person is on the web, as the page shows it, and which of these link back. */
  links: readonly { label: string; url: string; isVerified: boolean }[];
}

/** Follows the page. `null` until it is known. */
export function openPage({ db, managerId }: Store): { page: ReadonlySignal<Page | null>; close(): void } {
  const page = signal<Page | null>(null);
  const close = relistening.document<ManagerDocument<Timestamp>>(db, paths.manager(managerId), {
    next(manager, isFromServer) {
      if (!manager) return;
      const { slug, verifiedLinks = [] } = manager;
      const profile = migrateProfile(manager.profile);
      page.value = {
        name: profile.name,
        accent: profile.theme.accent,
        portrait: profile.portrait ? smallestFile(profile.portrait) : null,
        href: `${location.origin}/${slug}`,
        address: `${location.host}/${slug}`,
        slug,
        profile,
        isPublished: isPublished(manager),
        isFromServer,
        links: profile.sections.flatMap((section) =>
          section.kind === 'links' && !section.isHidden
            ? section.items.map(({ label, url }) => ({ label, url, isVerified: verifiedLinks.some((link) => isSameLink(link, url)) }))
            : [],
        ),
      };
    },
    // The inbox says it when reading fails; without the page's own colour it goes on.
    failed() {},
  });
  return { page, close };
}
