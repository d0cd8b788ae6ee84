import type { ComponentChildren } from 'preact';
import type { Talk } from '../talk/talk.ts';
import { closeCard } from './close-card.ts';
import { focusFirst } from './focus-first.ts';

interface Props {
  talk: Talk;
  title: ComponentChildren;
  /** The consequence, in a sentence. */
  what: ComponentChildren;
  fault?: string | null;
  more?: ComponentChildren;
  children: ComponentChildren;
}

/** A card that explains what will happen, then asks. Escape closes it. */
export function Ask({ talk, title, what, fault, more, children }: Props) {
  const leave = (event: KeyboardEvent) => {
    if (event.key === 'Escape') closeCard(talk);
  };
  return (
    <dialog open class="card" aria-labelledby="card-title" aria-describedby="card-what" ref={focusFirst} onKeyDown={leave}>
      <p>
        <strong id="card-title">{title}</strong> <span id="card-what">{what}</span>
      </p>
      {more}
      {fault && (
        <p class="fault" role="alert">
          {fault}
        </p>
      )}
      <p class="card-acts">{children}</p>
    </dialog>
  );
}

export function Leave({ talk, children }: { talk: Talk; children: ComponentChildren }) {
  return (
    <button type="button" class="quiet" onClick={() => closeCard(talk)}>
      {children}
    </button>
  );
}
