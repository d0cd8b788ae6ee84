import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { now } from '../connection/clock.ts';
import { momentName } from '../conversations/moment-name.ts';
import { say } from '../notice/notice.ts';
import { words as sharedWords } from '../words.ts';
import { useWorkspace } from '../workspace/context.ts';
import { words } from './words.ts';

interface Props {
  /** Classes of the button that opens the form, and of the form. */
  class: string;
  formClass?: string;
}

/** The manager's status, and the form that changes it. */
export function StatusField({ class: look, formClass }: Props) {
  const { status } = useWorkspace().presence;
  const id = useId();
  const isOpen = useSignal(false);
  const loaded = useSignal<typeof import('./status-form.tsx') | null>(null);
  const toggle = () => {
    isOpen.value = !isOpen.value;
    import('./status-form.tsx').then(
      (file) => {
        loaded.value = file;
      },
      () => {
        isOpen.value = false;
        say(sharedWords.screenFailed);
      },
    );
  };
  const stored = status.value;
  const shown = stored && (stored.until === null || stored.until > now.value) ? stored : null;
  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen.value}
        aria-controls={isOpen.value ? id : undefined}
        onClick={toggle}
        class={classes('flex w-full items-center gap-3 text-start', look)}
      >
        <Icon name="pencil" class="shrink-0 text-soft" />
        {shown ? (
          <span class="min-w-0 grow py-1">
            <span class="sr-only">{words.status} </span>
            <bdi class="block truncate">{shown.text}</bdi>
            {shown.until !== null && (
              <span class="block truncate text-xs text-soft">{words.statusUntil({ moment: momentName(shown.until, now.value) })}</span>
            )}
          </span>
        ) : (
          <span class="grow">{words.setStatus}</span>
        )}
        <Icon name="more" class={classes('shrink-0 text-soft transition-transform duration-150', isOpen.value && 'rotate-180')} />
      </button>
      {isOpen.value && (
        <div id={id} class={formClass}>
          {loaded.value && (
            <loaded.value.StatusForm
              shown={shown}
              onClose={() => {
                isOpen.value = false;
              }}
            />
          )}
        </div>
      )}
    </div>
  );
}
