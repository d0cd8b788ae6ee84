import { changeProfileEndpoint } from '@foyer/domain/edit-profile';
import { claimPageEndpoint } from '@foyer/domain/manager';
import type { Profile } from '@foyer/domain/profile';
import { type Account, PASSWORD, signInAgain, someAccount } from '../support/account.ts';
import { emulators } from '../support/emulators.ts';
import { Visitor } from '../support/visitor.ts';

export interface PageOwner extends Account {
  slug: string;
  name: string;
  password: string;
}

let pages = 0;

/** Somebody who signed up, confirmed the address and claimed a page, all through the front door. */
export async function managerWithPage(name = 'Ada Moreau'): Promise<PageOwner> {
  const { hosting } = emulators();
  const account = await someAccount();
  const slug = `story-${process.pid}-${++pages}`;
  const { status } = await new Visitor((path, init) => fetch(hosting + path, init), hosting).raw(claimPageEndpoint.path, {
    method: 'PUT',
    body: JSON.stringify({ slug, name, headline: 'Essayist and book designer' }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${account.idToken}` },
  });
  if (status !== 200) throw new Error(`The page could not be claimed: ${status}`);
  // The claim ended the sign-in that it was made with.
  return { ...(await signInAgain(account)), slug, name, password: PASSWORD };
}

/** Publishes a whole profile for a manager whose page is new. */
export async function publishProfile({ idToken }: PageOwner, { version: _, ...changes }: Profile): Promise<void> {
  const { hosting } = emulators();
  const answer = await fetch(hosting + changeProfileEndpoint.path, {
    method: 'PATCH',
    body: JSON.stringify({ revision: 0, changes }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${idToken}`, origin: hosting },
  });
  if (!answer.ok) throw new Error(`The profile was not taken: ${await answer.text()}`);
}
