import { presentable } from '@foyer/domain/presentable';
import { useComputed, useSignal } from '@preact/signals';
import { classes } from '../../../ui/classes.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { draftNames } from '../draft-names.ts';
import { useEditing } from '../editing/editor-context.ts';
import { goToField, openPanel, openSection } from '../editing/open-place.ts';
import { words } from '../words.ts';
import { PageFrame } from './page-frame.tsx';
import type { KnownFacts } from './page-view.tsx';
import { useRoom } from './use-room.ts';

const SCREENS = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } } as const;

const SHOWS: readonly (readonly [keyof typeof SCREENS, string])[] = [
  ['phone', words.showOnPhone],
  ['desk', words.showOnWideScreen],
];

interface Props {
  facts: KnownFacts;
  slug: string;
  isHiddenNarrow: boolean;
  onKey(event: KeyboardEvent): void;
}

/** A preview of the page: on a phone or a wide screen, in light or dark mode. */
export function PreviewPane({ facts, slug, isHiddenNarrow, onKey }: Props) {
  const { editor, managerId } = useEditing();
  const screen = useSignal<keyof typeof SCREENS>('phone');
  const mode = useSignal<'light' | 'dark' | null>(null);
  const { stage, room } = useRoom();
  const profile = useComputed(() => {
    const shown = presentable(editor.draft.value, draftNames);
    return mode.value ? { ...shown, theme: { ...shown.theme, mode: mode.value } } : shown;
  });

  const part = useComputed(() => (openPanel.value === 'sections' ? openSection.value : null));

  const { width } = SCREENS[screen.value];
  const scale = room.value.width > 0 ? Math.min(1, room.value.width / width) : 1;
  const height = Math.round(
    screen.value === 'phone' ? Math.min(SCREENS.phone.height, room.value.height / scale) : room.value.height / scale,
  );
  const isNight = mode.value === 'dark' || (mode.value === null && matchMedia('(prefers-color-scheme: dark)').matches);
  return (
    <section
      aria-label={words.preview}
      class={classes(
        'min-h-0 min-w-0 grow flex-col bg-canvas three:col-start-2 three:row-span-2 three:row-start-5 three:flex three:border-s three:border-line',
        isHiddenNarrow ? 'hidden' : 'flex',
      )}
    >
      <div class="flex h-12 shrink-0 items-center justify-center gap-1 px-3" role="toolbar" aria-label={words.preview}>
        {SHOWS.map(([name, label]) => (
          <IconButton
            key={name}
            icon={name}
            label={label}
            aria-pressed={screen.value === name}
            class="aria-pressed:bg-raised aria-pressed:text-ink aria-pressed:shadow-edge"
            onClick={() => {
              screen.value = name;
            }}
          />
        ))}
        <span class="mx-1.5 h-4 border-s border-line" />
        <IconButton
          icon={isNight ? 'sun' : 'moon'}
          label={isNight ? words.showInLightMode : words.showInDarkMode}
          onClick={() => {
            mode.value = isNight ? 'light' : 'dark';
          }}
        />
      </div>
      <div class="flex min-h-0 grow flex-col px-4 pb-4 three:px-6 three:pb-6">
        <div ref={stage} class="min-h-0 grow">
          {room.value.width > 0 && (
            <div
              class="mx-auto overflow-clip rounded-xl bg-paper shadow-raised"
              style={{ width: `${width * scale}px`, height: `${Math.min(height * scale, room.value.height)}px` }}
            >
              <PageFrame
                profile={profile}
                facts={facts}
                slug={slug}
                managerId={managerId}
                width={width}
                height={height}
                scale={scale}
                part={part}
                onKey={onKey}
                onField={goToField}
              />
            </div>
          )}
        </div>
      </div>
    </section>
  );
}
