import type { ManagerDocument } from '@foyer/domain/manager';
import { type Pause, pauseAt } from '@foyer/domain/page-state';
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

/** The manager's public page, as far as the dashboard shows it. */
export interface Page {
  name: string;
  accent: string;
  /** Path of the image on this site. */
  portrait: string | null;
  /** Its address, in full and without the scheme. */
  href: string;
  address: string;
  slug: string;
  /** The published profile. */
  profile: Profile;
  /** Whether it was ever published. Until then it is only a name, hidden from search engines. */
  isPublished: boolean;
  /** Whether this is from the server, and not only from the local copy. */
  isFromServer: boolean;
  /** Sign-ins from before this have ended, in ms since 1970; 0 if they never were all ended. */
  signInsEndedAt: number;
  /** While new messages are paused. */
  pause: Pause | null;
  /** Whether the manager has taken the page offline. */
  isOffline: boolean;
  /** When the account will be deleted, if the manager asked for it, in ms since 1970. */
  deletionDueAt: number | null;
  /** The page's links, and which of them link back. */
  links: readonly { label: string; url: string; isVerified: boolean }[];
}

export interface OpenPage {
  /** `null` until it is loaded. */
  page: ReadonlySignal<Page | null>;
  /** Shows that the account will be deleted, in ms since 1970, until the document says so. */
  showDeletion(dueAt: number): void;
  close(): void;
}

/** Follows the page. */
export function openPage({ db, managerId }: Store): OpenPage {
  const page = signal<Page | null>(null);
  let askedDeletion: number | null = null;
  const close = relistening.document<ManagerDocument<Timestamp>>(db, paths.manager(managerId), {
    next(manager, isFromServer) {
      if (!manager) return;
      const { slug, verifiedLinks = [], deletionDueAt } = manager;
      if (deletionDueAt) askedDeletion = null;
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
        signInsEndedAt: manager.signInsEndedAt?.toMillis() ?? 0,
        pause: pauseAt(manager, Date.now()),
        isOffline: manager.offlineAt !== undefined,
        deletionDueAt: deletionDueAt?.toMillis() ?? askedDeletion,
        links: profile.sections.flatMap((section) =>
          section.kind === 'links' && !section.isHidden
            ? section.items.map(({ label, url }) => ({ label, url, isVerified: verifiedLinks.some((link) => isSameLink(link, url)) }))
            : [],
        ),
      };
    },
    // The inbox shows the failure; without the page's colour the dashboard works too.
    failed() {},
  });
  return {
    page,
    showDeletion(dueAt) {
      askedDeletion = dueAt;
      if (page.value) page.value = { ...page.value, deletionDueAt: dueAt };
    },
    close,
  };
}
