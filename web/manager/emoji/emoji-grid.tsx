import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { type Emoji, type Tone, toned } from './emoji.ts';
import { words } from './words.ts';

export interface Section {
  key: string;
  name: string;
  emojis: readonly Emoji[];
}

interface Props {
  id: string;
  sections: readonly Section[];
  active: string | null;
  tone: Tone;
  onChoose(emoji: Emoji): void;
}

/** The emoji in their sections. A press leaves the focus where it is. */
export function EmojiGrid({ id, sections, active, tone, onChoose }: Props) {
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const stay = (event: Event) => event.preventDefault();
    frame.current?.addEventListener('mousedown', stay);
    return () => frame.current?.removeEventListener('mousedown', stay);
  }, []);
  useLayoutEffect(() => {
    frame.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={frame}
      id={id}
      role="listbox"
      aria-label={words.emoji}
      tabIndex={-1}
      class="min-h-0 grow overflow-y-auto overscroll-contain px-2 pb-2 outline-none"
    >
      {sections.map(({ key, name, emojis }) => (
        // biome-ignore lint/a11y/useSemanticElements: a group of options in a list box
        <div key={key} role="group" aria-label={name}>
          <p aria-hidden="true" class="sticky top-0 bg-raised px-1 py-1.5 text-xs font-medium text-soft">
            {name}
          </p>
          <div role="presentation" class="grid grid-cols-[repeat(auto-fill,minmax(2.5rem,1fr))]">
            {emojis.map((emoji) => (
              // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
              <div
                key={emoji.character}
                id={`${id}-${key}-${emoji.character}`}
                role="option"
                aria-label={emoji.name}
                title={emoji.name}
                aria-selected={active === `${key}-${emoji.character}`}
                data-emoji={`${key}-${emoji.character}`}
                onClick={() => onChoose(emoji)}
                class="grid h-10 cursor-pointer place-items-center rounded-lg text-2xl leading-none [contain-intrinsic-size:2.5rem] [content-visibility:auto] hover:bg-hover aria-selected:bg-hover aria-selected:outline-2 aria-selected:-outline-offset-2 aria-selected:outline-accent pointer-coarse:h-11"
              >
                {toned(emoji, tone)}
              </div>
            ))}
          </div>
        </div>
      ))}
    </div>
  );
}
