import { presentable } from '@foyer/domain/presentable';
import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { DoorTitle } from '../auth/door-frame.tsx';
import { FormFault } from '../auth/form-parts.tsx';
import { words } from '../door-words.ts';
import { draftNames } from '../editor/draft-names.ts';
import { useEditing } from '../editor/editing/editor-context.ts';
import { PresetCards } from '../editor/panels/preset-cards.tsx';
import { PreviewInline } from '../editor/preview/preview-aside.tsx';

interface Props {
  slug: string;
  onPublished(): void;
  /** A field must be corrected first. */
  onFault(): void;
}

/** Chooses a style, and publishes the page. */
export function LookStep({ slug, onPublished, onFault }: Props) {
  const { editor, managerId } = useEditing();
  const profile = useComputed(() => presentable(editor.draft.value, draftNames));
  const refusal = useSignal<string | null>(null);
  const isBusy = editor.isPublishing.value;
  // Also runs if the page was published but the response was lost.
  useEffect(() => {
    if (editor.published.value !== null) onPublished();
  }, [editor.published.value]);
  const publish = async () => {
    refusal.value = await editor.publish();
    if (Object.keys(editor.faults.peek()).length > 0) onFault();
  };
  return (
    <>
      <DoorTitle title={words.styleTitle}>{words.styleAbout}</DoorTitle>
      <FormFault fault={refusal.value} />
      <PreviewInline profile={profile} slug={slug} managerId={managerId} />
      <PresetCards
        person={profile.value}
        theme={editor.draft.value.theme}
        onChoose={(chosen) => editor.edit('theme', (draft) => ({ ...draft, theme: { ...draft.theme, ...chosen } }))}
      />
      <Button
        kind="primary"
        class="mt-8 h-10 w-full text-base"
        aria-busy={isBusy}
        disabled={isBusy || editor.conflict.value !== null}
        onClick={publish}
      >
        {isBusy ? words.publishing : words.publish}
      </Button>
    </>
  );
}
