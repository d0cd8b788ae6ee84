import { useMemo } from 'preact/hooks';
import { zoneName } from '../../../public-page/zone-name.ts';
import { withField } from '../core/sections.ts';
import { useEditing } from '../editing/editor-context.ts';
import { SelectField } from './select-field.tsx';

/** The manager's time zone, this machine's own first. */
export function TimeZoneField() {
  const { editor } = useEditing();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const value = editor.draft.value.timeZone ?? '';
  return (
    <SelectField
      path="timeZone"
      label="Time zone"
      value={value}
      hint="Your hours are shown in it, beside the visitor’s own."
      onChoose={(zone) => editor.edit('timeZone', (draft) => withField(draft, 'timeZone', zone))}
    >
      <option value="">Not said</option>
      <optgroup label="This device">
        <option value={here}>{nameOfZone(here)}</option>
      </optgroup>
      <optgroup label="Everywhere">
        {value !== '' && value !== here && !zones.includes(value) && <option value={value}>{nameOfZone(value)}</option>}
        {zones
          .filter((zone) => zone !== here)
          .map((zone) => (
            <option key={zone} value={zone}>
              {nameOfZone(zone)}
            </option>
          ))}
      </optgroup>
    </SelectField>
  );
}

/** With its area: there are many thousand towns. */
function nameOfZone(zone: string): string {
  const { name, isPlace } = zoneName(zone);
  return isPlace ? zone.replaceAll('_', ' ').replaceAll('/', ' / ') : name;
}

/** Languages that many pages are written in; any other that a page has is added. */
const LANGUAGES =
  'ar bg bn ca cs da de el en es et fa fi fr ga gl he hi hr hu id is it ja ka kk ko lt lv mk ms nb nl pl pt pt-BR ro ru sk sl sq sr sv sw ta th tr uk ur vi zh'.split(
    ' ',
  );

/** What the page is written in: browsers break words and read aloud by it. */
export function LanguageField() {
  const { editor } = useEditing();
  const { language } = editor.draft.value;
  const names = useMemo(() => new Intl.DisplayNames(undefined, { type: 'language' }), []);
  const tags = LANGUAGES.includes(language) ? LANGUAGES : [...LANGUAGES, language];
  const options = tags.map((tag) => ({ tag, name: names.of(tag) ?? tag })).sort((one, other) => one.name.localeCompare(other.name));
  return (
    <SelectField
      path="language"
      label="Language of your words"
      value={language}
      hint="Browsers break words, and read aloud, by it."
      onChoose={(tag) => editor.edit('language', (draft) => ({ ...draft, language: tag }))}
    >
      {options.map(({ tag, name }) => (
        <option key={tag} value={tag}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}
