import { firstNameOf } from '@foyer/domain/person-name';
import type { Profile } from '@foyer/domain/profile';
import { AboutYou } from './about-you.tsx';
import { WritingSheet } from './message-box.tsx';

export interface EmbedPageProps {
  profile: Profile;
  slug: string;
  managerId: string;
  /** Of reCAPTCHA Enterprise, where the site asks for its word on first messages. */
  recaptchaKey?: string | undefined;
}

/**
 * The message box alone, for a frame on another site. It takes a first message and shows the way on; nothing here reads or changes a
 * conversation that the browser has already, so there is nothing for which a click could be stolen. `method="dialog"`: only the script sends.
 */
export function EmbedPage({ profile, slug, managerId, recaptchaKey }: EmbedPageProps) {
  const firstName = firstNameOf(profile.name);
  return (
    <main class="apart framed">
      <section
        id="conversation"
        data-slug={slug}
        data-manager={managerId}
        data-name={firstName}
        data-recaptcha={recaptchaKey}
        aria-label={`Write to ${firstName}`}
      >
        <div class="thread" />
        <p class="notice" role="status" />
        <p class="ways">
          <button type="button" class="quiet" name="again" hidden>
            Try again
          </button>
        </p>
        <form class="composer" method="dialog">
          <WritingSheet firstName={firstName}>
            <AboutYou />
          </WritingSheet>
          <p class="box-note">No account needed. You will get a code to come back.</p>
        </form>
        <div class="slip" tabIndex={-1} hidden>
          <p>
            <strong>Your code to come back.</strong> It opens this conversation on any device. Nobody can look it up for you, so keep it
            somewhere: this frame forgets it.
          </p>
          <p class="code" translate={false} />
          <p class="ways">
            <a class="act" href={`/${slug}`} target="_blank" rel="noopener">
              Go on with the conversation
            </a>
          </p>
        </div>
        <noscript>
          <p>
            <a href={`/${slug}`} target="_blank" rel="noopener">
              Write to <bdi>{firstName}</bdi>
            </a>
          </p>
        </noscript>
      </section>
    </main>
  );
}
