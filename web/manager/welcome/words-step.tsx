import { Button } from '../../ui/button.tsx';
import { DoorTitle } from '../auth/door-frame.tsx';
import { words } from '../door-words.ts';
import { useEditing } from '../editor/editing/editor-context.ts';
import { LinkField } from '../editor/fields/link-field.tsx';
import { WordsField } from '../editor/fields/words-field.tsx';
import { firstLink, withFirstLink } from './next-step.ts';

/** One line about the manager's work, and one link. */
export function WordsStep({ onDone }: { onDone(): void }) {
  const { editor } = useEditing();
  const { headline } = editor.draft.value;
  const link = firstLink(editor.draft.value);
  const path = link ? `links.${link.id}.url` : 'links.first.url';
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
      <DoorTitle title={words.wordsTitle}>{words.wordsAbout}</DoorTitle>
      <div class="flex flex-col gap-5">
        <WordsField name="headline" label={words.headline} placeholder={words.headlineExample} />
        <LinkField
          path={path}
          label={words.link}
          hint={words.linkHelp}
          value={link?.url}
          onType={(typed) => editor.edit(path, (draft) => withFirstLink(draft, typed), true)}
        />
      </div>
      <Button type="submit" kind="primary" class="mt-8 h-10 w-full text-base">
        {headline || link ? words.continue : words.skip}
      </Button>
    </form>
  );
}
