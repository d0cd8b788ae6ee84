import { EMAIL_MAX, NAME_MAX } from '@foyer/domain/limits';
import type { ComponentChildren } from 'preact';

interface Props {
  /** What was given before. */
  name?: string | undefined;
  email?: string | undefined;
  /** The id of the sentence that says what is wrong with the email, if something is. */
  emailFaultId?: string | undefined;
  children?: ComponentChildren;
}

/** What visitors may say of themselves with the first message. */
export function AboutYou({ name, email, emailFaultId, children }: Props) {
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
          placeholder="if you like"
          autocomplete="email"
          aria-invalid={emailFaultId !== undefined || undefined}
          aria-describedby={emailFaultId}
          autofocus={emailFaultId !== undefined}
        />
      </label>
      {children}
    </div>
  );
}
