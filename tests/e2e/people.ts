import { claimPageEndpoint } from '@foyer/domain/manager';
import { type Account, PASSWORD, someAccount } from '../support/account.ts';
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
  return { ...account, slug, name, password: PASSWORD };
}
