import { Button } from '../../ui/button.tsx';
import { DoorTitle } from '../auth/door-frame.tsx';
import { useEditing } from '../editor/editing/editor-context.ts';
import { LinkField } from '../editor/fields/link-field.tsx';
import { WordsField } from '../editor/fields/words-field.tsx';
import { firstLink, withFirstLink } from './next-step.ts';

/** One line about what the manager does, and one link. */
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
      <DoorTitle title="Say what you do">It’s the first thing people read under your name.</DoorTitle>
      <div class="flex flex-col gap-5">
        <WordsField name="headline" label="One line about you" placeholder="Essayist and book designer" />
        <LinkField
          path={path}
          label="A link (optional)"
          hint="Your site, a profile, or an email address."
          value={link?.url}
          onType={(typed) => editor.edit(path, (draft) => withFirstLink(draft, typed), true)}
        />
      </div>
      <Button type="submit" kind="primary" class="mt-8 h-10 w-full text-base">
        {headline || link ? 'Continue' : 'Skip'}
      </Button>
    </form>
  );
}
