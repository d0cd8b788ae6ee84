import { AVAILABILITIES, type Availability } from '@foyer/domain/settings';
import { useSignal } from '@preact/signals';
import { useId } from 'preact/hooks';
import { classes } from '../../ui/classes.ts';
import { Icon } from '../../ui/icon.tsx';
import { sayRefused } from '../notice/notice.ts';
import { useWorkspace } from '../workspace/context.ts';
import { PresenceDot } from './presence-dot.tsx';
import { words } from './words.ts';

/** Each with what it means for visitors or for the manager. */
export const AVAILABILITY_WORDS: Readonly<Record<Availability, { name: string; note: string }>> = {
  automatic: { name: words.automatic, note: words.automaticNote },
  away: { name: words.away, note: words.awayNote },
  'do-not-disturb': { name: words.doNotDisturb, note: words.doNotDisturbNote },
  invisible: { name: words.invisible, note: words.invisibleNote },
};

interface Props {
  /** Classes of the button that opens the list. */
  class: string;
  /** Classes of the list: its dots are below the button's. */
  listClass: string;
}

/** How the manager appears to visitors. */
export function AvailabilityChoice({ class: look, listClass }: Props) {
  const { settings, changeSettings } = useWorkspace();
  const id = useId();
  const isOpen = useSignal(false);
  const chosen = settings.value.availability;
  const choose = (availability: Availability) => {
    isOpen.value = false;
    if (availability !== chosen) changeSettings({ availability }).catch(sayRefused);
  };
  return (
    <div>
      <button
        type="button"
        aria-expanded={isOpen.value}
        aria-controls={isOpen.value ? id : undefined}
        onClick={() => {
          isOpen.value = !isOpen.value;
        }}
        class={classes('flex w-full items-center gap-3 text-start', look)}
      >
        <span class="grid size-4 shrink-0 place-items-center">
          <PresenceDot availability={chosen} />
        </span>
        <span>{words.availability}</span>
        <span class="ms-auto min-w-0 truncate text-soft">{AVAILABILITY_WORDS[chosen].name}</span>
        <Icon name="more" class={classes('shrink-0 text-soft transition-transform duration-150', isOpen.value && 'rotate-180')} />
      </button>
      {isOpen.value && (
        <ul id={id} aria-label={words.availability} class={classes('pb-1', listClass)}>
          {AVAILABILITIES.map((availability) => (
            <li key={availability}>
              <button
                type="button"
                aria-current={availability === chosen ? 'true' : undefined}
                onClick={() => choose(availability)}
                class="group flex w-full items-start gap-3 rounded-lg px-2.5 py-1.5 text-start text-sm hover:bg-hover focus-visible:-outline-offset-2 pointer-coarse:min-h-11"
              >
                <span class="grid h-5 w-4 shrink-0 place-items-center">
                  <PresenceDot availability={availability} />
                </span>
                <span class="min-w-0 grow">
                  <span class="block group-aria-[current]:font-medium group-aria-[current]:text-accent">
                    {AVAILABILITY_WORDS[availability].name}
                  </span>
                  <span class="block text-xs text-pretty text-soft">{AVAILABILITY_WORDS[availability].note}</span>
                </span>
                {availability === chosen && <Icon name="done" class="mt-0.5 shrink-0 text-accent" />}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
