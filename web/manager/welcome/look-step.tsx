import { presentable } from '@foyer/domain/presentable';
import { useComputed, useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { Button } from '../../ui/button.tsx';
import { DoorTitle } from '../auth/door-frame.tsx';
import { FormFault } from '../auth/form-parts.tsx';
import { useEditing } from '../editor/editing/editor-context.ts';
import { PresetCards } from '../editor/panels/preset-cards.tsx';
import { PreviewInline } from '../editor/preview/preview-aside.tsx';

interface Props {
  slug: string;
  onPublished(): void;
  /** Something on the page is to be put right first. */
  onFault(): void;
}

/** A look for the page, and the page goes out. */
export function LookStep({ slug, onPublished, onFault }: Props) {
  const { editor, managerId } = useEditing();
  const profile = useComputed(() => presentable(editor.draft.value));
  const refusal = useSignal<string | null>(null);
  const isBusy = editor.isPublishing.value;
  // Also when it was published, and the answer was lost on its way.
  useEffect(() => {
    if (editor.published.value !== null) onPublished();
  }, [editor.published.value]);
  const publish = async () => {
    refusal.value = await editor.publish();
    if (Object.keys(editor.faults.peek()).length > 0) onFault();
  };
  return (
    <>
      <DoorTitle title="Choose a style">You can change it any time under My page.</DoorTitle>
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
        {isBusy ? 'Publishing…' : 'Publish my page'}
      </Button>
    </>
  );
}
