import { SECTION_KINDS, type SectionKind } from '@foyer/domain/profile-parts';
import { signal } from '@preact/signals';
import { fieldId } from './field-id.ts';

/** The panels of the editor. */
export const PANELS = ['you', 'sections', 'look', 'reach'] as const;
export type PanelName = (typeof PANELS)[number];

export const openPanel = signal<PanelName>('you');
export const openSection = signal<SectionKind | null>(null);
export const openItem = signal<string | null>(null);

/** On narrow screens: the fields or the page. */
export const shownSide = signal<'edit' | 'preview'>('edit');

/** The field that another screen leads to. The editor opens there. */
export const wantedField = signal<string | null>(null);

/** Closes everything that is open, for the next time that the editor opens. */
export function closePlaces(): void {
  openPanel.value = 'you';
  openSection.value = null;
  openItem.value = null;
  shownSide.value = 'edit';
}

/** Opens the panel and section of a field (or of a section, by its kind), scrolls to it and, unless told otherwise, focuses it. */
export function goToField(path: string, takesFocus = true): void {
  const [first, id] = path.split('.');
  const kind = SECTION_KINDS.find((known) => known === first);
  openPanel.value = kind || first === 'sections' ? 'sections' : first === 'theme' ? 'look' : first === 'reach' ? 'reach' : 'you';
  if (kind) openSection.value = kind;
  if (kind && id !== undefined) openItem.value = id;
  if (takesFocus) shownSide.value = 'edit';
  requestAnimationFrame(() => {
    const field = controlOf(path);
    field?.scrollIntoView({ block: takesFocus ? 'center' : 'nearest' });
    if (!takesFocus) return;
    field?.focus();
    // The element with the focus may be gone with its panel.
    if (document.activeElement === document.body) document.getElementById('editor-panel')?.focus();
  });
}

/** A field's control, the first of a group, or the first button of a section; for a closed section the button that opens it. */
function controlOf(path: string): HTMLElement | null {
  return (
    document.getElementById(fieldId(path)) ??
    document.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"] :is(button, input)`) ??
    document.querySelector<HTMLElement>(`#section-${CSS.escape(path)} button`) ??
    document.querySelector<HTMLElement>(`[aria-controls="section-${CSS.escape(path.split('.')[0] ?? '')}"]`)
  );
}
