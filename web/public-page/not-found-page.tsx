import { RESUME_PATH } from '@foyer/domain/resume-code';
import { Doorway } from './doorway.tsx';
import { siteHref, useSite } from './site-words.ts';

export function NotFoundPage() {
  const { tag, words } = useSite();
  return (
    <main class="plain">
      <Doorway isOpen={false} />
      <div>
        <h1>{words.notFoundHeading}</h1>
        <p>{words.notFound}</p>
        <p class="plain-ways">
          {/* For a browser with a conversation at this address (web/visitor/talk/unknown-page.ts). */}
          <a href="/api/forms/conversations" data-conversation hidden>
            {words.backToConversation}
          </a>
          <a href={siteHref(RESUME_PATH, tag)}>{words.haveCode}</a>
          <a href={siteHref('/', tag)}>{words.whatIsFoyer}</a>
        </p>
      </div>
    </main>
  );
}
