import { EMAIL_MAX, NAME_MAX } from '@foyer/domain/limits';
import type { ComponentChildren } from 'preact';

/** Beyond what a browser asks of an address by itself: it ends as an address in the world does. The API looks closer. */
const EMAIL_PATTERN = '.+\\.[A-Za-z]{2,}';

interface Props {
  /** What was given before. */
  name?: string | undefined;
  email?: string | undefined;
  children?: ComponentChildren;
}

/** What visitors may say of themselves with the first message. */
export function AboutYou({ name, email, children }: Props) {
  return (
    <div class="about-you">
      <label>
        <span>Your name</span>
        <input name="name" value={name} maxLength={NAME_MAX} placeholder="if you like" autocomplete="name" dir="auto" />
      </label>
      <label>
        <span>Email</span>
        <input
          name="email"
          type="email"
          value={email}
          maxLength={EMAIL_MAX}
          pattern={EMAIL_PATTERN}
          title="An address like ada@example.org"
          placeholder="if you like"
          autocomplete="email"
        />
      </label>
      {children}
    </div>
  );
}
