import { embedIsland } from 'virtual:page-assets';
import { firstNameOf } from '@foyer/domain/person-name';
import { EmbedPage, type EmbedPageProps } from '@foyer/web/public-page/embed-page';
import { renderApart } from './apart.tsx';
import type { Rendered } from './document.tsx';

/** The message box as a document of its own, the same for everybody. */
export function renderEmbed(shown: EmbedPageProps): Rendered {
  const { profile } = shown;
  return renderApart({ title: `Write to ${firstNameOf(profile.name)}`, profile, script: embedIsland, body: <EmbedPage {...shown} /> });
}
