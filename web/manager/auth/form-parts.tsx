import type { ComponentChildren } from 'preact';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { words } from '../door-words.ts';

/** An error, announced by screen readers when it appears. */
export function FormFault({ fault }: { fault: string | null }) {
  return (
    <p role="alert" class={fault ? 'enter mb-4 rounded-lg bg-danger/10 px-3 py-2 text-sm text-pretty text-danger' : undefined}>
      {fault}
    </p>
  );
}

/** The email field of every form. Its value is kept when the person switches to another form. */
export function EmailField({ email, onEmail }: { email: string; onEmail(email: string): void }) {
  return (
    <Field
      label={words.email}
      type="email"
      name="email"
      autocomplete="username"
      required
      value={email}
      onInput={(event) => onEmail(event.currentTarget.value)}
    />
  );
}

export function EmailAddress({ email }: { email: string | null }) {
  return (
    <bdi dir="ltr" class="font-medium break-words text-ink">
      {email}
    </bdi>
  );
}

export function SubmitButton({ isBusy, children }: { isBusy: boolean; children: ComponentChildren }) {
  return (
    <Button type="submit" kind="primary" class="h-10 w-full text-base" aria-busy={isBusy} disabled={isBusy}>
      {children}
    </Button>
  );
}

/** A link to another form, inside a sentence. */
export function TextButton({ onClick, children }: { onClick(): void; children: ComponentChildren }) {
  return (
    <button
      type="button"
      onClick={onClick}
      class="rounded font-medium text-ink underline decoration-edge underline-offset-3 hover:decoration-ink pointer-coarse:py-3"
    >
      {children}
    </button>
  );
}
