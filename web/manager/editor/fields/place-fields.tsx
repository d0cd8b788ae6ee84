import { isLanguage, LANGUAGES } from '@foyer/domain/language';
import { useMemo } from 'preact/hooks';
import { locale } from '../../../lib/language.ts';
import { zoneName } from '../../../public-page/zone-name.ts';
import { withField } from '../core/sections.ts';
import { useEditing } from '../editing/editor-context.ts';
import { words } from '../words.ts';
import { SelectField } from './select-field.tsx';
import { sentenceCase } from './sentence-case.ts';

/** The manager's time zone. This device's comes first. */
export function TimeZoneField() {
  const { editor } = useEditing();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const value = editor.draft.value.timeZone ?? '';
  return (
    <SelectField
      path="timeZone"
      label={words.timeZone}
      value={value}
      hint={words.timeZoneHint}
      onChoose={(zone) => editor.edit('timeZone', (draft) => withField(draft, 'timeZone', zone))}
    >
      <option value="">{words.notSet}</option>
      <optgroup label={words.thisDevice}>
        <option value={here}>{nameOfZone(here)}</option>
      </optgroup>
      <optgroup label={words.allTimeZones}>
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

/** With its area: towns in different areas share names. */
function nameOfZone(zone: string): string {
  const { name, isPlace } = zoneName(zone);
  return isPlace ? zone.replaceAll('_', ' ').replaceAll('/', ' / ') : name;
}

/** Languages that many pages are written in. A page's own is added if it isn't one of them. */
const OFFERED =
  'ar bg bn ca cs da de el en es et fa fi fr ga gl he hi hr hu id is it ja ka kk ko lt lv mk ms nb nl pl pt pt-BR ro ru sk sl sq sr sv sw ta th tr uk ur vi zh'.split(
    ' ',
  );

/** The language that the page is written in. Those that Foyer speaks come first. */
export function LanguageField() {
  const { editor } = useEditing();
  const { language } = editor.draft.value;
  const names = useMemo(() => new Intl.DisplayNames(locale, { type: 'language' }), []);
  const options = [...new Set([...LANGUAGES, ...OFFERED, language])]
    .map((tag) => ({ tag, name: sentenceCase(names.of(tag) ?? tag), isSupported: isLanguage(tag) }))
    .sort((one, other) => one.name.localeCompare(other.name, locale));
  return (
    <SelectField
      path="language"
      label={words.pageLanguage}
      value={language}
      hint={words.pageLanguageHint}
      onChoose={(tag) => editor.edit('language', (draft) => ({ ...draft, language: tag }))}
    >
      <LanguageGroup label={words.supportedLanguages} options={options.filter(({ isSupported }) => isSupported)} />
      <LanguageGroup label={words.otherLanguages} options={options.filter(({ isSupported }) => !isSupported)} />
    </SelectField>
  );
}

function LanguageGroup({ label, options }: { label: string; options: readonly { tag: string; name: string }[] }) {
  return (
    <optgroup label={label}>
      {options.map(({ tag, name }) => (
        <option key={tag} value={tag}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
