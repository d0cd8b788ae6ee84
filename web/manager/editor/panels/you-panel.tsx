import { withField } from '../core/sections.ts';
import { useEditing } from '../editing/editor-context.ts';
import { HoursField } from '../fields/hours-field.tsx';
import { PictureField } from '../fields/picture-field.tsx';
import { LanguageField, TimeZoneField } from '../fields/place-fields.tsx';
import { StatusFields } from '../fields/status-fields.tsx';
import { Switch } from '../fields/switch.tsx';
import { WordsField } from '../fields/words-field.tsx';
import { PanelPart } from './panel-part.tsx';

/** Who this is, and when they are there. */
export function YouPanel() {
  const { editor } = useEditing();
  return (
    <>
      <PanelPart>
        <PagePicture name="portrait" label="Portrait" isRound aspect={4 / 5} />
        <WordsField name="name" label="Name" />
        <WordsField name="headline" label="Headline" placeholder="What you do, in one line" lines={1} />
        <WordsField name="intro" label="Intro" lines={2} hint="One or two sentences below the headline." />
        <WordsField name="pronouns" label="Pronouns" placeholder="she/her" />
        <PagePicture name="cover" label="Cover" hint="A wide picture for the top of the page." aspect={2} />
      </PanelPart>
      <PanelPart title="Now">
        <StatusFields />
        <Switch
          path="showsReplyTime"
          label="Say how soon I usually reply"
          hint="Measured from your answers. It appears once there are a few."
          isOn={editor.draft.value.showsReplyTime}
          onTurn={(showsReplyTime) => editor.edit('showsReplyTime', (draft) => ({ ...draft, showsReplyTime }))}
        />
      </PanelPart>
      <PanelPart title="Where and when">
        <WordsField name="location" label="Place" placeholder="Rotterdam" />
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
