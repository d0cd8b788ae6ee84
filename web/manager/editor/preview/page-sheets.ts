import { FONTS, type Fonts, PRESETS, type Preset } from '@foyer/domain/look';

/** The stylesheets of the public page, each loaded when it is first shown. */
const presetSheets = import.meta.glob<string>('../../../public-page/presets/*.css', { query: '?inline', import: 'default' });
const fontSheets = import.meta.glob<string>('../../../public-page/fonts/*.css', { query: '?inline', import: 'default' });

const presetAt = (preset: Preset) => presetSheets[`../../../public-page/presets/${preset}.css`];
const fontAt = (fonts: Fonts) => fontSheets[`../../../public-page/fonts/${fonts}.css`];

/** What this build has, and so what can be chosen. */
export const SHOWN_PRESETS = PRESETS.filter((preset) => presetAt(preset) !== undefined);
export const SHOWN_FONTS = FONTS.filter((fonts) => fonts === 'none' || fontAt(fonts) !== undefined);

/** The stylesheet of a look: its fonts, then its preset. */
export async function loadSheets({ preset, fonts }: { preset: Preset; fonts: Fonts }): Promise<string> {
  const parts = await Promise.all([fontAt(fonts)?.() ?? '', (presetAt(preset) ?? presetAt('atelier'))?.() ?? '']);
  return parts.join('\n');
}
