import type { Fonts } from '@foyer/domain/look';
import type { Theme } from '@foyer/domain/theme';
import { useEditing } from '../editing/editor-context.ts';
import { Choice } from '../fields/choice.tsx';
import { SelectField } from '../fields/select-field.tsx';
import { SHOWN_FONTS } from '../preview/page-sheets.ts';
import { AccentField } from './accent-field.tsx';
import { PanelPart } from './panel-part.tsx';
import { PresetCards } from './preset-cards.tsx';

const FONT_NAMES: Readonly<Record<Fonts, string>> = {
  none: 'The preset’s own',
  editorial: 'Editorial: Fraunces and Newsreader',
  classic: 'Classic: EB Garamond',
  grotesk: 'Grotesk: Schibsted',
  friendly: 'Friendly: Figtree',
  display: 'Display: Bricolage',
  mono: 'Mono: JetBrains',
};

/** How the page looks. */
export function LookPanel() {
  const { editor } = useEditing();
  const { theme } = editor.draft.value;
  const change = (part: Partial<Theme>, key = 'theme', isTyped = false) =>
    editor.edit(key, (draft) => ({ ...draft, theme: { ...draft.theme, ...part } }), isTyped);
  return (
    <>
      <PanelPart>
        <PresetCards theme={theme} person={editor.draft.value} onChoose={(chosen) => change(chosen)} />
      </PanelPart>
      <PanelPart>
        <AccentField theme={theme} onChoose={(accent) => change({ accent }, 'theme.accent', true)} />
        <Choice
          label="Light"
          value={theme.mode}
          options={[
            ['auto', 'As the visitor’s'],
            ['light', 'Day'],
            ['dark', 'Night'],
          ]}
          onChoose={(mode) => change({ mode })}
        />
        {SHOWN_FONTS.length > 1 && (
          <SelectField
            path="theme.fonts"
            label="Typeface"
            value={theme.fonts}
            hint="Other typefaces are loaded with the page: a moment on a slow line."
            onChoose={(value) => {
              const fonts = SHOWN_FONTS.find((known) => known === value);
              if (fonts) change({ fonts });
            }}
          >
            {SHOWN_FONTS.map((fonts) => (
              <option key={fonts} value={fonts}>
                {FONT_NAMES[fonts]}
              </option>
            ))}
          </SelectField>
        )}
        <Choice
          label="Opening"
          value={theme.hero}
          options={[
            ['preset', 'Preset'],
            ['stacked', 'Stacked'],
            ['centred', 'Centred'],
          ]}
          onChoose={(hero) => change({ hero })}
        />
        <Choice
          label="Corners"
          value={theme.corners}
          options={[
            ['preset', 'Preset'],
            ['sharp', 'Sharp'],
            ['soft', 'Soft'],
            ['round', 'Round'],
          ]}
          onChoose={(corners) => change({ corners })}
        />
        <Choice
          label="Density"
          value={theme.density}
          options={[
            ['preset', 'Preset'],
            ['compact', 'Compact'],
            ['airy', 'Airy'],
          ]}
          onChoose={(density) => change({ density })}
        />
      </PanelPart>
    </>
  );
}
