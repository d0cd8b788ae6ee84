import { embedBoxWords, embedIsland } from 'virtual:page-assets';
import { firstNameOf } from '@foyer/domain/person-name';
import { EmbedPage, type EmbedPageProps } from '@foyer/web/public-page/embed-page';
import { renderApart } from './apart.tsx';
import type { Rendered } from './document.tsx';
import { spokenOn } from './spoken.ts';

export function renderEmbed(shown: EmbedPageProps): Rendered {
  const { profile, pause } = shown;
  const { tag, words } = spokenOn(profile);
  return renderApart({
    title: words.writeTo({ name: firstNameOf(profile.name) }),
    profile,
    // A pause leaves nothing to send.
    ...(pause ? {} : { script: embedIsland, words: embedBoxWords[tag] }),
    body: <EmbedPage {...shown} />,
  });
}
