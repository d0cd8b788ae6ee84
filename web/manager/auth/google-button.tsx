import { Button } from '../../ui/button.tsx';
import { words } from '../door-words.ts';

/** Google requires its logo in its own colours. */
export function GoogleButton({ onClick, isBusy }: { onClick(): void; isBusy: boolean }) {
  return (
    <>
      <Button class="h-10 w-full text-base" onClick={onClick} disabled={isBusy}>
        <svg viewBox="0 0 24 24" width="16" height="16" aria-hidden="true">
          <path fill="#4285f4" d="M23.5 12.3c0-.9-.1-1.5-.2-2.3H12v4.5h6.5a5.6 5.6 0 0 1-2.4 3.7v3h3.9c2.2-2.1 3.5-5.2 3.5-8.9z" />
          <path fill="#34a853" d="M12 24c3.2 0 6-1.1 8-2.9l-3.9-3a7.3 7.3 0 0 1-10.9-3.8H1.2v3.1A12 12 0 0 0 12 24z" />
          <path fill="#fbbc05" d="M5.2 14.3a7.2 7.2 0 0 1 0-4.6V6.6h-4a12 12 0 0 0 0 10.8z" />
          <path fill="#ea4335" d="M12 4.8c1.8 0 3.3.6 4.6 1.8l3.4-3.4A12 12 0 0 0 1.2 6.6l4 3.1A7.2 7.2 0 0 1 12 4.8z" />
        </svg>
        {words.continueWithGoogle}
      </Button>
      <div class="my-5 flex items-center gap-3 text-xs text-soft before:h-px before:grow before:bg-line after:h-px after:grow after:bg-line">
        {words.or}
      </div>
    </>
  );
}
