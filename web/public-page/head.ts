import { firstNameOf } from '@foyer/domain/person-name';
import type { Profile } from '@foyer/domain/profile';
import { previewOf } from '@foyer/domain/text';

/** What a page says of itself in `<head>`: one line each. */
export interface Head {
  title: string;
  description: string;
}

/** Search results cut longer ones: about 60 and 155 letters. */
const TITLE_MAX = 70;
const DESCRIPTION_MAX = 155;

export function profileHead(profile: Profile): Head {
  const { name, headline, intro } = profile;
  const full = headline === undefined ? name : `${name} · ${headline}`;
  const facts = [headline, intro].filter((fact) => fact !== undefined);
  return {
    title: full.length <= TITLE_MAX ? full : name,
    description: previewOf(facts.length > 0 ? facts.join(' ') : `Write to ${firstNameOf(name)}. No account needed.`, DESCRIPTION_MAX),
  };
}

export const notFoundHead: Head = {
  title: 'No page here',
  description: 'There is no page at this address.',
};

export const frontHead: Head = {
  title: 'Foyer, a personal front door',
  description: 'A page of your own where anybody can write to you, without an account and without your email address.',
};
