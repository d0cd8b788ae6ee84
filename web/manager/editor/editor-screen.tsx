import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { classes } from '../../ui/classes.ts';
import { Delayed } from '../../ui/delayed.tsx';
import { useWorkspace } from '../workspace/context.ts';
import { focusHeading } from '../workspace/focus-heading.ts';
import { ConflictBar } from './bar/conflict-bar.tsx';
import { EditorBar } from './bar/editor-bar.tsx';
import { PublishedBar } from './bar/published-bar.tsx';
import { RefusalBar } from './bar/refusal-bar.tsx';
import { EditingContext, editingOf } from './editing/editor-context.ts';
import { closePlaces, goToField, shownSide, wantedField } from './editing/open-place.ts';
import { step } from './editing/step.ts';
import { useGuards } from './editing/use-guards.ts';
import { historyKey } from './history-key.ts';
import { type Opening, openEditor } from './open-editor.ts';
import { Panels } from './panels/panels.tsx';
import { PreviewPane } from './preview/preview-pane.tsx';
import { Announcer } from './sections/announcer.tsx';

/** The manager's page: its fields, and the page itself beside them. */
export function EditorScreen() {
  const { store, proof } = useWorkspace();
  const { opening, close } = useMemo(() => openEditor(store, proof), []);
  useEffect(() => {
    closePlaces();
    return close;
  }, []);
  const current = opening.value;
  if (current.phase === 'open') return <Open {...current} />;
  return (
    <>
      <h1 class="sr-only">My page</h1>
      <div class="m-auto p-8 text-sm text-soft">
        {current.phase === 'failed' ? (
          <p role="alert">Your page could not be read just now. Check your connection and come back.</p>
        ) : (
          <Delayed>
            <p role="status" class="pulse">
              One moment …
            </p>
          </Delayed>
        )}
      </div>
    </>
  );
}

function Open({ editor, slug, facts }: Extract<Opening, { phase: 'open' }>) {
  const { store, proof } = useWorkspace();
  const refusal = useSignal<string | null>(null);
  const press = (event: KeyboardEvent) => {
    const act = historyKey(event);
    if (!act) return;
    event.preventDefault();
    step(editor, act);
  };
  useGuards(editor);
  useEffect(() => {
    if (wantedField.peek() !== null) goToField(wantedField.peek() ?? '');
    else if (document.activeElement === document.body) focusHeading();
    wantedField.value = null;
  }, []);
  useEffect(() => {
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [editor]);
  const editing = useMemo(() => editingOf(editor, store.managerId, proof), [editor]);
  const isEditing = shownSide.value === 'edit';
  return (
    <EditingContext.Provider value={editing}>
      <EditorBar
        onRefused={(sentence) => {
          refusal.value = sentence;
        }}
      />
      <ConflictBar />
      <PublishedBar />
      <RefusalBar
        refusal={refusal.value}
        onDismiss={() => {
          refusal.value = null;
        }}
      />
      <div class="flex min-h-0 grow">
        <div class={classes('min-h-0 w-full min-w-0 flex-col three:flex three:w-104 three:shrink-0', isEditing ? 'flex' : 'hidden')}>
          <Panels />
        </div>
        <PreviewPane
          facts={facts}
          slug={slug}
          isHiddenNarrow={isEditing}
          onKey={(event) => {
            if (event.key === 'Escape') document.querySelector<HTMLElement>('#editor-panel')?.focus();
            else press(event);
          }}
        />
      </div>
      <Announcer />
    </EditingContext.Provider>
  );
}
