import type { Pause } from '@foyer/domain/page-state';
import { firstNameOf } from '@foyer/domain/person-name';
import type { Profile } from '@foyer/domain/profile';
import { withNodes } from '@foyer/words/with-nodes';
import { AboutYou } from './about-you.tsx';
import { WritingSheet } from './message-box.tsx';
import { PauseNote } from './pause-note.tsx';
import { useSpoken } from './words.ts';

export interface EmbedPageProps {
  profile: Profile;
  slug: string;
  managerId: string;
  pause?: Pause | null | undefined;
  /** The key of reCAPTCHA Enterprise, if the site uses it for first messages. */
  recaptchaKey?: string | undefined;
}

/**
 * The message box alone, for a frame on another site. It accepts a first message and links to the page; it neither reads nor changes a
 * conversation that the browser already has, so clickjacking gains nothing. `method="dialog"`: only the script sends.
 */
export function EmbedPage({ profile, slug, managerId, pause, recaptchaKey }: EmbedPageProps) {
  const { words } = useSpoken();
  const firstName = firstNameOf(profile.name);
  if (pause) {
    return (
      <main class="apart framed">
        <PauseNote pause={pause} profile={profile} />
      </main>
    );
  }
  return (
    <main class="apart framed">
      <section
        id="conversation"
        data-slug={slug}
        data-manager={managerId}
        data-name={firstName}
        data-recaptcha={recaptchaKey}
        aria-label={words.writeTo({ name: firstName })}
      >
        <div class="thread" />
        <p class="notice" role="status" data-offline={words.seemOffline} />
        <p class="ways">
          <button type="button" class="quiet" name="again" hidden>
            {words.tryAgain}
          </button>
        </p>
        <form class="composer" method="dialog">
          <WritingSheet firstName={firstName}>
            <AboutYou />
          </WritingSheet>
          <p class="box-note">{words.noAccount}</p>
        </form>
        <div class="slip" tabIndex={-1} hidden>
          <p>
            <strong>{words.saveCode}</strong> {words.codeOpens}
          </p>
          <p class="code" translate={false} dir="ltr" />
          <p class="ways">
            <a class="act" href={`/${slug}`} target="_blank" rel="noopener">
              {words.continueConversation}
            </a>
          </p>
        </div>
        <noscript>
          <p>
            <a href={`/${slug}`} target="_blank" rel="noopener">
              {withNodes(words.writeTo, { name: <bdi>{firstName}</bdi> })}
            </a>
          </p>
        </noscript>
      </section>
    </main>
  );
}
