import { SECTION_KINDS, type SectionKind } from '@foyer/domain/profile-parts';
import { signal } from '@preact/signals';
import { fieldId } from './field-id.ts';

/** What is open in the editor's column. */
export const PANELS = ['you', 'sections', 'look', 'reach'] as const;
export type PanelName = (typeof PANELS)[number];

export const openPanel = signal<PanelName>('you');
export const openSection = signal<SectionKind | null>(null);
export const openItem = signal<string | null>(null);

/** On a narrow screen: the fields, or the page. */
export const shownSide = signal<'edit' | 'preview'>('edit');

/** The field that a link from another screen leads to: the editor opens there. */
export const wantedField = signal<string | null>(null);

/** Begins anew, for another manager or another day. */
export function closePlaces(): void {
  openPanel.value = 'you';
  openSection.value = null;
  openItem.value = null;
  shownSide.value = 'edit';
}

/** Opens what hides a field or, for a section's kind, the section; brings it on the screen, and puts the cursor into it unless that stays where it is. */
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
    // What had the focus may be gone with its tab.
    if (document.activeElement === document.body) document.getElementById('editor-panel')?.focus();
  });
}

/** A field's control, the first of a group's, or what a section has to press; of a section that is closed, what opens it. */
function controlOf(path: string): HTMLElement | null {
  return (
    document.getElementById(fieldId(path)) ??
    document.querySelector<HTMLElement>(`[data-field="${CSS.escape(path)}"] :is(button, input)`) ??
    document.querySelector<HTMLElement>(`#section-${CSS.escape(path)} button`) ??
    document.querySelector<HTMLElement>(`[aria-controls="section-${CSS.escape(path.split('.')[0] ?? '')}"]`)
  );
}
