import { EMAIL_MAX, NAME_MAX } from '@foyer/domain/limits';
import { firstNameOf } from '@foyer/domain/person-name';

/** The API's own idea of an email address (zod's), so that the browser says what is wrong before anything is sent. */
const EMAIL_PATTERN = "[A-Za-z0-9_'+\\-.]*[A-Za-z0-9_+\\-]@([A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}";

interface Props {
  slug: string;
  managerId: string;
  name: string;
  /** Of reCAPTCHA Enterprise, where the site asks for its word on first messages. */
  recaptchaKey?: string | undefined;
}

/**
 * Where a visitor writes: the message box before the first message, the composer of the thread after it. It is one form for both and
 * stays as the server made it, so that nothing moves or loses focus in between; the thread grows in `.thread`, above it.
 * `method="dialog"` makes the form inert: sent before its script is there, it would put the message into the page's address.
 */
export function MessageBox({ slug, managerId, name, recaptchaKey }: Props) {
  const firstName = firstNameOf(name);
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
        <form class="composer" method="dialog">
          <div class="sheet">
            <div class="line">
              <textarea
                name="text"
                rows={1}
                placeholder={`Write to ${firstName}…`}
                aria-label={`Your message to ${firstName}`}
                dir="auto"
                autocomplete="off"
              />
              <button type="submit" class="send">
                Send
              </button>
            </div>
            <div class="about-you">
              <label>
                <span>Your name</span>
                <input name="name" maxLength={NAME_MAX} placeholder="if you like" autocomplete="name" dir="auto" />
              </label>
              <label>
                <span>Email</span>
                <input
                  name="email"
                  type="email"
                  maxLength={EMAIL_MAX}
                  pattern={EMAIL_PATTERN}
                  title="An address like ada@example.org"
                  placeholder="if you like"
                  autocomplete="email"
                />
              </label>
            </div>
          </div>
          <p class="box-note">
            No account needed. You will get a code to come back.{' '}
            <button type="button" class="quiet" name="code">
              I have a code
            </button>
          </p>
        </form>
      </div>
      <noscript>
        <p class="box-note">To write to {firstName} here, please allow JavaScript for this page.</p>
      </noscript>
    </section>
  );
}
