import type { Answer } from '@foyer/domain/endpoint';
import type { verifyLinkEndpoint } from '@foyer/domain/manager';
import type { Profile } from '@foyer/domain/profile';
import { isSameLink } from '@foyer/domain/safe-link';
import type { Cloud } from '../cloud.ts';
import { isAccepted } from '../db.ts';
import { Problem } from '../http/problem.ts';
import { type FetchFault, fetchPage, UnreadPage } from '../outside/fetch-page.ts';
import { AGAIN, retrying } from '../retrying.ts';
import { formerOf } from './move-page.ts';

const FAULTS: Readonly<Record<FetchFault, 'link-forbidden' | 'link-unreachable' | 'link-unreadable' | 'link-elsewhere'>> = {
  forbidden: 'link-forbidden',
  unreachable: 'link-unreachable',
  unreadable: 'link-unreadable',
  elsewhere: 'link-elsewhere',
};

const RETRIES = { attempts: 5, giveUp: () => new Problem('busy', { retryAfterMs: 2000 }) };

/**
 * Stores whether the page behind a profile link links back with `rel=me`. An outdated mark is removed; one that cannot be checked stays.
 * Throws `no-page`, `link-unknown`, `link-forbidden`, `link-unreachable`, `link-unreadable`, `link-elsewhere` or `link-one-way`.
 */
export async function verifyLink(cloud: Cloud, managerId: string, url: string): Promise<Answer<typeof verifyLinkEndpoint>> {
  const table = await cloud.tables();
  const [manager, slugs] = await Promise.all([table.manager(managerId).get(), table.slugs().where('managerId', '==', managerId).get()]);
  const page = manager.data();
  if (!page) throw new Problem('no-page');
  if (!linksIn(page.profile).some((link) => isSameLink(link, url))) throw new Problem('link-unknown');
  const ownSlugs = [page.slug, ...formerOf(slugs.docs, cloud.now()).keys()];
  const ours = new Set(cloud.config.origins.flatMap((origin) => ownSlugs.map((slug) => `${origin}/${slug}`)));
  const read = await fetchPage(await cloud.outside(), url).catch(async (error: unknown) => {
    if (!(error instanceof UnreadPage)) throw error;
    if (error.fault === 'elsewhere') await remember(cloud, managerId, url, false);
    throw new Problem(FAULTS[error.fault]);
  });
  const { linksBack } = await import('./links-back.ts');
  const isMutual = linksBack(read, ours);
  const verifiedLinks = await remember(cloud, managerId, url, isMutual);
  if (!isMutual) throw new Problem('link-one-way');
  return { verifiedLinks };
}

/** The verified links that remain in a changed profile. */
export function stillVerified(profile: Profile, verifiedLinks: readonly string[] = []): string[] {
  const links = linksIn(profile);
  return verifiedLinks.filter((url) => links.some((link) => isSameLink(link, url)));
}

/** Seconds have passed since the profile was read, so this decides from the current one. */
async function remember(cloud: Cloud, managerId: string, url: string, isMutual: boolean): Promise<string[]> {
  const document = (await cloud.tables()).manager(managerId);
  return retrying(RETRIES, async () => {
    const manager = await document.get();
    const page = manager.data();
    if (!page || !manager.updateTime) throw new Problem('no-page');
    const others = (page.verifiedLinks ?? []).filter((link) => !isSameLink(link, url));
    const verifiedLinks = stillVerified(page.profile, isMutual ? [...others, url] : others);
    return (await isAccepted(document.update({ verifiedLinks }, { lastUpdateTime: manager.updateTime }))) ? verifiedLinks : AGAIN;
  });
}

function linksIn({ sections }: Profile): string[] {
  return sections.flatMap((section) => (section.kind === 'links' ? section.items.map(({ url }) => url) : []));
}
