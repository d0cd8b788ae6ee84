import type { SectionKind } from '@foyer/domain/profile-parts';
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { Button } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useDismissal } from '../../../ui/use-dismissal.ts';
import { SECTION_TITLES } from '../../section-titles.ts';
import { useEditing } from '../editing/editor-context.ts';
import { words } from '../words.ts';
import { PURPOSES } from './section-looks.ts';
import { startSection } from './start-item.ts';

/** Adds a section of a kind that the page doesn't have yet. */
export function AddSection({ kinds }: { kinds: readonly SectionKind[] }) {
  const isOpen = useSignal(false);
  const ref = useRef<HTMLDivElement>(null);
  useDismissal(ref, isOpen.value, () => {
    isOpen.value = false;
  });
  return (
    <div ref={ref} class="flex flex-col">
      <Button
        aria-expanded={isOpen.value}
        class="self-start"
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
      >
        <Icon name="plus" />
        {words.addSection}
      </Button>
      {isOpen.value && (
        <div class="enter mt-2 rounded-xl bg-raised p-1.5 shadow-raised">
          <SectionKinds
            kinds={kinds}
            onAdded={() => {
              isOpen.value = false;
            }}
          />
        </div>
      )}
    </div>
  );
}

/** The kinds of sections, each with its purpose. */
export function SectionKinds({ kinds, onAdded }: { kinds: readonly SectionKind[]; onAdded?(): void }) {
  const { editor } = useEditing();
  const add = (kind: SectionKind) => {
    onAdded?.();
    startSection(editor, kind);
  };
  return (
    <ul class="flex flex-col">
      {kinds.map((kind) => (
        <li key={kind}>
          <button
            type="button"
            onClick={() => add(kind)}
            class="flex w-full flex-col rounded-lg px-2.5 py-1.5 text-start hover:bg-hover focus-visible:-outline-offset-2"
          >
            <span class="text-sm font-medium">{SECTION_TITLES[kind]}</span>
            <span class="text-xs text-soft">{PURPOSES[kind]}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
