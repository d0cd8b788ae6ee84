import { visitorUid } from '@foyer/domain/paths';
import { nanoid } from 'nanoid';
import { auth, PASSWORD } from './account.ts';
import type { Visitor } from './visitor.ts';
import { visitorIdToken } from './visitor-account.ts';

export const freshAddress = (): string =>
  `victim-${nanoid()
    .toLowerCase()
    .replace(/[^a-z0-9]/g, 'x')}@example.com`;

/** Has a visitor write on a page and link someone's email address to their Auth user, as anyone with their token can. */
export async function linkAddress(visitor: Visitor, slug: string, email: string): Promise<{ uid: string; conversationId: string }> {
  const { body } = await visitor.start(slug);
  await auth('accounts:signUp', { idToken: await visitorIdToken(body.token), email, password: PASSWORD, returnSecureToken: true });
  return { uid: visitorUid(body.conversation.id), conversationId: body.conversation.id };
}
