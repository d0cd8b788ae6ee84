import { EMAIL_MAX, NAME_MAX } from '@foyer/domain/limits';
import type { ComponentChildren } from 'preact';
import { useSpoken } from './words.ts';

interface Props {
  name?: string | undefined;
  email?: string | undefined;
  /** The id of the sentence that describes the email's error, if any. */
  emailFaultId?: string | undefined;
  children?: ComponentChildren;
}

/** What visitors can say about themselves with the first message. Stylesheets need the placeholders to detect empty fields. */
export function AboutYou({ name, email, emailFaultId, children }: Props) {
  const { words } = useSpoken();
  return (
    <div class="about-you">
      <label>
        <span>{words.yourName}</span>
        <input name="name" value={name} maxLength={NAME_MAX} placeholder={words.optional} autocomplete="name" />
      </label>
      <label>
        <span>{words.email}</span>
        <input
          name="email"
          type="email"
          value={email}
          maxLength={EMAIL_MAX}
          placeholder={words.optional}
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
