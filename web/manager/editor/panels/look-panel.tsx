import type { Fonts } from '@foyer/domain/look';
import type { Theme } from '@foyer/domain/theme';
import { useEditing } from '../editing/editor-context.ts';
import { Choice } from '../fields/choice.tsx';
import { SelectField } from '../fields/select-field.tsx';
import { SHOWN_FONTS } from '../preview/page-sheets.ts';
import { words } from '../words.ts';
import { AccentField } from './accent-field.tsx';
import { PanelPart } from './panel-part.tsx';
import { PresetCards } from './preset-cards.tsx';

const FONT_NAMES: Readonly<Record<Fonts, string>> = {
  none: words.presetDefault,
  editorial: words.fontEditorial,
  classic: words.fontClassic,
  grotesk: words.fontGrotesk,
  friendly: words.fontFriendly,
  display: words.fontDisplay,
  mono: words.fontMono,
};

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
          label={words.appearance}
          value={theme.mode}
          options={[
            ['auto', words.matchDevice],
            ['light', words.light],
            ['dark', words.dark],
          ]}
          onChoose={(mode) => change({ mode })}
        />
        {SHOWN_FONTS.length > 1 && (
          <SelectField
            path="theme.fonts"
            label={words.font}
            value={theme.fonts}
            hint={words.fontHint}
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
          label={words.headerLayout}
          value={theme.hero}
          options={[
            ['preset', words.presetDefault],
            ['stacked', words.headerStacked],
            ['centred', words.headerCentred],
          ]}
          onChoose={(hero) => change({ hero })}
        />
        <Choice
          label={words.corners}
          value={theme.corners}
          options={[
            ['preset', words.presetDefault],
            ['sharp', words.cornersSharp],
            ['soft', words.cornersSoft],
            ['round', words.cornersRound],
          ]}
          onChoose={(corners) => change({ corners })}
        />
        <Choice
          label={words.spacing}
          value={theme.density}
          options={[
            ['preset', words.presetDefault],
            ['compact', words.spacingCompact],
            ['airy', words.spacingAiry],
          ]}
          onChoose={(density) => change({ density })}
        />
      </PanelPart>
    </>
  );
}
