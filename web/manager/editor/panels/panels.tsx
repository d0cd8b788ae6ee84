import type { ComponentType } from 'preact';
import { useRef } from 'preact/hooks';
import { classes } from '../../../ui/classes.ts';
import { nextIndex } from '../../../ui/menu.tsx';
import { openPanel, PANELS, type PanelName } from '../editing/open-place.ts';
import { words } from '../words.ts';
import { LookPanel } from './look-panel.tsx';
import { ReachPanel } from './reach-panel.tsx';
import { SectionsPanel } from './sections-panel.tsx';
import { YouPanel } from './you-panel.tsx';

const LOOKS: Readonly<Record<PanelName, { name: string; Content: ComponentType }>> = {
  you: { name: words.you, Content: YouPanel },
  sections: { name: words.sections, Content: SectionsPanel },
  look: { name: words.look, Content: LookPanel },
  reach: { name: words.visibility, Content: ReachPanel },
};

/** The tabs of the four panels. */
export function PanelTabs({ class: extra }: { class: string }) {
  const tabs = useRef<HTMLDivElement>(null);
  const press = (event: KeyboardEvent) => {
    const isRtl = tabs.current?.matches(':dir(rtl)');
    const key =
      { [isRtl ? 'ArrowLeft' : 'ArrowRight']: 'ArrowDown', [isRtl ? 'ArrowRight' : 'ArrowLeft']: 'ArrowUp' }[event.key] ?? event.key;
    const next = nextIndex(key, PANELS.indexOf(openPanel.value), PANELS.length);
    const panel = next === null ? undefined : PANELS[next];
    if (!panel) return;
    event.preventDefault();
    openPanel.value = panel;
    tabs.current?.querySelector<HTMLElement>(`#tab-${panel}`)?.focus({ focusVisible: true });
  };
  return (
    <div
      ref={tabs}
      role="tablist"
      aria-label={words.partsOfPage}
      onKeyDown={press}
      class={classes('flex shrink-0 gap-1 overflow-x-auto border-b border-line px-3 [scrollbar-width:none] three:px-5', extra)}
    >
      {PANELS.map((name) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          aria-selected={openPanel.value === name}
          aria-controls="editor-panel"
          tabIndex={openPanel.value === name ? 0 : -1}
          onClick={() => {
            openPanel.value = name;
          }}
          class="relative h-11 shrink-0 px-2.5 text-sm text-soft hover:text-ink aria-selected:font-medium aria-selected:text-ink aria-selected:after:absolute aria-selected:after:inset-x-2.5 aria-selected:after:bottom-0 aria-selected:after:h-0.5 aria-selected:after:bg-accent focus-visible:-outline-offset-2"
        >
          {LOOKS[name].name}
        </button>
      ))}
    </div>
  );
}

export function Panel({ class: extra }: { class: string }) {
  const { Content } = LOOKS[openPanel.value];
  return (
    <div
      id="editor-panel"
      role="tabpanel"
      aria-labelledby={`tab-${openPanel.value}`}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
      tabIndex={0}
      class={classes(
        'px-4 py-5 focus-visible:-outline-offset-2 three:min-h-0 three:overflow-y-auto three:overscroll-contain three:px-5',
        extra,
      )}
    >
      <div class="mx-auto max-w-xl pb-16">
        <Content key={openPanel.value} />
      </div>
    </div>
  );
}
