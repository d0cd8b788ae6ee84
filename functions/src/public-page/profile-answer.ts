import type { ReplyTime } from '@foyer/domain/availability';
import { dayAt } from '@foyer/domain/days';
import { isPublished } from '@foyer/domain/published';
import { profileHead } from '@foyer/web/public-page/head';
import { publicKeys } from '../config.ts';
import type { StoredManager } from '../db.ts';
import type { FoundManager } from '../managers/find-manager.ts';
import { type PublicAnswer, pageAnswer, siteOrigin } from './answers.ts';
import { renderProfile } from './document.tsx';
import { renderEmbed } from './embed.tsx';

/** Everything that a manager's page depends on: their document as it is stored, and what changes with time. */
export function profileKey({ managerId, manager, version }: FoundManager, nowMs: number): string {
  return ['page', managerId, version, dayAt(nowMs, manager.profile.timeZone), knownReplyTime(manager, nowMs)].join(' ');
}

/** Renders a manager's page. */
export function profileAnswer({ managerId, manager }: FoundManager, nowMs: number): PublicAnswer {
  const { profile, slug, verifiedLinks = [] } = manager;
  const head = profileHead(profile, { origin: siteOrigin(), slug, isPublished: isPublished(manager) });
  const page = renderProfile(head, {
    profile,
    facts: { replyTime: knownReplyTime(manager, nowMs), today: dayAt(nowMs, profile.timeZone), verified: verifiedLinks },
    slug,
    managerId,
    recaptchaKey: publicKeys().recaptchaKey ?? undefined,
  });
  return pageAnswer(page, { isUnindexed: head.isUnindexed });
}

/** Renders the message box for a frame on another site. */
export function embedAnswer({ managerId, manager: { profile, slug } }: FoundManager): PublicAnswer {
  const page = renderEmbed({ profile, slug, managerId, recaptchaKey: publicKeys().recaptchaKey ?? undefined });
  return pageAnswer(page, { isUnindexed: true, embedOrigins: profile.reach.embedOrigins });
}

/** What old replies say is over at some time. */
function knownReplyTime({ replyTime }: StoredManager, nowMs: number): ReplyTime | null {
  return replyTime && replyTime.until.toMillis() > nowMs ? replyTime.usually : null;
}
