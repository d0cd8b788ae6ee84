import { paths, visitorUid } from '@foyer/domain/paths';
import { z } from 'zod';
import type { Deployment, Google } from '../google/google.ts';
import { type Finding, mend, unknown } from './finding.ts';

const HOST = 'identitytoolkit.googleapis.com';
const User = z.object({
  localId: z.string(),
  email: z.string().optional(),
  phoneNumber: z.string().optional(),
  passwordHash: z.string().optional(),
  providerUserInfo: z.array(z.unknown()).default([]),
});
const Page = z.object({ users: z.array(User).default([]), nextPageToken: z.string().optional() });
const PAGE_SIZE = 1000;
/** 100,000 accounts. Every conversation that was ever read live has one. */
const MAX_PAGES = 100;
/** Users per delete request and per finding. */
const SHOWN = 50;

/**
 * Checks that no visitor's user has an address, a password or a provider. With one, the owner of that address would sign in to a uid
 * whose tokens the visitor can get.
 */
export async function linkedVisitors(google: Google, { projectId }: Deployment): Promise<Finding[]> {
  const linked: string[] = [];
  let token = '';
  for (let pages = 0; pages < MAX_PAGES; pages++) {
    const from = token && `&nextPageToken=${encodeURIComponent(token)}`;
    const page = await google.get(HOST, `v1/projects/${projectId}/accounts:batchGet?maxResults=${PAGE_SIZE}${from}`, Page);
    linked.push(...(page?.users ?? []).filter(isLinkedVisitor).map(({ localId }) => localId));
    token = page?.nextPageToken ?? '';
    if (!token || !page?.users.length) return [...told(linked, projectId), ...(await pagesOf(linked, google, projectId))];
  }
  return [
    ...told(linked, projectId),
    ...(await pagesOf(linked, google, projectId)),
    unknown(`Only the first ${MAX_PAGES * PAGE_SIZE} accounts were checked.`),
  ];
}

/** Someone who signed in with a linked address could have claimed a page with that user. */
async function pagesOf(linked: readonly string[], google: Google, projectId: string): Promise<Finding[]> {
  const found = linked.slice(0, SHOWN).map(async (uid) => {
    const path = `v1/projects/${projectId}/databases/(default)/documents/${paths.manager(uid)}`;
    if ((await google.get('firestore.googleapis.com', path, z.looseObject({}))) === null) return [];
    return [
      mend(
        `The page ${paths.manager(uid)} was claimed with a visitor's user, so that visitor could have read its inbox. Tell its owner. When you delete the user, they lose the page; they can sign up again with their address and claim another one.`,
      ),
    ];
  });
  return (await Promise.all(found)).flat();
}

function isLinkedVisitor({ localId, email, phoneNumber, passwordHash, providerUserInfo }: z.output<typeof User>): boolean {
  const isLinked = [email, phoneNumber, passwordHash].some((text) => text) || providerUserInfo.length > 0;
  return localId.startsWith(visitorUid('')) && isLinked;
}

function told(linked: readonly string[], projectId: string): Finding[] {
  if (linked.length === 0) return [];
  const body = JSON.stringify({ localIds: linked.slice(0, SHOWN), force: true });
  const count = linked.length === 1 ? '1 visitor has' : `${linked.length} visitors have`;
  const rest = linked.length > SHOWN ? ` Run the doctor again for the other ${linked.length - SHOWN}.` : '';
  return [
    mend(
      `${count} an address, a password or a provider linked to their user, and could take over the account of the person who signs in with it. Delete these users; their conversations stay: \`curl -X POST https://${HOST}/v1/projects/${projectId}/accounts:batchDelete -H "Authorization: Bearer $(gcloud auth print-access-token)" -H "x-goog-user-project: ${projectId}" -H "Content-Type: application/json" -d '${body}'\`.${rest}`,
    ),
  ];
}
