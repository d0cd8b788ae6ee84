import { presentable } from '@foyer/domain/presentable';
import { useComputed, useSignal, useSignalEffect } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { Waiting } from '../../ui/waiting.tsx';
import { DoorFrame } from '../auth/door-frame.tsx';
import { TextButton } from '../auth/form-parts.tsx';
import { followConnection } from '../connection/connection.ts';
import { words } from '../door-words.ts';
import { ConflictBar } from '../editor/bar/conflict-bar.tsx';
import { SaveNote } from '../editor/bar/save-note.tsx';
import { draftNames } from '../editor/draft-names.ts';
import { EditingContext, editingOf } from '../editor/editing/editor-context.ts';
import { useGuards } from '../editor/editing/use-guards.ts';
import { type Opening, openEditor } from '../editor/open-editor.ts';
import { PreviewAside } from '../editor/preview/preview-aside.tsx';
import { useWorkspace } from '../workspace/context.ts';
import { endFirstRun, putOffFirstRun } from './first-run.ts';
import { LiveStep } from './live-step.tsx';
import { LookStep } from './look-step.tsx';
import { nextStep, STEPS, type Step } from './next-step.ts';
import { PortraitStep } from './portrait-step.tsx';
import { WordsStep } from './words-step.tsx';

/** The first run: a line and a link, a photo, a style, and then the page is live. Everything is saved while it is typed. */
export function WelcomeScreen() {
  const { store, proof } = useWorkspace();
  const { opening, close } = useMemo(() => openEditor(store, proof), []);
  useEffect(() => {
    const stop = followConnection();
    return () => {
      stop();
      close();
    };
  }, []);
  useSignalEffect(() => {
    if (opening.value.phase === 'failed') endFirstRun();
  });
  const current = opening.value;
  return current.phase === 'open' ? <Steps {...current} /> : <Waiting />;
}

function Steps({ editor, slug }: Extract<Opening, { phase: 'open' }>) {
  const { store, proof } = useWorkspace();
  const step = useSignal<Step | 'live'>(nextStep(editor.draft.peek()));
  const frame = useRef<HTMLDivElement>(null);
  const profile = useComputed(() => presentable(editor.draft.value, draftNames));
  const editing = useMemo(() => editingOf(editor, store.managerId, proof), [editor]);
  useGuards(editor);
  useLayoutEffect(() => {
    const heading = frame.current?.querySelector('h1');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }, [step.value]);
  const goTo = (next: Step | 'live') => {
    editor.flush();
    step.value = next;
  };
  const skip = () => {
    editor.flush();
    putOffFirstRun(slug);
  };
  const current = step.value;
  const place = current === 'live' ? -1 : STEPS.indexOf(current);
  return (
    <EditingContext.Provider value={editing}>
      <ConflictBar />
      <div ref={frame}>
        <DoorFrame
          aside={<PreviewAside profile={profile} slug={slug} managerId={store.managerId} />}
          footer={
            current !== 'live' && (
              <div class="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
                <SaveNote />
                <TextButton onClick={skip}>{words.skipToInbox}</TextButton>
              </div>
            )
          }
        >
          {place >= 0 && <Progress place={place} onBack={place > 0 ? () => goTo(STEPS[place - 1] ?? 'words') : null} />}
          {current === 'words' && <WordsStep onDone={() => goTo('portrait')} />}
          {current === 'portrait' && <PortraitStep onDone={() => goTo('look')} />}
          {current === 'look' && <LookStep slug={slug} onPublished={() => goTo('live')} onFault={() => goTo('words')} />}
          {current === 'live' && <LiveStep />}
        </DoorFrame>
      </div>
    </EditingContext.Provider>
  );
}

function Progress({ place, onBack }: { place: number; onBack: (() => void) | null }) {
  return (
    <p class="mb-3 flex min-h-6 items-center gap-3 text-sm text-soft">
      <span>{words.step({ step: place + 1, steps: STEPS.length })}</span>
      {onBack && <TextButton onClick={onBack}>{words.back}</TextButton>}
    </p>
  );
}
