import { firstNameOf } from '@foyer/domain/person-name';
import type { Profile } from '@foyer/domain/profile';
import type { ComponentChildren } from 'preact';
import { AboutYou } from './about-you.tsx';
import { shownSections } from './shown-sections.ts';

interface Props {
  slug: string;
  managerId: string;
  profile: Profile;
  /** Of reCAPTCHA Enterprise, where the site asks for its word on first messages. */
  recaptchaKey?: string | undefined;
}

/**
 * Where a visitor writes: the message box before the first message, the composer of the thread after it. It is one form for both and
 * stays as the server made it, so that nothing moves or loses focus in between; the thread grows in `.thread`, above it.
 * Sent before its script is there, or without one, it goes to /api/forms, which answers with a page.
 */
export function MessageBox({ slug, managerId, profile, recaptchaKey }: Props) {
  const firstName = firstNameOf(profile.name);
  const topics = topicsOf(profile);
  const address = `/api/forms/conversations?slug=${slug}`;
  return (
    <section
      id="conversation"
      data-slug={slug}
      data-manager={managerId}
      data-name={firstName}
      data-recaptcha={recaptchaKey}
      aria-label={`Conversation with ${firstName}`}
    >
      <div class="talk">
        <p class="thread-head">
          You and <bdi>{firstName}</bdi>
        </p>
        <div class="thread" />
        <p class="notice" role="status" />
        <form class="composer" method="post" action={address}>
          <WritingSheet firstName={firstName}>
            <AboutYou>
              {topics.length > 0 && (
                <noscript>
                  <label>
                    <span>About</span>
                    <select name="section">
                      <option value="">Anything</option>
                      {topics.map(({ id, title }) => (
                        <option key={id} value={id}>
                          {title}
                        </option>
                      ))}
                    </select>
                  </label>
                </noscript>
              )}
            </AboutYou>
          </WritingSheet>
          <p class="box-note">
            No account needed. You will get a code to come back.{' '}
            <button type="button" class="quiet" name="code">
              I have a code
            </button>
            <noscript>
              <a href={address}>I have a code</a>
            </noscript>
          </p>
        </form>
      </div>
    </section>
  );
}

interface SheetProps {
  firstName: string;
  /** What was written there before. */
  text?: string | undefined;
  /** What comes between the text and its button. */
  children?: ComponentChildren;
}

/** The sheet to write on: a line that grows, and last its button. */
export function WritingSheet({ firstName, text, children }: SheetProps) {
  return (
    <div class="sheet">
      <div class="line">
        <textarea
          name="text"
          value={text}
          rows={1}
          placeholder={`Write to ${firstName}…`}
          aria-label={`Your message to ${firstName}`}
          dir="auto"
          autocomplete="off"
        />
      </div>
      {children}
      <button type="submit" class="send">
        Send
      </button>
    </div>
  );
}

/** What a visitor can ask about, in the page's order. */
function topicsOf(profile: Profile): { id: string; title: string }[] {
  return shownSections(profile).flatMap((section) => (section.kind === 'projects' || section.kind === 'services' ? section.items : []));
}
