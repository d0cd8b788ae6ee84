import { WAITS_MIN } from '@foyer/domain/reply-time';
import { withField } from '../core/sections.ts';
import { useEditing } from '../editing/editor-context.ts';
import { HoursField } from '../fields/hours-field.tsx';
import { PictureField } from '../fields/picture-field.tsx';
import { LanguageField, TimeZoneField } from '../fields/place-fields.tsx';
import { StatusFields } from '../fields/status-fields.tsx';
import { Switch } from '../fields/switch.tsx';
import { WordsField } from '../fields/words-field.tsx';
import { words } from '../words.ts';
import { PanelPart } from './panel-part.tsx';

/** Who the manager is, and when they are available. */
export function YouPanel() {
  const { editor } = useEditing();
  return (
    <>
      <PanelPart>
        <PagePicture name="portrait" label={words.portrait} isRound aspect={4 / 5} />
        <WordsField name="name" label={words.name} />
        <WordsField name="headline" label={words.headline} placeholder={words.headlineExample} lines={1} />
        <WordsField name="intro" label={words.intro} lines={2} hint={words.introHint} />
        <WordsField name="pronouns" label={words.pronouns} placeholder={words.pronounsExample} />
        <PagePicture name="cover" label={words.cover} hint={words.coverHint} aspect={2} />
      </PanelPart>
      <PanelPart title={words.rightNow}>
        <StatusFields />
        <Switch
          path="showsReplyTime"
          label={words.showReplyTime}
          hint={words.showReplyTimeHint({ count: WAITS_MIN })}
          isOn={editor.draft.value.showsReplyTime}
          onTurn={(showsReplyTime) => editor.edit('showsReplyTime', (draft) => ({ ...draft, showsReplyTime }))}
        />
      </PanelPart>
      <PanelPart title={words.whereAndWhen}>
        <WordsField name="location" label={words.location} placeholder={words.locationExample} />
        <TimeZoneField />
        <HoursField />
        <LanguageField />
      </PanelPart>
    </>
  );
}

function PagePicture({ name, ...look }: { name: 'portrait' | 'cover'; label: string; aspect: number; hint?: string; isRound?: boolean }) {
  const { editor } = useEditing();
  return (
    <PictureField
      {...look}
      path={name}
      what={name}
      value={editor.draft.value[name]}
      onChange={(picture) => editor.edit(name, (draft) => withField(draft, name, picture))}
      onAlt={(alt) =>
        editor.edit(
          `${name}.alt`,
          (draft) => {
            const picture = draft[name];
            return picture ? { ...draft, [name]: { ...picture, alt } } : draft;
          },
          true,
        )
      }
    />
  );
}
