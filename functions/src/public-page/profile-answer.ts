import type { ReplyTime } from '@foyer/domain/availability';
import { dayAt } from '@foyer/domain/days';
import { pauseAt, secondsFresh } from '@foyer/domain/page-state';
import { isPublished } from '@foyer/domain/published';
import { profileHead } from '@foyer/web/public-page/head';
import { publicKeys, siteOrigin } from '../config.ts';
import type { StoredManager } from '../db.ts';
import type { FoundManager } from '../managers/find-manager.ts';
import { type PublicAnswer, pageAnswer } from './answers.ts';
import { renderProfile } from './document.tsx';
import { renderEmbed } from './embed.tsx';
import { spokenOn } from './spoken.ts';

/** A cache key of everything that a manager's page depends on: the stored document, and what changes with time. */
export function profileKey({ managerId, manager, version }: FoundManager, nowMs: number): string {
  return [
    'page',
    managerId,
    version,
    dayAt(nowMs, manager.profile.timeZone),
    knownReplyTime(manager, nowMs),
    isPaused(manager, nowMs),
  ].join(' ');
}

export function profileAnswer({ managerId, manager }: FoundManager, nowMs: number): PublicAnswer {
  const { profile, slug, verifiedLinks = [] } = manager;
  const pause = pauseAt(manager, nowMs);
  const head = profileHead(profile, spokenOn(profile), { origin: siteOrigin(), slug, isPublished: isPublished(manager), pause });
  const page = renderProfile(head, {
    profile,
    facts: { replyTime: knownReplyTime(manager, nowMs), today: dayAt(nowMs, profile.timeZone), verified: verifiedLinks },
    slug,
    managerId,
    pause,
    recaptchaKey: publicKeys().recaptchaKey ?? undefined,
  });
  return pageAnswer(page, { isUnindexed: head.isUnindexed });
}

export function embedKey({ managerId, manager, version }: FoundManager, nowMs: number): string {
  return ['embed', managerId, version, isPaused(manager, nowMs)].join(' ');
}

export function embedAnswer({ managerId, manager }: FoundManager, nowMs: number): PublicAnswer {
  const { profile, slug } = manager;
  const page = renderEmbed({
    profile,
    slug,
    managerId,
    pause: pauseAt(manager, nowMs),
    recaptchaKey: publicKeys().recaptchaKey ?? undefined,
  });
  return pageAnswer(page, { isUnindexed: true, embedOrigins: profile.reach.embedOrigins });
}

/** How long the CDN may cache anything that says whether a page takes messages. */
export function freshFor(manager: StoredManager, nowMs: number): number {
  return secondsFresh(pauseAt(manager, nowMs), nowMs);
}

function isPaused(manager: StoredManager, nowMs: number): boolean {
  return pauseAt(manager, nowMs) !== null;
}

/** `null` once the stored reply time has expired. */
function knownReplyTime({ replyTime }: StoredManager, nowMs: number): ReplyTime | null {
  return replyTime && replyTime.until.toMillis() > nowMs ? replyTime.usually : null;
}
