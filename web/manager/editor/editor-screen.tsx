import { useSignal } from '@preact/signals';
import { useEffect, useMemo } from 'preact/hooks';
import { classes } from '../../ui/classes.ts';
import { OneMoment } from '../../ui/waiting.tsx';
import { useWorkspace } from '../workspace/context.ts';
import { focusHeading } from '../workspace/focus-heading.ts';
import { ConflictBar } from './bar/conflict-bar.tsx';
import { EditorBar } from './bar/editor-bar.tsx';
import { PublishedBar } from './bar/published-bar.tsx';
import { RefusalBar } from './bar/refusal-bar.tsx';
import { useHidingBar } from './bar/use-hiding-bar.ts';
import { EditingContext, editingOf } from './editing/editor-context.ts';
import { closePlaces, goToField, shownSide, wantedField } from './editing/open-place.ts';
import { step } from './editing/step.ts';
import { useGuards } from './editing/use-guards.ts';
import { historyKey } from './history-key.ts';
import { type Opening, openEditor } from './open-editor.ts';
import { Panel, PanelTabs } from './panels/panels.tsx';
import { PreviewPane } from './preview/preview-pane.tsx';
import { Announcer } from './sections/announcer.tsx';
import { words } from './words.ts';

/** Edits the manager's page: its fields, and next to them the page. */
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
      <h1 class="sr-only">{words.myPage}</h1>
      <div class="m-auto p-8 text-sm text-soft">{current.phase === 'failed' ? <p role="alert">{words.loadFailed}</p> : <OneMoment />}</div>
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
  const { bar, isHidden } = useHidingBar();
  return (
    <EditingContext.Provider value={editing}>
      {/* On wide screens bars above, then fields and page side by side. On narrow ones one of the two, below bars that hide on scrolling. */}
      <div
        class={classes(
          'flex grow flex-col three:grid three:min-h-0 three:grid-cols-[26rem_minmax(0,1fr)] three:grid-rows-[repeat(5,auto)_minmax(0,1fr)]',
          !isEditing && 'min-h-0',
        )}
      >
        <div
          ref={bar}
          class={classes(
            'sticky top-0 z-10 bg-paper transition-transform duration-200 three:contents',
            isHidden.value && isEditing && '-translate-y-[calc(100%+2px)]',
          )}
        >
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
          <PanelTabs class={isEditing ? '' : 'max-three:hidden'} />
        </div>
        <Panel class={isEditing ? '' : 'max-three:hidden'} />
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
