import type { ComponentChildren } from 'preact';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';

/** What went wrong, read out when it appears. */
export function FormFault({ fault }: { fault: string | null }) {
  return (
    <p role="alert" class={fault ? 'enter mb-4 rounded-lg bg-danger/10 px-3 py-2 text-sm text-pretty text-danger' : undefined}>
      {fault}
    </p>
  );
}

/** The address that every form begins with, kept when one goes from one to the other. */
export function EmailField({ email, onEmail }: { email: string; onEmail(email: string): void }) {
  return (
    <Field
      label="Email"
      type="email"
      name="email"
      autocomplete="username"
      required
      value={email}
      onInput={(event) => onEmail(event.currentTarget.value)}
    />
  );
}

/** The button that sends a form. */
export function SubmitButton({ isBusy, children }: { isBusy: boolean; children: ComponentChildren }) {
  return (
    <Button type="submit" kind="primary" class="h-10 w-full text-base" aria-busy={isBusy} disabled={isBusy}>
      {children}
    </Button>
  );
}

/** A way to another form, in a sentence. */
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
