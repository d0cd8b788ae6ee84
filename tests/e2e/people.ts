import { changeProfileEndpoint, type ProfileChanges } from '@foyer/domain/edit-profile';
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

/** A manager who signed up, confirmed the address, claimed a page and published it unchanged, all through the public endpoints. */
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
  // The claim ended the session in which it was made.
  const owner = { ...(await signInAgain(account)), slug, name, password: PASSWORD };
  await publish(owner, 0, {});
  return owner;
}

/** Publishes a whole profile for a manager whose page is new. */
export async function publishProfile(owner: PageOwner, { version: _, ...changes }: Profile): Promise<void> {
  await publish(owner, 1, changes);
}

async function publish({ idToken }: PageOwner, revision: number, changes: ProfileChanges): Promise<void> {
  const { hosting } = emulators();
  const answer = await fetch(hosting + changeProfileEndpoint.path, {
    method: 'PATCH',
    body: JSON.stringify({ revision, changes }),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${idToken}`, origin: hosting },
  });
  if (!answer.ok) throw new Error(`The profile was not taken: ${await answer.text()}`);
}
